package cotejo.store;

import cotejo.model.MetricSeries;
import java.util.Arrays;

/// A growing row of points, kept as whole steps until a fractional one comes.
final class Points {

    private long[] steps;
    private long[] times;
    private double[] values;
    private int size;
    private boolean whole = true;

    Points(int capacity) {
        steps = new long[capacity];
        times = new long[capacity];
        values = new double[capacity];
    }

    int size() {
        return size;
    }

    boolean whole() {
        return whole;
    }

    long[] steps() {
        return steps;
    }

    long[] times() {
        return times;
    }

    double[] values() {
        return values;
    }

    void add(long step, long time, double value) {
        room(1);
        steps[size] = whole ? step : Double.doubleToRawLongBits((double) step);
        times[size] = time;
        values[size++] = value;
    }

    void addFractional(double step, long time, double value) {
        becomeFractional();
        room(1);
        steps[size] = Double.doubleToRawLongBits(step);
        times[size] = time;
        values[size++] = value;
    }

    /// Makes room for points whose steps are given in the form named, and returns where they begin.
    int grow(int count, boolean wholeSteps) {
        if (size > 0 && wholeSteps != whole) {
            throw new IndexOutOfBoundsException("whole and fractional steps in one series");
        }
        whole = wholeSteps;
        room(count);
        int at = size;
        size += count;
        return at;
    }

    void clear() {
        size = 0;
    }

    MetricSeries toSeries() {
        long[] s = trimmed(steps);
        long[] t = trimmed(times);
        double[] v = values.length == size ? values : Arrays.copyOf(values, size);
        return whole ? MetricSeries.ofWholeSteps(s, t, v) : MetricSeries.ofStepBits(s, t, v);
    }

    private long[] trimmed(long[] numbers) {
        return numbers.length == size ? numbers : Arrays.copyOf(numbers, size);
    }

    private void becomeFractional() {
        if (whole) {
            for (int i = 0; i < size; i++) {
                steps[i] = Double.doubleToRawLongBits((double) steps[i]);
            }
            whole = false;
        }
    }

    /// Appends a segment decoded elsewhere, turning whole steps into fractional ones where the two differ.
    void append(Points other) {
        if (other.whole != whole) {
            becomeFractional();
        }
        for (int i = 0; i < other.size; i++) {
            if (other.whole && !whole) {
                addFractional((double) other.steps[i], other.times[i], other.values[i]);
            } else if (whole) {
                add(other.steps[i], other.times[i], other.values[i]);
            } else {
                addFractional(Double.longBitsToDouble(other.steps[i]), other.times[i], other.values[i]);
            }
        }
    }

    private void room(int more) {
        if (size + more > values.length) {
            int wanted = Math.max(values.length * 2, size + more);
            steps = Arrays.copyOf(steps, wanted);
            times = Arrays.copyOf(times, wanted);
            values = Arrays.copyOf(values, wanted);
        }
    }
}
