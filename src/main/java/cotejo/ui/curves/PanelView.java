package cotejo.ui.curves;

import cotejo.chart.Picture;
import cotejo.text.Texts;
import java.nio.IntBuffer;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A metric's panel: its name, the picture, a transparent canvas above it for what follows the pointer, and remarks.
final class PanelView extends Region {

    private static final double FOOT = 20;
    private static final double SIDE = 6;

    private final PanelViewModel model;
    private final Label title = new Label();
    private final ImageView image = new ImageView();
    private final Canvas overlay = new Canvas();
    private final Label notes = new Label();
    private final Label waiting = new Label();
    private final VBox trouble = new VBox(8);
    private final Label reason = new Label();
    private final BarsView bars = new BarsView();
    private final InvalidationListener changed = change -> show();

    PanelView(PanelViewModel model, String shortName, Readouts readouts) {
        this.model = model;
        getStyleClass().add("curve-panel");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        title.setText(shortName);
        title.getStyleClass().add("curve-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        notes.getStyleClass().add("curve-notes");
        waiting.getStyleClass().add("curve-message");
        reason.setWrapText(true);
        reason.getStyleClass().add("curve-message");
        Button retry = new Button(Texts.get("curves.retry"));
        retry.setOnAction(press -> model.start());
        trouble.getChildren().addAll(reason, retry);
        trouble.getStyleClass().add("curve-trouble");
        image.setSmooth(false);
        getChildren().addAll(title, image, bars, overlay, notes, waiting, trouble);
        new Gestures(model, this, overlay, readouts).install();
        model.state().addListener(changed);
        show();
    }

    void close() {
        model.state().removeListener(changed);
    }

    PanelViewModel model() {
        return model;
    }

    private void show() {
        PanelState state = model.state().get();
        setAccessibleText(Notes.spoken(model.metric(), state));
        image.setVisible(state instanceof PanelState.Lines);
        bars.setVisible(state instanceof PanelState.Bars);
        waiting.setVisible(state instanceof PanelState.Loading);
        trouble.setVisible(state instanceof PanelState.Failed);
        String remarks = "";
        switch (state) {
            case PanelState.Lines lines -> {
                image.setImage(image(lines.picture()));
                image.setFitWidth(lines.picture().width() / lines.picture().scale());
                image.setFitHeight(lines.picture().height() / lines.picture().scale());
                remarks = String.join("  ·  ", Notes.of(lines.picture().facts()));
            }
            case PanelState.Bars found -> bars.show(found.bars());
            case PanelState.Loading loading -> waiting.setText(loading.total() > 1
                    ? Texts.get("curves.loading.count", ValueText.count(loading.done()),
                            ValueText.count(loading.total()))
                    : Texts.get("curves.loading"));
            case PanelState.Failed failed -> reason.setText(failed.message());
        }
        if (!remarks.equals(notes.getText())) {
            notes.setText(remarks);
            requestLayout();
        }
    }

    private static WritableImage image(Picture picture) {
        return new WritableImage(new PixelBuffer<>(picture.width(), picture.height(), IntBuffer.wrap(picture.pixels()),
                PixelFormat.getIntArgbPreInstance()));
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset() + SIDE;
        double width = getWidth() - left - snappedRightInset() - SIDE;
        double top = snappedTopInset();
        double foot = notes.getText().isEmpty() ? 0 : FOOT;
        double height = getHeight() - top - snappedBottomInset() - BoardPlan.TITLE - foot - 4;
        title.resizeRelocate(left + 4, top + 2, Math.min(width - 8, title.prefWidth(-1)), BoardPlan.TITLE - 2);
        notes.resizeRelocate(left + 4, top + BoardPlan.TITLE + height, width - 8, foot);
        double chartTop = top + BoardPlan.TITLE;
        image.relocate(left, chartTop);
        overlay.relocate(left, chartTop);
        overlay.setWidth(Math.max(0, width));
        overlay.setHeight(Math.max(0, height));
        bars.resizeRelocate(left, chartTop, width, height);
        waiting.resizeRelocate(left, chartTop, width, height);
        trouble.resizeRelocate(left, chartTop, width, height);
        double scale = getScene() == null || getScene().getWindow() == null ? 1
                : getScene().getWindow().getRenderScaleX();
        model.resize((int) Math.floor(width), (int) Math.floor(height), scale);
    }
}
