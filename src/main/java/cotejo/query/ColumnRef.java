package cotejo.query;

import cotejo.model.MetricStat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One column of the run table, whether or not any run has it: shared by columns, sorting, grouping and facets.
///
/// Its text form is an operand of the filter language, such as `params.lr`, `min(metrics.loss)` or
/// `at(metrics.acc, step=100)`, and can be read back by [#parse].
public sealed interface ColumnRef {

    record Attribute(RunAttribute attribute) implements ColumnRef {
    }

    record Param(String key) implements ColumnRef {
    }

    record Tag(String key) implements ColumnRef {
    }

    /// One number of a metric's summary.
    record Metric(String key, MetricStat stat) implements ColumnRef {
    }

    /// The metric's value at one step.
    record MetricAt(String key, double step) implements ColumnRef {
    }

    /// The latest value of a metric.
    static ColumnRef metric(String key) {
        return new Metric(key, MetricStat.LAST);
    }

    static ColumnRef attribute(RunAttribute attribute) {
        return new Attribute(attribute);
    }

    /// Whether all its values are numbers (times and durations included).
    default boolean numeric() {
        return switch (this) {
            case Attribute a -> a.attribute().numeric();
            case Param _, Tag _ -> false;
            case Metric _, MetricAt _ -> true;
        };
    }

    /// The text form, which the filter language and [#parse] understand.
    default String text() {
        return switch (this) {
            case Attribute a -> a.attribute().key();
            case Param p -> "params." + Quoting.key(p.key());
            case Tag t -> "tags." + Quoting.key(t.key());
            case Metric m when m.stat() == MetricStat.LAST -> "metrics." + Quoting.key(m.key());
            case Metric m -> function(m.stat()) + "(metrics." + Quoting.key(m.key()) + ")";
            case MetricAt m -> "at(metrics." + Quoting.key(m.key()) + ", step=" + Numbers.text(m.step()) + ")";
        };
    }

    /// Reads a text form back; null when it is not one.
    static @Nullable ColumnRef parse(String text) {
        return new Parser(text, Dialect.COTEJO).column();
    }

    /// The function of the filter language that gives a summary number.
    static String function(MetricStat stat) {
        return stat.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
