package cotejo.model;

import java.util.Arrays;
import java.util.OptionalDouble;

/// All points of one metric of one run, in stored order (the order in which the source holds them).
///
/// Steps are whole numbers ([#whole()] true, exact over all 64 bits) or doubles. The arrays are not copied: whoever
/// hands them over or reads them must not change them.
public final class MetricSeries {

    private final long[] steps;
    private final long[] times;
    private final double[] values;
    private final boolean whole;

    private MetricSeries(long[] steps, long[] times, double[] values, boolean whole) {
        if (steps.length != times.length || times.length != values.length) {
            throw new IllegalArgumentException("steps, times and values differ in length");
        }
        this.steps = steps;
        this.times = times;
        this.values = values;
        this.whole = whole;
    }

    /// A series whose steps are whole numbers.
    public static MetricSeries ofWholeSteps(long[] steps, long[] times, double[] values) {
        return new MetricSeries(steps, times, values, true);
    }

    /// A series whose steps are doubles, given by their bits ([Double#doubleToRawLongBits]).
    public static MetricSeries ofStepBits(long[] stepBits, long[] times, double[] values) {
        return new MetricSeries(stepBits, times, values, false);
    }

    /// The series without a point.
    public static MetricSeries empty() {
        return new MetricSeries(new long[0], new long[0], new double[0], true);
    }

    public int size() {
        return values.length;
    }

    /// True when all steps are whole numbers, exact by [#wholeStep].
    public boolean whole() {
        return whole;
    }

    /// The step of point `i` as a double.
    public double step(int i) {
        return whole ? (double) steps[i] : Double.longBitsToDouble(steps[i]);
    }

    /// The exact step of point `i`; only where [#whole].
    public long wholeStep(int i) {
        if (!whole) {
            throw new IllegalStateException("this series has fractional steps");
        }
        return steps[i];
    }

    /// Epoch milliseconds of point `i`.
    public long time(int i) {
        return times[i];
    }

    public double value(int i) {
        return values[i];
    }

    /// The values themselves, not a copy.
    public double[] values() {
        return values;
    }

    /// The steps as doubles, a new array.
    public double[] stepArray() {
        double[] result = new double[size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = step(i);
        }
        return result;
    }

    /// The times, not a copy.
    public long[] times() {
        return times;
    }

    /// The value at exactly this step; of several points there the one that [#outranks] the others.
    public OptionalDouble latestAt(double step) {
        int best = -1;
        for (int i = 0; i < size(); i++) {
            if (step(i) == step && (best < 0 || outranks(i, best))) {
                best = i;
            }
        }
        return best < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[best]);
    }

    /// Which of two points of one step counts, wherever only one can: see [#outranks(long, double, long, double)].
    public boolean outranks(int i, int other) {
        return outranks(times[i], values[i], times[other], values[other]);
    }

    /// The one rule for a step that was logged several times, which is MLflow's: the point with the greatest time
    /// counts, and among those of one time the greatest value, where NaN stands for 0, as its SQL store holds it
    /// (`store/tracking/sqlalchemy_store.py`, `_update_latest_metrics_if_necessary`).
    public static boolean outranks(long time, double value, long otherTime, double otherValue) {
        return time != otherTime ? time > otherTime
                : (Double.isNaN(value) ? 0 : value) > (Double.isNaN(otherValue) ? 0 : otherValue);
    }

    /// True when both hold the same points bit for bit, in the same order.
    @Override
    public boolean equals(Object other) {
        return other instanceof MetricSeries that && whole == that.whole && Arrays.equals(steps, that.steps)
                && Arrays.equals(times, that.times) && sameBits(values, that.values);
    }

    private static boolean sameBits(double[] a, double[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (Double.doubleToRawLongBits(a[i]) != Double.doubleToRawLongBits(b[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(steps) * 31 + Arrays.hashCode(values);
    }
}
