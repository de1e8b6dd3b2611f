package cotejo.ui.runs;

import cotejo.model.MetricColumn;
import cotejo.model.MetricStat;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.text.Figures;
import cotejo.text.Moments;
import java.nio.file.InvalidPathException;
import java.time.ZoneId;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A column bound to one frame: its head, and what stands in its cells.
final class GridColumn {

    static final String COMMIT_TAG = "mlflow.source.git.commit";
    static final String SOURCE_TAG = "mlflow.source.name";
    static final String NOTE_TAG = "mlflow.note.content";
    private static final int LONG_NUMBER = 9;

    enum Align {
        LEFT,
        RIGHT
    }

    /// What a cell says: for reading, and in full. The full text is made when somebody asks for it.
    record Words(String brief, Supplier<String> full) {

        Words(String brief, String full) {
            this(brief, () -> full);
        }

        String exact() {
            return full.get();
        }
    }

    @FunctionalInterface
    private interface Reading {
        @Nullable Words at(int row);
    }

    private final ColumnSpec spec;
    private final ColumnHead head;
    private final Align align;
    private final Reading reading;

    private GridColumn(ColumnSpec spec, Align align, Reading reading) {
        this.spec = spec;
        this.head = ColumnHead.of(spec);
        this.align = align;
        this.reading = reading;
    }

    static GridColumn of(ColumnSpec spec, RunFrame frame, SmallSeries points) {
        return switch (spec.ref()) {
            case ColumnRef.Attribute a -> new GridColumn(spec,
                    a.attribute().kind() == RunAttribute.Kind.DURATION ? Align.RIGHT : Align.LEFT,
                    row -> attribute(frame, a.attribute(), row));
            case ColumnRef.Param p -> ofText(spec, frame.param(p.key()));
            case ColumnRef.Tag t -> ofText(spec, frame.tag(t.key()));
            case ColumnRef.Metric m -> metric(spec, m.stat(), frame.metric(m.key()));
            case ColumnRef.MetricAt m -> new GridColumn(spec, Align.RIGHT, row -> {
                MetricColumn column = frame.metric(m.key());
                boolean there = column != null && column.has(row);
                OptionalDouble value = there ? points.at(frame.run(row).key(), m.key(), m.step())
                        : OptionalDouble.empty();
                return value.isPresent() ? number(value.getAsDouble()) : null;
            });
        };
    }

    private static GridColumn metric(ColumnSpec spec, MetricStat stat, @Nullable MetricColumn column) {
        Align align = spec.look() == ColumnSpec.Look.CURVE ? Align.LEFT : Align.RIGHT;
        return new GridColumn(spec, align, row -> column == null || !column.has(row) ? null
                : number(column.get(stat, row)));
    }

    private static GridColumn ofText(ColumnSpec spec, @Nullable TextColumn column) {
        if (column == null) {
            return new GridColumn(spec, Align.LEFT, row -> null);
        }
        boolean numbers = spec.ref() instanceof ColumnRef.Param
                && column.values().stream().allMatch(GridColumn::isNumber);
        boolean commit = spec.ref() instanceof ColumnRef.Tag(String key) && key.equals(COMMIT_TAG);
        boolean source = spec.ref() instanceof ColumnRef.Tag(String key) && key.equals(SOURCE_TAG);
        return new GridColumn(spec, numbers ? Align.RIGHT : Align.LEFT, row -> {
            String value = column.value(row);
            if (value == null) {
                return null;
            }
            if (commit) {
                return new Words(value.length() > 7 ? value.substring(0, 7) : value, value);
            }
            if (source) {
                return new Words(lastPart(value), value);
            }
            boolean longNumber = numbers && value.length() > LONG_NUMBER;
            return new Words(longNumber ? Figures.brief(Double.parseDouble(value.strip())) : oneLine(value), value);
        });
    }

    /// Whether it is a decimal number, with an exponent or without. Looked at letter by letter: a table may have ten
    /// thousand values that are all different, and turning them into numbers is what takes time.
    static boolean isNumber(String value) {
        String word = value.strip();
        int at = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        int whole = digits(word, at);
        int end = at + whole;
        int decimals = 0;
        if (end < word.length() && word.charAt(end) == '.') {
            decimals = digits(word, end + 1);
            end += 1 + decimals;
        }
        if (whole + decimals == 0) {
            return false;
        }
        if (end < word.length() && (word.charAt(end) == 'e' || word.charAt(end) == 'E')) {
            int sign = word.startsWith("-", end + 1) || word.startsWith("+", end + 1) ? 1 : 0;
            int exponent = digits(word, end + 1 + sign);
            end = exponent == 0 ? -1 : end + 1 + sign + exponent;
        }
        return end == word.length();
    }

    private static int digits(String word, int from) {
        int end = from;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    private static String oneLine(String value) {
        int end = Math.min(value.length(), 400);
        return value.substring(0, end).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }

    private static String lastPart(String path) {
        try {
            int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
            return slash >= 0 && slash < path.length() - 1 ? path.substring(slash + 1) : path;
        } catch (InvalidPathException odd) {
            return path;
        }
    }

    static Words number(double value) {
        return new Words(Figures.brief(value), () -> Figures.exact(value));
    }

    private static @Nullable Words attribute(RunFrame frame, RunAttribute attribute, int row) {
        Run run = frame.run(row);
        return switch (attribute) {
            case RUN_ID -> plain(run.id());
            case RUN_NAME -> plain(run.name());
            case USER -> plain(run.user());
            case STATUS -> new Words(StatusMark.word(run.status()), run.status().name());
            case ARTIFACT_URI -> plain(run.artifactUri());
            case START -> time(run.start());
            case END -> time(run.end());
            case DURATION -> run.duration() < 0 ? null
                    : new Words(Moments.duration(run.duration()), () -> Figures.exact(run.duration() / 1000.0) + " s");
            case EXPERIMENT -> experiment(frame, row, Part.NAME);
            case EXPERIMENT_ID -> experiment(frame, row, Part.ID);
            case STARRED -> run.starred() ? new Words("★", "true") : null;
            case HIDDEN -> plain(Boolean.toString(run.hidden()));
            case LIFECYCLE -> plain(frame.trashed(row) ? "deleted" : "active");
            case PARENT -> plain(run.parentId());
            case NOTE -> {
                TextColumn notes = frame.tag(NOTE_TAG);
                yield plain(notes == null ? null : notes.value(row));
            }
        };
    }

    private enum Part {
        NAME,
        ID
    }

    private static @Nullable Words experiment(RunFrame frame, int row, Part part) {
        cotejo.model.Experiment experiment = frame.experiment(row);
        return experiment == null ? null : plain(part == Part.NAME ? experiment.name() : experiment.id());
    }

    private static @Nullable Words time(long millis) {
        return millis <= 0 ? null : new Words(Moments.ago(millis, System.currentTimeMillis(), ZoneId.systemDefault()),
                () -> Moments.exact(millis, ZoneId.systemDefault()));
    }

    private static @Nullable Words plain(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new Words(oneLine(text), text);
    }

    /// The same column, wider or narrower.
    GridColumn withWidth(double width) {
        return new GridColumn(spec.withWidth(width), align, reading);
    }

    ColumnSpec spec() {
        return spec;
    }

    ColumnRef ref() {
        return spec.ref();
    }

    ColumnHead head() {
        return head;
    }

    Align align() {
        return align;
    }

    boolean curve() {
        return spec.look() == ColumnSpec.Look.CURVE;
    }

    /// What the cell of a run says, or null when it has no value here.
    @Nullable Words at(int row) {
        return reading.at(row);
    }
}
