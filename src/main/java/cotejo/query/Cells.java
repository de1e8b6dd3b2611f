package cotejo.query;

import cotejo.model.Experiment;
import cotejo.model.MetricColumn;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The values of one [ColumnRef] over a [RunFrame].
abstract class Cells {

    private static final String NOTE_TAG = "mlflow.note.content";

    /// Whether the run has a value here; it may still be NaN.
    abstract boolean has(int row);

    /// The value as a number; NaN when there is none or it is no number.
    abstract double number(int row);

    /// The value as text, or null when there is none. Numbers as the filter language writes them.
    @Nullable String text(int row) {
        return has(row) ? Numbers.text(number(row)) : null;
    }

    static Cells of(ColumnRef ref, RunFrame frame, SeriesAt series) {
        return switch (ref) {
            case ColumnRef.Param p -> dictionary(frame.param(p.key()));
            case ColumnRef.Tag t -> dictionary(frame.tag(t.key()));
            case ColumnRef.Metric m -> metric(frame.metric(m.key()), m);
            case ColumnRef.MetricAt m -> new AtStep(frame, frame.metric(m.key()), m, series);
            case ColumnRef.Attribute a -> switch (a.attribute()) {
                case NOTE -> dictionary(frame.tag(NOTE_TAG));
                case START, END, DURATION -> new Times(frame, a.attribute());
                default -> new Attributes(frame, a.attribute());
            };
        };
    }

    private static Cells dictionary(@Nullable TextColumn column) {
        return column == null ? NONE : new Dictionary(column);
    }

    private static Cells metric(@Nullable MetricColumn column, ColumnRef.Metric ref) {
        return column == null ? NONE : new Summary(column, ref);
    }

    private static final Cells NONE = new Cells() {
        @Override
        boolean has(int row) {
            return false;
        }

        @Override
        double number(int row) {
            return Double.NaN;
        }
    };

    /// A param or tag. Each distinct value is read as a number at most once.
    static final class Dictionary extends Cells {
        private final TextColumn column;
        private double @Nullable [] numbers;

        Dictionary(TextColumn column) {
            this.column = column;
        }

        List<String> values() {
            return column.values();
        }

        int code(int row) {
            return column.code(row);
        }

        @Override
        boolean has(int row) {
            return column.code(row) >= 0;
        }

        @Override
        double number(int row) {
            int code = column.code(row);
            return code < 0 ? Double.NaN : numbers()[code];
        }

        @Override
        @Nullable String text(int row) {
            return column.value(row);
        }

        double[] numbers() {
            double[] known = numbers;
            if (known == null) {
                known = column.values().stream().mapToDouble(Numbers::parse).toArray();
                numbers = known;
            }
            return known;
        }
    }

    private static final class Summary extends Cells {
        private final MetricColumn column;
        private final ColumnRef.Metric ref;

        Summary(MetricColumn column, ColumnRef.Metric ref) {
            this.column = column;
            this.ref = ref;
        }

        @Override
        boolean has(int row) {
            return column.has(row);
        }

        @Override
        double number(int row) {
            return column.get(ref.stat(), row);
        }
    }

    private static final class AtStep extends Cells {
        private final RunFrame frame;
        private final @Nullable MetricColumn column;
        private final ColumnRef.MetricAt ref;
        private final SeriesAt series;

        AtStep(RunFrame frame, @Nullable MetricColumn column, ColumnRef.MetricAt ref, SeriesAt series) {
            this.frame = frame;
            this.column = column;
            this.ref = ref;
            this.series = series;
        }

        private OptionalDouble look(int row) {
            boolean there = column != null && column.has(row);
            return there ? series.at(frame.run(row).key(), ref.key(), ref.step()) : OptionalDouble.empty();
        }

        @Override
        boolean has(int row) {
            return look(row).isPresent();
        }

        @Override
        double number(int row) {
            return look(row).orElse(Double.NaN);
        }
    }

    private static final class Times extends Cells {
        private final RunFrame frame;
        private final RunAttribute attribute;

        Times(RunFrame frame, RunAttribute attribute) {
            this.frame = frame;
            this.attribute = attribute;
        }

        @Override
        boolean has(int row) {
            Run run = frame.run(row);
            return switch (attribute) {
                case START -> run.start() > 0;
                case END -> run.end() > 0;
                default -> run.duration() >= 0;
            };
        }

        @Override
        double number(int row) {
            Run run = frame.run(row);
            return switch (attribute) {
                case START -> run.start() > 0 ? run.start() : Double.NaN;
                case END -> run.end() > 0 ? run.end() : Double.NaN;
                default -> run.duration() >= 0 ? run.duration() : Double.NaN;
            };
        }
    }

    /// Text attributes. An empty one is a value that can be compared, as in MLflow, but counts as missing.
    static final class Attributes extends Cells {
        private final RunFrame frame;
        private final RunAttribute attribute;

        Attributes(RunFrame frame, RunAttribute attribute) {
            this.frame = frame;
            this.attribute = attribute;
        }

        @Override
        boolean has(int row) {
            String text = text(row);
            return text != null && !text.isEmpty();
        }

        @Override
        double number(int row) {
            return Double.NaN;
        }

        @Override
        @Nullable String text(int row) {
            Run run = frame.run(row);
            return switch (attribute) {
                case RUN_ID -> run.id();
                case RUN_NAME -> run.name();
                case USER -> run.user();
                case STATUS -> run.status().name();
                case ARTIFACT_URI -> run.artifactUri();
                case EXPERIMENT -> experiment(row, Experiment::name);
                case EXPERIMENT_ID -> experiment(row, Experiment::id);
                case STARRED -> Boolean.toString(run.starred());
                case HIDDEN -> Boolean.toString(run.hidden());
                case LIFECYCLE -> frame.trashed(row) ? "deleted" : "active";
                case PARENT -> run.parentId();
                case NOTE, START, END, DURATION -> null;
            };
        }

        private @Nullable String experiment(int row, Function<Experiment, String> part) {
            @Nullable Experiment experiment = frame.experiment(row);
            return experiment == null ? null : part.apply(experiment);
        }
    }
}
