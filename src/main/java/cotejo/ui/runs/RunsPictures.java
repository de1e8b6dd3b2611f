package cotejo.ui.runs;

import cotejo.chart.PanelSpec;
import cotejo.model.Lifecycle;
import cotejo.model.MetricColumn;
import cotejo.model.MetricStat;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.ui.curves.BoardSetup;
import cotejo.ui.curves.CurvesPane;
import cotejo.ui.curves.Look;
import cotejo.ui.details.RunDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Brings the runs panel into the states it is photographed in. What is chosen depends on the workspace alone, so the
/// same workspace gives the same picture.
final class RunsPictures {

    /// The states, the most telling first.
    static final List<String> VIEWS = List.of("runs-curves", "runs", "run", "curves", "runs-grouped",
            "charts", "charts-grouped", "charts-kinds", "chart-fullscreen", "chart-editor",
            "artifact-image", "artifact-text", "artifact-table", "artifact-model", "artifact-large");
    private static final List<PanelSpec.Kind> KINDS = List.of(PanelSpec.Kind.SCATTER, PanelSpec.Kind.PARALLEL,
            PanelSpec.Kind.IMPORTANCE, PanelSpec.Kind.BOX, PanelSpec.Kind.HEATMAP, PanelSpec.Kind.PARETO);
    private static final int SHOWN = 6;
    /// The place of a panel that is not the first: those without a prefix come first, and are often single values.
    private static final int TELLING = 2;

    private final RunsViewModel model;
    private final Runnable openDetails;
    private final Supplier<@Nullable CurvesPane> board;
    private final RunDetails details;

    RunsPictures(RunsViewModel model, Runnable openDetails, Supplier<@Nullable CurvesPane> board,
            RunDetails details) {
        this.model = model;
        this.board = board;
        this.openDetails = openDetails;
        this.details = details;
    }

    void show(String view) {
        afterLoading(() -> {
            RunFrame frame = model.listing().get().frame();
            if (view.equals("runs") || frame.size() == 0) {
                model.change(state -> TableState.plain());
                return;
            }
            Scope richest = view.startsWith("artifact") ? new Scope.All()
                    : new Scope.Experiments(Set.of(richestExperiment(frame)));
            if (richest.equals(model.scope().get())) {
                arrange(view);
            } else {
                afterNextListing(() -> arrange(view));
                model.choose(richest);
            }
        });
    }

    private void arrange(String view) {
        switch (view) {
            case "runs-grouped" -> model.change(state -> TableState.plain()
                    .withGroupBy(List.of(ColumnRef.attribute(RunAttribute.STATUS))));
            case "run" -> {
                model.change(state -> TableState.plain());
                openDetails.run();
                pick(1);
            }
            case "artifact-image" -> artifact(".png");
            case "artifact-text" -> artifact(".yaml");
            case "artifact-table" -> artifact(".csv");
            case "artifact-model" -> artifact(".pkl");
            case "artifact-large" -> {
                details.nextArtifactLarge();
                artifact(".csv");
            }
            case String charts when charts.startsWith("chart") -> {
                BoardSetup setup = switch (charts) {
                    case "charts-grouped" -> BoardSetup.plain().withLook(grouped());
                    case "charts-kinds" -> BoardSetup.plain().withOwn(KINDS);
                    case String _ -> BoardSetup.plain();
                };
                model.change(state -> TableState.plain()
                        .withChart(new ChartState(ChartState.Layout.CURVES, "", setup)));
                CurvesPane shown = board.get();
                if (shown != null && charts.equals("chart-fullscreen")) {
                    shown.maximise(TELLING);
                } else if (shown != null && charts.equals("chart-editor")) {
                    shown.edit(TELLING);
                }
            }
            case String curves -> {
                ChartState.Layout layout = curves.equals("curves") ? ChartState.Layout.CURVES : ChartState.Layout.BOTH;
                model.change(state -> TableState.plain()
                        .withChart(new ChartState(layout, search(view), BoardSetup.plain())));
                pick(SHOWN);
            }
        }
    }

    /// The first run that has a file of that kind, in the order of the table.
    private void artifact(String ending) {
        model.change(state -> TableState.plain());
        openDetails.run();
        List<Long> keys = richest();
        int[] next = {0};
        Runnable another = () -> {
            if (next[0] < keys.size()) {
                model.selection().choose(List.of(keys.get(next[0]++)));
            }
        };
        details.openArtifact(file -> file.toString().endsWith(ending), another);
        another.run();
    }

    /// Repetitions together: all runs that differ in their seed alone, or else in the column with the fewest values.
    private Look grouped() {
        RunFrame frame = model.listing().get().frame();
        int[] rows = model.listing().get().scope().stream().toArray();
        TextColumn best = null;
        int least = Integer.MAX_VALUE;
        for (String key : frame.paramKeys().stream().sorted().toList()) {
            TextColumn column = frame.param(key);
            if (column != null) {
                int values = (int) Arrays.stream(rows).map(column::code).distinct().count();
                if (key.equals("seed") && values > 1) {
                    return Look.plain().with("group", new ColumnRef.Param(key).text()).with("groupMode", "ALL_BUT");
                }
                if (values > 1 && values < least) {
                    least = values;
                    best = column;
                }
            }
        }
        return best == null ? Look.plain() : Look.plain().with("group", new ColumnRef.Param(best.key()).text());
    }

    /// Half a window shows the validation metrics, where there are any; a whole one shows all.
    private String search(String view) {
        RunFrame frame = model.listing().get().frame();
        boolean validated = frame.metricKeys().stream().anyMatch(key -> key.startsWith("val/"));
        return view.equals("runs-curves") && validated ? "val/" : "";
    }

    /// Selects the runs with the most points, in the order of the table.
    private void pick(int count) {
        List<Long> keys = richest();
        model.selection().choose(keys.subList(0, Math.min(count, keys.size())));
    }

    private List<Long> richest() {
        RunFrame frame = model.listing().get().frame();
        Map<Long, Long> points = new HashMap<>();
        List<Long> keys = new ArrayList<>();
        for (int row : model.listing().get().scope().stream().toArray()) {
            long key = frame.run(row).key();
            keys.add(key);
            points.put(key, points(frame, row));
        }
        keys.sort(Comparator.<Long>comparingLong(key -> -points.getOrDefault(key, 0L)).thenComparing(key -> key));
        return keys;
    }

    private static long points(RunFrame frame, int row) {
        double sum = 0;
        for (String key : frame.metricKeys()) {
            MetricColumn column = frame.metric(key);
            sum += column != null && column.has(row) ? column.get(MetricStat.COUNT, row) : 0;
        }
        return (long) sum;
    }

    private static long richestExperiment(RunFrame frame) {
        Map<Long, Long> points = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            Run run = frame.run(row);
            if (run.lifecycle() == Lifecycle.ACTIVE) {
                points.merge(run.experimentKey(), points(frame, row), Long::sum);
            }
        }
        return points.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(frame.run(0).experimentKey());
    }

    private void afterNextListing(Runnable then) {
        model.listing().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Listing> listing, Listing before, Listing now) {
                listing.removeListener(this);
                model.context().front().execute(then);
            }
        });
    }

    private void afterLoading(Runnable then) {
        if (model.phase().get() != RunsViewModel.Phase.LOADING) {
            then.run();
            return;
        }
        model.phase().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends RunsViewModel.Phase> phase, RunsViewModel.Phase before,
                    RunsViewModel.Phase now) {
                if (now != RunsViewModel.Phase.LOADING) {
                    phase.removeListener(this);
                    model.context().front().execute(then);
                }
            }
        });
    }
}
