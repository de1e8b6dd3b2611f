package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.LineOptions;
import cotejo.chart.Picture;
import cotejo.export.ChartData;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import cotejo.ui.link.DragMode;
import cotejo.work.Cancel;
import java.nio.IntBuffer;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/// Lines: the picture, and a transparent canvas above it for what follows the pointer.
final class LineContent extends Region implements Content {

    /// The height of the line that says which dash is which metric.
    private static final double KEY = 22;

    private final PanelViewModel model;
    private final ImageView image = new ImageView();
    private final Canvas overlay = new Canvas();
    private final LegendLine key = new LegendLine();
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
        waiting.setMouseTransparent(true);
        waiting.setWrapText(true);
        reason.setWrapText(true);
        reason.getStyleClass().add("curve-message");
        Button retry = new Button(Texts.get("curves.retry"));
        retry.setOnAction(press -> model.start());
        trouble.getChildren().addAll(reason, retry);
        trouble.getStyleClass().add("curve-trouble");
        image.setSmooth(false);
        key.setVisible(false);
        getChildren().addAll(image, bars, key, overlay, waiting, trouble);
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
        boolean away = model.zoomed() && state.outOfSight();
        waiting.setVisible(away || state instanceof PanelState.Loading);
        trouble.setVisible(state instanceof PanelState.Failed);
        key(state);
        switch (state) {
            case PanelState.Lines lines -> {
                image.setImage(image(lines.picture()));
                image.setFitWidth(lines.picture().width() / lines.picture().scale());
                image.setFitHeight(lines.picture().height() / lines.picture().scale());
                waiting.setText(away ? Texts.get("curves.nothing") : "");
                gestures.crossed();
            }
            case PanelState.Bars found -> bars.show(found.bars());
            case PanelState.Loading(int read, int of) -> waiting.setText(of == 0 ? Texts.get("curves.loading")
                    : Texts.get("curves.loading.far", read, of));
            case PanelState.Failed failed -> reason.setText(failed.message());
        }
        spoken.set(Notes.spoken(model.tile().metric().orElse(model.tile().title()), state));
        said.set(String.join("  ·  ", model.remarks()));
    }

    /// Which dash is which metric, where there are several; their colours are those of the runs.
    private void key(PanelState state) {
        boolean several = state instanceof PanelState.Lines lines && lines.chart().options().metrics().size() > 1;
        if (several && state instanceof PanelState.Lines lines) {
            List<Label> entries = MetricKey.entries(lines.chart());
            Button more = new Button();
            more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "curve-legend-more");
            Tip.on(more, String.join("\n", lines.chart().options().metrics()));
            key.show(entries, more, entries.size());
        }
        if (several != key.isVisible()) {
            key.setVisible(several);
            requestLayout();
        }
    }

    private static WritableImage image(Picture picture) {
        return new WritableImage(new PixelBuffer<>(picture.width(), picture.height(), IntBuffer.wrap(picture.pixels()),
                PixelFormat.getIntArgbPreInstance()));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = key.isVisible() ? KEY : 0;
        double height = Math.max(0, getHeight() - top);
        key.resizeRelocate(4, 0, Math.max(0, width - 8), KEY);
        image.relocate(0, top);
        overlay.relocate(0, top);
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
            return () -> job.bars(model.board().charts(), new Cancel());
        }
        return () -> job.figure(model.board().charts(), new Cancel());
    }

    @Override
    public @Nullable Callable<ChartData> data(ChartData.Kind kind) {
        PanelJob job = model.figure(model.board().theme().get());
        PanelState state = model.state().get();
        int columns = state instanceof PanelState.Lines lines
                ? (int) Math.max(1, lines.picture().area().getWidth() * lines.picture().scale()) : 1;
        return switch (kind) {
            case RAW -> () -> ChartData.raw(LineOptions.of(job.what().spec()).metrics(), job.what().frame(),
                    job.lineRuns(), model.board().reader(), new Cancel());
            case DRAWN -> state instanceof PanelState.Bars(List<PanelState.Bar> shown)
                    ? () -> ChartData.bars(shown.stream().map(PanelState.Bar::name).toList(),
                            shown.stream().map(PanelState.Bar::value).toList())
                    : () -> ChartData.drawn(job.figure(model.board().charts(), new Cancel()), columns, new Cancel());
        };
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
