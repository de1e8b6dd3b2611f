package cotejo.compare;

import java.util.List;
import java.util.Optional;

/// One key over all runs that are compared.
///
/// @param key       as it was stored; of a part, its path within the whole
/// @param values    one for each run
/// @param verdict   whether they are the same
/// @param best      the place of the best value, or -1
/// @param direction which values are the better ones
/// @param parts     what the values consist of: the statistics of a metric, the leaves of a nested value, the columns
///                  of a schema; empty for most
public record Row(String key, Value.Unit unit, List<Value> values, Verdict verdict, int best, Direction direction,
        List<Row> parts) {

    static final Direction NO_DIRECTION = new Direction(Direction.Better.UNKNOWN, Direction.Origin.NOBODY);

    public Row {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    static Row of(String key, Value.Unit unit, List<Value> values, Verdict verdict, List<Row> parts) {
        return new Row(key, unit, values, verdict, -1, NO_DIRECTION, parts);
    }

    public boolean differs() {
        return verdict == Verdict.DIFFERENT;
    }

    /// How the value of a run differs from the baseline's; empty for the baseline itself, without one, when one of the
    /// two is no number, and for points in time and what counts to the letter.
    ///
    /// @param baseline the place of the baseline, or -1
    public Optional<Change> change(int run, int baseline) {
        if (baseline < 0 || run == baseline || unit == Value.Unit.TIME || unit == Value.Unit.LITERAL) {
            return Optional.empty();
        }
        double value = values.get(run).asNumber();
        double base = values.get(baseline).asNumber();
        return Double.isNaN(value) || Double.isNaN(base) ? Optional.empty()
                : Optional.of(new Change(value - base, (value - base) / Math.abs(base) * 100));
    }

    /// The difference of two numbers.
    ///
    /// @param absolute value minus baseline
    /// @param percent  of the baseline's magnitude; infinite or NaN when the baseline is 0
    public record Change(double absolute, double percent) {
    }
}
