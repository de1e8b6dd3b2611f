package cotejo.ui.plots;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.Plot;
import cotejo.model.RunFrame;
import cotejo.ui.link.DragMode;
import cotejo.ui.link.Limits;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A chart of runs on the board: a view and its view model.
final class PlotChart implements BoardChart {

    private final PlotViewModel model;
    private final PlotView view;

    PlotChart(PlotViewModel model) {
        this.model = model;
        this.view = new PlotView(model);
    }

    PlotViewModel model() {
        return model;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(RunFrame frame, int[] rows) {
        model.show(frame, rows);
    }

    @Override
    public void forget() {
        model.forget();
    }

    @Override
    public void spec(PanelSpec spec) {
        model.spec(spec);
    }

    @Override
    public void limits(Limits limits) {
        model.limits(limits);
    }

    @Override
    public ObjectProperty<DragMode> drag() {
        return model.drag();
    }

    @Override
    public void theme(ChartTheme theme) {
        model.theme(theme);
    }

    @Override
    public ReadOnlyStringProperty title() {
        return model.title();
    }

    @Override
    public @Nullable Drawing drawing(ChartTheme theme) {
        return model.drawing(theme);
    }

    @Override
    public @Nullable Plot plot() {
        return model.plot();
    }

    @Override
    public LineOptions.Limits seen() {
        return model.zoom().of(model.spec());
    }

    @Override
    public void close() {
        view.close();
        model.end();
    }
}
