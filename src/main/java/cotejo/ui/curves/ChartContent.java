package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.Plot;
import cotejo.chart.plot.PlotKinds;
import cotejo.export.ChartData;
import cotejo.text.Texts;
import cotejo.ui.link.DragMode;
import cotejo.ui.link.Limits;
import cotejo.ui.plots.BoardChart;
import cotejo.ui.plots.PlotHand;
import cotejo.ui.plots.PlotPanels;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A chart that is not of lines, fed with the runs of the board.
final class ChartContent implements Content {

    private final CurvesViewModel model;
    private final BoardChart chart;
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final InvalidationListener other = change -> runs();
    private final InvalidationListener gone = change -> forget();
    private final InvalidationListener dressed = change -> theme();
    private final InvalidationListener arranged = change -> limits();
    private final BooleanSupplier mayZoom;
    private final PlotHand hand = new Hand();
    private PanelSpec spec;

    /// @param mayZoom false while the wheel is scrolling the board
    ChartContent(CurvesViewModel model, Tile tile, BooleanSupplier mayZoom) {
        this.model = model;
        this.mayZoom = mayZoom;
        this.spec = tile.spec();
        this.chart = PlotPanels.open(spec, model.seriesAt(), model.linked(), model.background(), model.front(),
                hand);
        model.runs().addListener(other);
        model.forgotten().addListener(gone);
        model.theme().addListener(dressed);
        model.setup().addListener(arranged);
        limits();
        theme();
        runs();
        show(tile);
    }

    /// Keeps what a hand does to the chart with the board.
    private final class Hand implements PlotHand {

        @Override
        public void changed(PanelSpec next) {
            spec = next;
            model.actions().change(next);
        }

        @Override
        public void zoomed(Limits wanted, Object movement) {
            model.edits().move("curves.did.zoom", movement, setup -> setup.withLimits(spec.id(), wanted));
        }

        @Override
        public void rested() {
            model.edits().settle();
        }

        @Override
        public boolean mayZoom() {
            return mayZoom.getAsBoolean();
        }
    }

    /// What keeps what is done to the chart.
    PlotHand hand() {
        return hand;
    }

    private void limits() {
        chart.limits(model.setup().get().limits().getOrDefault(spec.id(), Limits.NONE));
    }

    private void forget() {
        // Asked, so that the next time is told too.
        model.forgotten().get();
        chart.forget();
    }

    private void runs() {
        BoardRuns runs = model.runs().get();
        chart.show(runs.frame(), runs.rows());
    }

    private void theme() {
        chart.theme(model.theme().get());
    }

    @Override
    public Node node() {
        return chart.node();
    }

    @Override
    public void attach(Node panel) {
        // The chart hears its own keys.
    }

    @Override
    public void show(Tile tile) {
        spoken.set(Texts.get("curves.spoken.chart", tile.title(), PlotKinds.label(tile.spec().kind()),
                model.runs().get().wanted()));
        if (!tile.spec().equals(spec)) {
            spec = tile.spec();
            chart.spec(spec);
            limits();
        }
    }

    @Override
    public @Nullable ObjectProperty<DragMode> drag() {
        return PlotKinds.ends(spec.kind()).isEmpty() ? null : chart.drag();
    }

    @Override
    public ReadOnlyStringProperty heading() {
        return chart.title();
    }

    @Override
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty spoken() {
        return spoken.getReadOnlyProperty();
    }

    @Override
    public @Nullable Callable<Drawing> figure(ChartTheme theme) {
        Drawing drawing = chart.drawing(theme);
        return drawing == null ? null : () -> drawing;
    }

    @Override
    public @Nullable Callable<ChartData> data(ChartData.Kind kind) {
        Plot plot = chart.plot();
        if (plot == null) {
            return null;
        }
        BoardRuns runs = model.runs().get();
        LineOptions.Limits limits = chart.seen();
        return switch (kind) {
            case DRAWN -> () -> ChartData.drawn(plot, limits);
            case RAW -> () -> ChartData.columns(plot.shown(), runs.frame(), runs.rows(), model.seriesAt());
        };
    }

    @Override
    public void again() {
        runs();
    }

    @Override
    public void close() {
        model.runs().removeListener(other);
        model.forgotten().removeListener(gone);
        model.theme().removeListener(dressed);
        model.setup().removeListener(arranged);
        chart.close();
    }
}
