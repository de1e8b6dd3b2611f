package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.PlotKinds;
import cotejo.text.Texts;
import cotejo.ui.plots.BoardChart;
import cotejo.ui.plots.PlotPanels;
import java.util.concurrent.Callable;
import javafx.beans.InvalidationListener;
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
    private final InvalidationListener dressed = change -> theme();
    private PanelSpec spec;

    ChartContent(CurvesViewModel model, Tile tile) {
        this.model = model;
        this.spec = tile.spec();
        this.chart = PlotPanels.open(spec, model.seriesAt(), model.linked(), model.background(), model.front(),
                this::changedByHand);
        model.runs().addListener(other);
        model.theme().addListener(dressed);
        theme();
        runs();
        show(tile);
    }

    private void changedByHand(PanelSpec next) {
        spec = next;
        model.actions().change(next);
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
                ValueText.count(model.runs().get().wanted())));
        if (!tile.spec().equals(spec)) {
            spec = tile.spec();
            chart.spec(spec);
        }
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
    public void again() {
        runs();
    }

    @Override
    public void close() {
        model.runs().removeListener(other);
        model.theme().removeListener(dressed);
        chart.close();
    }
}
