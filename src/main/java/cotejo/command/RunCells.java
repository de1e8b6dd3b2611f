package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.Experiment;
import cotejo.model.MetricColumn;
import cotejo.model.MetricStat;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.query.SeriesAt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The cells of runs for a table that leaves the program: times in ISO-8601, durations in milliseconds.
final class RunCells {

    private static final String NOTE = "mlflow.note.content";
    private static final int METRICS = 3;

    private final RunFrame frame;
    private final SeriesAt series;

    RunCells(RunFrame frame, SeriesAt series) {
        this.frame = frame;
        this.series = series;
    }

    /// What `runs` shows when no columns are named: of the metrics, those that most of the runs have.
    ///
    /// @param rows the runs that are shown
    static List<ColumnRef> brief(RunFrame frame, int[] rows) {
        List<ColumnRef> columns = new ArrayList<>();
        for (RunAttribute attribute : List.of(RunAttribute.RUN_ID, RunAttribute.RUN_NAME, RunAttribute.EXPERIMENT,
                RunAttribute.STATUS, RunAttribute.START, RunAttribute.DURATION)) {
            columns.add(ColumnRef.attribute(attribute));
        }
        frame.metricKeys().stream().map(key -> new Had(key, having(frame.metric(key), rows)))
                .filter(metric -> metric.runs() > 0).sorted(Comparator.comparingLong(Had::runs).reversed())
                .limit(METRICS).forEach(metric -> columns.add(ColumnRef.metric(metric.key())));
        return columns;
    }

    /// How many runs have a metric.
    private record Had(String key, long runs) {
    }

    private static long having(@Nullable MetricColumn metric, int[] rows) {
        return metric == null ? 0 : Arrays.stream(rows).filter(metric::has).count();
    }

    /// Everything that is known: attributes, params, latest values, and the tags that MLflow does not keep for itself.
    static List<ColumnRef> all(RunFrame frame) {
        List<ColumnRef> columns = new ArrayList<>();
        for (RunAttribute attribute : List.of(RunAttribute.RUN_ID, RunAttribute.RUN_NAME, RunAttribute.EXPERIMENT,
                RunAttribute.STATUS, RunAttribute.START, RunAttribute.END, RunAttribute.DURATION, RunAttribute.USER)) {
            columns.add(ColumnRef.attribute(attribute));
        }
        frame.paramKeys().forEach(key -> columns.add(new ColumnRef.Param(key)));
        frame.metricKeys().forEach(key -> columns.add(ColumnRef.metric(key)));
        frame.tagKeys().stream().filter(key -> !key.startsWith("mlflow.")).forEach(
                key -> columns.add(new ColumnRef.Tag(key)));
        return columns;
    }

    Rows rows(List<ColumnRef> columns, int[] rows) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int row : rows) {
            List<Cell> line = new ArrayList<>(columns.size());
            for (ColumnRef column : columns) {
                line.add(cell(column, row));
            }
            cells.add(line);
        }
        return new Rows(columns.stream().map(ColumnRef::text).toList(), cells);
    }

    private Cell cell(ColumnRef column, int row) {
        return switch (column) {
            case ColumnRef.Param(String key) -> text(frame.param(key), row);
            case ColumnRef.Tag(String key) -> text(frame.tag(key), row);
            case ColumnRef.Metric(String key, MetricStat stat) -> {
                MetricColumn metric = frame.metric(key);
                yield metric == null || !metric.has(row) ? Cell.empty() : Cell.of(metric.get(stat, row));
            }
            case ColumnRef.MetricAt(String key, double step) -> {
                MetricColumn metric = frame.metric(key);
                OptionalDouble value = metric == null || !metric.has(row) ? OptionalDouble.empty()
                        : series.at(frame.run(row).key(), key, step);
                yield value.isPresent() ? Cell.of(value.getAsDouble()) : Cell.empty();
            }
            case ColumnRef.Attribute(RunAttribute attribute) -> attribute(attribute, row);
        };
    }

    private static Cell text(@Nullable TextColumn column, int row) {
        String value = column == null ? null : column.value(row);
        return value == null ? Cell.empty() : Cell.of(value);
    }

    private Cell attribute(RunAttribute attribute, int row) {
        Run run = frame.run(row);
        @Nullable Experiment experiment = frame.experiment(row);
        return switch (attribute) {
            case RUN_ID -> Cell.of(run.id());
            case RUN_NAME -> Cell.of(run.name());
            case USER -> known(run.user());
            case STATUS -> Cell.of(run.status().name());
            case ARTIFACT_URI -> known(run.artifactUri());
            case START -> time(run.start());
            case END -> time(run.end());
            case DURATION -> run.duration() < 0 ? Cell.empty() : Cell.of((double) run.duration());
            case EXPERIMENT -> experiment == null ? Cell.empty() : Cell.of(experiment.name());
            case EXPERIMENT_ID -> experiment == null ? Cell.empty() : Cell.of(experiment.id());
            case STARRED -> Cell.of(Boolean.toString(run.starred()));
            case HIDDEN -> Cell.of(Boolean.toString(run.hidden()));
            case LIFECYCLE -> Cell.of(frame.trashed(row) ? "deleted" : "active");
            case PARENT -> run.parentId() == null ? Cell.empty() : Cell.of(run.parentId());
            case NOTE -> text(frame.tag(NOTE), row);
        };
    }

    private static Cell known(String text) {
        return text.isEmpty() ? Cell.empty() : Cell.of(text);
    }

    private static Cell time(long epochMillis) {
        return epochMillis == 0 ? Cell.empty() : Cell.of(Instant.ofEpochMilli(epochMillis).toString());
    }
}
