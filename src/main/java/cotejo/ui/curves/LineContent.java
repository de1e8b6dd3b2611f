package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.Picture;
import cotejo.text.Texts;
import cotejo.ui.link.DragMode;
import cotejo.work.Cancel;
import java.nio.IntBuffer;
import java.util.concurrent.Callable;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lines: the picture, and a transparent canvas above it for what follows the pointer.
final class LineContent extends Region implements Content {

    private final PanelViewModel model;
    private final ImageView image = new ImageView();
    private final Canvas overlay = new Canvas();
    private final Label waiting = new Label();
    private final VBox trouble = new VBox(8);
    private final Label reason = new Label();
    private final BarsView bars = new BarsView();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private final InvalidationListener changed = change -> show();
    private final Gestures gestures;

    LineContent(PanelViewModel model, Readouts readouts) {
        this.model = model;
        waiting.getStyleClass().add("curve-message");
        reason.setWrapText(true);
        reason.getStyleClass().add("curve-message");
        Button retry = new Button(Texts.get("curves.retry"));
        retry.setOnAction(press -> model.start());
        trouble.getChildren().addAll(reason, retry);
        trouble.getStyleClass().add("curve-trouble");
        image.setSmooth(false);
        getChildren().addAll(image, bars, overlay, waiting, trouble);
        gestures = new Gestures(model, overlay, readouts);
        model.state().addListener(changed);
        show();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void attach(Node panel) {
        gestures.install(panel);
    }

    PanelViewModel model() {
        return model;
    }

    @Override
    public void show(Tile tile) {
        model.show(tile);
    }

    @Override
    public ObjectProperty<DragMode> drag() {
        return gestures.mode();
    }

    @Override
    public ReadOnlyStringProperty heading() {
        return heading.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty spoken() {
        return spoken.getReadOnlyProperty();
    }

    private void show() {
        PanelState state = model.state().get();
        image.setVisible(state instanceof PanelState.Lines);
        bars.setVisible(state instanceof PanelState.Bars);
        waiting.setVisible(state instanceof PanelState.Loading);
        trouble.setVisible(state instanceof PanelState.Failed);
        switch (state) {
            case PanelState.Lines lines -> {
                image.setImage(image(lines.picture()));
                image.setFitWidth(lines.picture().width() / lines.picture().scale());
                image.setFitHeight(lines.picture().height() / lines.picture().scale());
                gestures.crossed();
            }
            case PanelState.Bars found -> bars.show(found.bars());
            case PanelState.Loading(int read, int of) -> waiting.setText(of == 0 ? Texts.get("curves.loading")
                    : Texts.get("curves.loading.far", ValueText.count(read), ValueText.count(of)));
            case PanelState.Failed failed -> reason.setText(failed.message());
        }
        spoken.set(Notes.spoken(model.tile().metric().orElse(model.tile().title()), state));
        said.set(String.join("  ·  ", model.remarks()));
    }

    private static WritableImage image(Picture picture) {
        return new WritableImage(new PixelBuffer<>(picture.width(), picture.height(), IntBuffer.wrap(picture.pixels()),
                PixelFormat.getIntArgbPreInstance()));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        overlay.setWidth(width);
        overlay.setHeight(height);
        bars.resizeRelocate(0, 0, width, height);
        waiting.resizeRelocate(0, 0, width, height);
        trouble.resizeRelocate(0, 0, width, height);
        double scale = getScene() == null || getScene().getWindow() == null ? 1
                : getScene().getWindow().getRenderScaleX();
        model.resize((int) Math.floor(width), (int) Math.floor(height), scale);
    }

    @Override
    public Callable<Drawing> figure(ChartTheme theme) {
        PanelJob job = model.figure(theme);
        if (model.state().get() instanceof PanelState.Bars) {
            return () -> job.bars(model.board().seriesAt());
        }
        return () -> job.figure(model.board().charts(), new Cancel());
    }

    @Override
    public void again() {
        model.start();
    }

    @Override
    public void close() {
        model.state().removeListener(changed);
        gestures.close();
        model.board().close(model);
    }
}
