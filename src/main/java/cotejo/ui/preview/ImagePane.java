package cotejo.ui.preview;

import cotejo.preview.Preview;
import cotejo.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture: as large as fits, or zoomed by the wheel with Ctrl, by + and -, and back by 0.
final class ImagePane extends BorderPane {

    private static final double STEP = 1.25;

    private final ImageView view;
    private final ScrollPane scroll;
    private final Label scale = new Label();
    private double zoom;

    ImagePane(Preview.Image picture, Image image) {
        view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(Texts.get("preview.image.size", picture.format(), Integer.toString(picture.width()),
                Integer.toString(picture.height())));
        StackPane holder = new StackPane(view);
        holder.getStyleClass().add("preview-image");
        scroll = new ScrollPane(holder);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        scroll.viewportBoundsProperty().addListener((property, before, now) -> fit());
        scroll.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown()) {
                zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP);
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setFocusTraversable(true);
        setOnMousePressed(event -> requestFocus());
        setCenter(scroll);
        setBottom(bar(picture));
        fit();
    }

    private HBox bar(Preview.Image picture) {
        Label size = new Label(Texts.get("preview.image.size", picture.format(), Integer.toString(picture.width()),
                Integer.toString(picture.height())));
        size.getStyleClass().addAll("text-muted", "text-small");
        size.setMinWidth(0);
        size.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(size, Priority.ALWAYS);
        scale.getStyleClass().addAll("text-muted", "text-small", "numeric");
        HBox bar = new HBox(4, size, scale, button("fth-zoom-out", "preview.image.smaller", () -> zoom(1 / STEP)),
                button("fth-zoom-in", "preview.image.larger", () -> zoom(STEP)),
                button("fth-maximize", "preview.image.fit", this::reset));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("preview-bar");
        return bar;
    }

    static Button button(String icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        String text = Texts.get(key);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.ADD || event.getCode() == KeyCode.EQUALS) {
            zoom(STEP);
        } else if (event.getCode() == KeyCode.MINUS || event.getCode() == KeyCode.SUBTRACT) {
            zoom(1 / STEP);
        } else if (event.getCode() == KeyCode.DIGIT0 || event.getCode() == KeyCode.NUMPAD0) {
            reset();
        } else {
            return;
        }
        event.consume();
    }

    private void reset() {
        zoom = 0;
        fit();
    }

    private void zoom(double factor) {
        double now = view.getBoundsInLocal().getWidth() / view.getImage().getWidth();
        zoom = Math.clamp(now * factor, 0.02, 32);
        apply(zoom);
    }

    /// As large as there is room, but never larger than it is.
    private void fit() {
        if (zoom > 0) {
            return;
        }
        double width = scroll.getViewportBounds().getWidth() - 16;
        double height = scroll.getViewportBounds().getHeight() - 16;
        if (width > 0 && height > 0) {
            apply(Math.min(1, Math.min(width / view.getImage().getWidth(), height / view.getImage().getHeight())));
        }
    }

    private void apply(double by) {
        view.setFitWidth(view.getImage().getWidth() * by);
        view.setFitHeight(view.getImage().getHeight() * by);
        scale.setText(Math.round(by * 100) + " %");
    }
}
