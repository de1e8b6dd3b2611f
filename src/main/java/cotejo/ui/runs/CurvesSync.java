package cotejo.ui.runs;

import cotejo.model.MetricColumn;
import cotejo.chart.RunNames;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.ui.curves.BoardRuns;
import cotejo.ui.curves.BoardSetup;
import cotejo.ui.curves.CurveRun;
import cotejo.ui.curves.CurvesViewModel;
import cotejo.ui.link.Linked;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the board of charts on the runs it is to draw, its arrangement in the view that is kept, and the selection of
/// the table and of all charts the same.
///
/// While the board draws the selected runs, those that are selected by a chart stand out among them: a click on one of
/// ten lines must not make nine of them vanish. It takes up the selection when that is changed in the table.
final class CurvesSync {

    /// More curves than this at once say nothing to anybody.
    static final int MOST = 100;

    /// Runs in groups are few lines, but all of them are read.
    private static final int MOST_GROUPED = 1000;

    /// What the status line says when more runs are selected than curves are drawn.
    static Optional<String> cut(int selected, ChartState chart) {
        return selected > MOST && chart.layout() != ChartState.Layout.TABLE
                && chart.shown() == BoardSetup.Shown.SELECTED
                ? Optional.of(Texts.get("runs.status.curves", MOST)) : Optional.empty();
    }

    private final RunsViewModel model;
    private final CurvesViewModel curves;
    private final SelectionSteps steps;
    private final Linked linked = new Linked(this::wished);
    private final Latest latest;
    private BoardRuns shown = BoardRuns.of(List.of());
    /// What was selected in the table last, and is drawn.
    private Set<Long> picked;
    /// What a chart is selecting.
    private Linked.@Nullable Chosen byChart;
    private boolean taking;
    private boolean grouped;
    /// Whose runs are drawn.
    private Scope drawn;
    /// A board that waits for the runs it is of, so that it is not seen with those of another experiment.
    private @Nullable ChartState coming;

    CurvesSync(RunsViewModel model) {
        this.model = model;
        this.curves = new CurvesViewModel((run, metric) -> model.context().workspace().series().read(run, metric),
                model.context().background(), model.context().front(), linked, model.context().undo());
        this.steps = new SelectionSteps(model.context().undo(), this::choose);
        this.latest = new Latest(model.context().background(), model.context().front());
        model.onPoints(curves::refresh);
        curves.onKept(this::keep);
        curves.search().addListener((property, before, now) -> keep());
        model.state().addListener((property, before, now) -> take(before.chart(), now.chart()));
        drawn = model.listed().get();
        model.listed().addListener((property, before, now) -> {
            if (coming != null) {
                show();
            }
        });
        picked = model.selection().keys();
        linked.selected(picked);
        model.selection().version().addListener((property, before, now) -> selected(model.selection().keys()));
        take(ChartState.plain(), model.state().get().chart());
    }

    CurvesViewModel curves() {
        return curves;
    }

    Linked linked() {
        return linked;
    }

    private void selected(Set<Long> keys) {
        Linked.@Nullable Chosen made = byChart;
        if (made != null && made.keys().equals(keys)) {
            linked.selected(made);
        } else if (!keys.equals(linked.selected().get())) {
            if (made == null) {
                picked = keys;
            }
            linked.selected(keys);
        }
    }

    /// A chart wants runs selected.
    private void wished(Linked.Wish wish) {
        steps.did(linked.chosen().get(), wish);
    }

    private void choose(Linked.Chosen wanted) {
        byChart = wanted;
        try {
            model.selection().choose(List.copyOf(wanted.keys()));
            // The table says nothing when it has these runs already.
            selected(model.selection().keys());
        } finally {
            byChart = null;
        }
    }

    private void take(ChartState before, ChartState chart) {
        if (!drawn.equals(model.scope().get())) {
            coming = chart;
        } else if (!chart.equals(now(chart.layout()))) {
            arrange(chart);
        }
        curves.shown().set(chart.shown());
        boolean otherRuns = before.shown() != chart.shown() || grouped != chart.board().look().grouped();
        if (otherRuns && chart.layout() != ChartState.Layout.TABLE) {
            show();
        }
    }

    private void arrange(ChartState chart) {
        taking = true;
        curves.search().set(chart.search());
        curves.take(chart.board());
        taking = false;
    }

    private ChartState now(ChartState.Layout layout) {
        return new ChartState(layout, curves.search().get(), curves.setup().get());
    }

    private void keep() {
        if (!taking && coming == null) {
            model.change(state -> state.withChart(now(state.chart().layout())));
        }
    }

    /// Shows the runs that are to be drawn, without those that are hidden.
    void show() {
        // Whoever asks may have heard of a selection before this did.
        selected(model.selection().keys());
        Scope of = model.listed().get();
        if (!of.equals(model.scope().get())) {
            // What is listed is still what was chosen before.
            return;
        }
        Listing listing = model.listing().get();
        RunFrame frame = listing.frame();
        @Nullable ChartState waiting = coming;
        grouped = (waiting == null ? curves.setup().get() : waiting.board()).look().grouped();
        int most = grouped ? MOST_GROUPED : MOST;
        boolean all = model.state().get().chart().shown() == BoardSetup.Shown.TABLE;
        Set<Long> wanted = picked;
        Set<Long> selected = model.selection().keys();
        List<CurveRun> before = shown.runs();
        if (all ? !listing.matching().isEmpty() : !wanted.isEmpty()) {
            curves.coming();
        }
        latest.submit(cancel -> {
            List<Integer> rows = new ArrayList<>(inTable(listing));
            rows.removeIf(row -> frame.run(row).hidden() || !all && !wanted.contains(frame.run(row).key()));
            List<CurveRun> drawn = runs(first(rows, frame, selected, most), frame);
            return new BoardRuns(CurveRun.apart(named(drawn, frame), before), rows.size(), frame,
                    rows.stream().mapToInt(Integer::intValue).toArray());
        }, found -> {
            drawn = of;
            @Nullable ChartState kept = coming;
            if (kept != null && of.equals(model.scope().get())) {
                coming = null;
                arrange(kept);
            }
            if (!found.runs().equals(shown.runs()) || found.frame() != shown.frame()
                    || found.wanted() != shown.wanted()) {
                if (kept != null) {
                    curves.forget();
                }
                shown = found;
                curves.setRuns(found);
            } else {
                curves.came();
            }
        }, failure -> {
            curves.came();
            model.context().notices().failed(Texts.get("runs.failed"), failure);
        });
    }

    /// All runs that pass the filter, in the order of the table; those below a folded group at the end.
    private static List<Integer> inTable(Listing listing) {
        List<Integer> rows = new ArrayList<>();
        BitSet left = (BitSet) listing.matching().clone();
        for (int line = 0; line < listing.rows().size(); line++) {
            int row = listing.rows().frameRow(line);
            if (row >= 0 && left.get(row)) {
                left.clear(row);
                rows.add(row);
            }
        }
        left.stream().forEach(rows::add);
        return rows;
    }

    /// As many as can be drawn: the selected ones before the others, all in their order.
    private static List<Integer> first(List<Integer> rows, RunFrame frame, Set<Long> selected,
            int most) {
        if (rows.size() <= most) {
            return rows;
        }
        Set<Integer> chosen = new HashSet<>();
        rows.stream().filter(row -> selected.contains(frame.run(row).key())).limit(most).forEach(chosen::add);
        rows.stream().filter(row -> !chosen.contains(row)).limit(most - chosen.size()).toList()
                .forEach(chosen::add);
        return rows.stream().filter(chosen::contains).toList();
    }

    private static List<CurveRun> runs(List<Integer> rows, RunFrame frame) {
        List<Set<String>> metrics = new ArrayList<>();
        rows.forEach(row -> metrics.add(new HashSet<>()));
        // Key by key, since there may be a hundred thousand of them, of which the runs of an experiment have few.
        for (String metric : frame.metricKeys()) {
            @Nullable MetricColumn column = frame.metric(metric);
            for (int i = 0; column != null && i < rows.size(); i++) {
                if (column.has(rows.get(i))) {
                    metrics.get(i).add(metric);
                }
            }
        }
        List<CurveRun> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            found.add(CurveRun.of(frame.run(row).key(), frame.run(row).id(), frame.run(row).name(), metrics.get(i)));
        }
        return found;
    }

    /// Named by what tells them apart.
    private static List<CurveRun> named(List<CurveRun> runs, RunFrame frame) {
        List<String> names = RunNames.of(frame, runs.stream().mapToInt(run -> frame.row(run.key())).toArray());
        List<CurveRun> named = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            named.add(runs.get(i).labelled(names.get(i)));
        }
        return named;
    }

    void close() {
        latest.cancel();
        curves.close();
    }
}
