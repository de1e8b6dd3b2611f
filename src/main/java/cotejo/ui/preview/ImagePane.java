package cotejo.ui.preview;

import cotejo.preview.Preview;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import cotejo.ui.Tip;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture: as large as fits, or zoomed by the wheel with Ctrl, by + and -, and back by 0.
final class ImagePane extends BorderPane {

    private static final double STEP = 1.25;

    private final ImageView view = new ImageView();
    private final ScrollPane scroll;
    private final Label scale = new Label();
    private final Label words = new Label();
    private double width;
    private double height;
    private double zoom;
    private @Nullable DoubleConsumer scaled;

    ImagePane(Preview.Image picture, Image image) {
        this(Texts.get("preview.image.size", picture.format(), Integer.toString(picture.width()),
                Integer.toString(picture.height())), image.getWidth(), image.getHeight(), List.of());
        show(image);
    }

    /// @param width  of the picture at its own size
    /// @param height of the picture at its own size
    /// @param more   what stands besides in the bar below
    ImagePane(String text, double width, double height, List<? extends Node> more) {
        this.width = width;
        this.height = height;
        view.setPreserveRatio(true);
        view.setSmooth(true);
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
        setBottom(bar(more));
        say(text);
        fit();
    }

    /// Who is told how large the picture is shown, from its own size as 1.
    void onScale(DoubleConsumer listener) {
        scaled = listener;
        fit();
    }

    /// Shows an image in the same place; it may have more pixels than the picture's own size.
    void show(Image image) {
        view.setImage(image);
    }

    /// The picture has another own size and other words.
    void size(String text, double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        say(text);
        apply(zoom > 0 ? zoom : fitting());
    }

    private void say(String text) {
        words.setText(text);
        Tip.on(words, text);
        view.setAccessibleText(text);
    }

    private HBox bar(List<? extends Node> more) {
        words.getStyleClass().addAll("text-muted", "text-small");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        scale.getStyleClass().addAll("text-muted", "text-small", "numeric");
        scale.setMinWidth(44);
        scale.setAlignment(Pos.CENTER_RIGHT);
        HBox bar = new HBox(4, words);
        bar.getChildren().addAll(more);
        bar.getChildren().addAll(scale, button("fth-zoom-out", "preview.image.smaller", () -> zoom(1 / STEP)),
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
        Tip.on(button, text);
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
        double now = view.getFitWidth() / width;
        zoom = Math.clamp(now * factor, 0.02, 32);
        apply(zoom);
    }

    /// As large as there is room, but never larger than it is.
    private void fit() {
        if (zoom <= 0) {
            apply(fitting());
        }
    }

    private double fitting() {
        double across = scroll.getViewportBounds().getWidth() - 16;
        double down = scroll.getViewportBounds().getHeight() - 16;
        return across > 0 && down > 0 ? Math.min(1, Math.min(across / width, down / height)) : 0;
    }

    private void apply(double by) {
        if (by <= 0) {
            return;
        }
        view.setFitWidth(width * by);
        view.setFitHeight(height * by);
        scale.setText(Math.round(by * 100) + " %");
        DoubleConsumer listener = scaled;
        if (listener != null) {
            listener.accept(by);
        }
    }
}
