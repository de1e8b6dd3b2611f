package cotejo.analysis;

import java.util.ArrayList;
import java.util.List;

/// The least and the greatest finite value of any index range, in some sixty looks instead of one per point. Each level
/// sums up sixteen entries of the one below.
final class Pyramid {

    private static final int BITS = 4;
    private static final int FAN = 1 << BITS;

    private final double[] values;
    private final List<double[]> lows = new ArrayList<>();
    private final List<double[]> highs = new ArrayList<>();

    /// The answer to the last question; infinities turned around when nothing was finite.
    private double low;
    private double high;

    Pyramid(double[] values) {
        this.values = values;
        int n = (values.length + FAN - 1) >> BITS;
        if (n == 0) {
            return;
        }
        double[] lo = new double[n];
        double[] hi = new double[n];
        for (int block = 0; block < n; block++) {
            clear();
            scan(block << BITS, Math.min(values.length, (block + 1) << BITS));
            lo[block] = low;
            hi[block] = high;
        }
        while (true) {
            lows.add(lo);
            highs.add(hi);
            if (lo.length <= FAN) {
                return;
            }
            double[] below = lo;
            double[] above = hi;
            int m = (lo.length + FAN - 1) >> BITS;
            lo = new double[m];
            hi = new double[m];
            for (int block = 0; block < m; block++) {
                clear();
                scan(below, above, block << BITS, Math.min(below.length, (block + 1) << BITS));
                lo[block] = low;
                hi[block] = high;
            }
        }
    }

    /// A second reader over the same levels, so that threads do not share an answer.
    private Pyramid(Pyramid other) {
        this.values = other.values;
        this.lows.addAll(other.lows);
        this.highs.addAll(other.highs);
    }

    Pyramid reader() {
        return new Pyramid(this);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /// Looks at the points from `from` to before `to`. False when none of them is finite.
    boolean look(int from, int to) {
        clear();
        int a = from;
        int b = to;
        int level = -1;
        while (a < b) {
            int nextA = (a + FAN - 1) >> BITS;
            int nextB = b >> BITS;
            if (nextA >= nextB || level + 1 >= lows.size()) {
                scanAt(level, a, b);
                break;
            }
            scanAt(level, a, nextA << BITS);
            scanAt(level, nextB << BITS, b);
            a = nextA;
            b = nextB;
            level++;
        }
        return low <= high;
    }

    private void scanAt(int level, int from, int to) {
        if (level < 0) {
            scan(from, to);
        } else {
            scan(lows.get(level), highs.get(level), from, to);
        }
    }

    private void clear() {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
    }

    private void scan(int from, int to) {
        double lo = low;
        double hi = high;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                lo = Math.min(lo, value);
                hi = Math.max(hi, value);
            }
        }
        low = lo;
        high = hi;
    }

    private void scan(double[] below, double[] above, int from, int to) {
        double lo = low;
        double hi = high;
        for (int i = from; i < to; i++) {
            lo = Math.min(lo, below[i]);
            hi = Math.max(hi, above[i]);
        }
        low = lo;
        high = hi;
    }

    long bytes() {
        long sum = 0;
        for (double[] level : lows) {
            sum += 16L * level.length;
        }
        return sum;
    }
}
