package cotejo.query;

import cotejo.model.RunFrame;
import java.util.List;

/// A run filter, read from its text. Immutable.
///
/// The language is MLflow's (`metrics.loss < 0.1 AND params.opt = 'adam'`), in which every filter that MLflow accepts
/// means what it means there, and more:
///
/// - `OR`, `NOT`, parentheses; `BETWEEN a AND b`, `IN (…)`, `IS NULL` and their negations for everything;
/// - `params.lr < 0.1`: a number without quotes compares params and tags as numbers, and those that are no number do
///   not match; in quotes they are compared as text, character by character;
/// - `min(metrics.loss) < 0.1`, likewise `max`, `mean`, `first`, `last`, `count`, `laststep`, `minstep`, `maxstep`;
///   `at(metrics.acc, step=100) > 0.9`; `metrics.loss IS NAN`;
/// - `params.model RLIKE 'resnet(18|50)'`: a Java regular expression found anywhere in the value;
/// - `start_time > '2026-01-01'`: local time; a date stands for its first instant after `<`, `>` and `>=`, for its last
///   after `<=` and as the end of BETWEEN, and for the whole day after `=` and `!=`; bare numbers are epoch
///   milliseconds;
/// - `duration > 2h`, `1h30m`, `90s`; bare numbers are milliseconds;
/// - the attributes `duration`, `experiment`, `experiment_id`, `starred`, `hidden`, `lifecycle`, `parent`, `note`;
/// - bare words and quoted texts without an operator: the run's name contains each of them, in any case.
///
/// A missing value never matches a condition other than `IS NULL`, not even by `!=`, as in MLflow; NaN likewise. `NOT`
/// before a condition is the plain opposite, so `NOT params.x = 'a'` finds runs without x too.
///
/// MLflow has no escape in quotes: `''` is two quotes. A text with both kinds of quote is written `E'…'`, with `\'`,
/// `\\`, `\n`, `\t` and `\r` inside.
public final class Filter implements FilterResult {

    private final Expr expr;

    Filter(Expr expr) {
        this.expr = expr;
    }

    /// The filter that lets every run pass.
    public static Filter all() {
        return new Filter(new Expr.And(List.of()));
    }

    /// Reads a text in our own language. A blank text lets every run pass.
    public static FilterResult parse(String text) {
        return parse(text, Dialect.COTEJO);
    }

    /// Reads a text in one of the languages.
    public static FilterResult parse(String text, Dialect dialect) {
        return new Parser(text, dialect).parse();
    }

    /// Makes the filter ready for a frame. Reads no series yet.
    public RowPredicate compile(RunFrame frame, SeriesAt series) {
        return new Compiler(frame, series).compile(expr);
    }

    /// Whether every run passes, whatever it holds.
    public boolean isEmpty() {
        return expr instanceof Expr.And(List<Expr> parts) && parts.isEmpty();
    }

    Expr expr() {
        return expr;
    }

    /// The filter in one spelling: capitals for keywords, plural entities, quotes only where needed. Reading it again
    /// gives an equal filter.
    @Override
    public String toString() {
        return expr.written();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filter filter && filter.expr.equals(expr);
    }

    @Override
    public int hashCode() {
        return expr.hashCode();
    }

    /// The text of a filter with a condition joined to it by AND, as a click on a cell does: `column = 'value'`, or
    /// `column = 0.5` for a numeric column. What is there already is kept as it was written; nothing is added twice.
    ///
    /// @param value the value in full; for a numeric column a number, `NaN` becoming `IS NAN`
    public static String add(String text, ColumnRef column, String value) {
        return addCondition(text, condition(column, value));
    }

    /// The text of a filter with a condition (itself a filter text without OR) joined to it by AND.
    public static String addCondition(String text, String condition) {
        String before = text.strip();
        if (before.isEmpty()) {
            return condition;
        }
        Expr known = parse(before) instanceof Filter filter ? filter.expr : Filter.all().expr;
        Expr added = parse(condition) instanceof Filter filter ? filter.expr : Filter.all().expr;
        if (known.equals(added) || known instanceof Expr.And(List<Expr> parts) && parts.contains(added)) {
            return before;
        }
        return (known instanceof Expr.Or ? "(" + before + ")" : before) + " AND " + condition;
    }

    /// The condition that a column has a value.
    static String condition(ColumnRef column, String value) {
        boolean flag = column instanceof ColumnRef.Attribute(RunAttribute a) && a.kind() == RunAttribute.Kind.FLAG;
        if (flag) {
            return column.text() + " = " + value;
        }
        if (!column.numeric()) {
            return column.text() + " = " + Quoting.value(value);
        }
        return column.text() + (value.equalsIgnoreCase("nan") ? " IS NAN" : " = " + value);
    }
}
