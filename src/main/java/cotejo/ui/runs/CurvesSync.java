package cotejo.ui.runs;

import cotejo.chart.XMode;
import cotejo.model.MetricColumn;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.ui.curves.CurveRun;
import cotejo.ui.curves.CurvesViewModel;
import cotejo.ui.curves.PanelSize;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;

/// Keeps the board of curves on the selected runs, and its settings in the view that is kept.
final class CurvesSync {

    /// More curves than this at once say nothing to anybody.
    static final int MOST = 100;

    /// What the status line says when more runs are selected than curves are drawn.
    static Optional<String> cut(int selected, ChartState.Layout layout) {
        return selected > MOST && layout != ChartState.Layout.TABLE
                ? Optional.of(Texts.get("runs.status.curves", MOST)) : Optional.empty();
    }

    private final RunsViewModel model;
    private final CurvesViewModel curves;
    private final Latest latest;
    private List<CurveRun> shown = List.of();
    private boolean taking;

    CurvesSync(RunsViewModel model) {
        this.model = model;
        this.curves = new CurvesViewModel((run, metric) -> model.context().workspace().series().read(run, metric),
                model.context().background(), model.context().front());
        this.latest = new Latest(model.context().background(), model.context().front());
        model.onPoints(curves::refresh);
        InvalidationListener changed = any -> keep();
        List.of(curves.smoothing(), curves.xMode(), curves.logY(), curves.search(), curves.panelSize())
                .forEach(property -> property.addListener(changed));
        model.state().addListener((property, before, now) -> take(now.chart()));
        take(model.state().get().chart());
    }

    CurvesViewModel curves() {
        return curves;
    }

    private void take(ChartState chart) {
        if (!chart.equals(now(chart.layout()))) {
            taking = true;
            curves.smoothing().set(chart.smoothing());
            curves.xMode().set(TableStateJson.constant(XMode.class, chart.xMode(), XMode.STEP));
            curves.logY().set(chart.logY());
            curves.search().set(chart.search());
            curves.panelSize().set(TableStateJson.constant(PanelSize.class, chart.panelSize(), PanelSize.MEDIUM));
            taking = false;
        }
    }

    private ChartState now(ChartState.Layout layout) {
        return new ChartState(layout, curves.smoothing().get(), curves.xMode().get().name(), curves.logY().get(),
                curves.search().get(), curves.panelSize().get().name());
    }

    private void keep() {
        if (!taking) {
            model.change(state -> state.withChart(now(state.chart().layout())));
        }
    }

    /// Shows the selected runs that are not hidden.
    void show() {
        List<Long> keys = model.selection().inOrder().stream().limit(MOST * 2L).toList();
        RunFrame frame = model.listing().get().frame();
        List<CurveRun> before = shown;
        latest.submit(cancel -> CurveRun.apart(runs(keys, frame), before), found -> {
            if (!found.equals(shown)) {
                shown = found;
                curves.setRuns(found);
            }
        }, failure -> model.context().notices().failed(cotejo.text.Texts.get("runs.failed"), failure));
    }

    private static List<CurveRun> runs(List<Long> keys, RunFrame frame) {
        List<CurveRun> found = new ArrayList<>();
        for (long key : keys) {
            int row = frame.row(key);
            if (row >= 0 && !frame.run(row).hidden() && found.size() < MOST) {
                Set<String> metrics = new HashSet<>();
                for (String metric : frame.metricKeys()) {
                    MetricColumn column = frame.metric(metric);
                    if (column != null && column.has(row)) {
                        metrics.add(metric);
                    }
                }
                found.add(CurveRun.of(key, frame.run(row).id(), frame.run(row).name(), metrics));
            }
        }
        return found;
    }

    void close() {
        latest.cancel();
        curves.close();
    }
}
