package cotejo.analysis;

import java.util.Arrays;
import java.util.List;

/// The range of values without the outliers, as TensorBoard has it.
public final class Outliers {

    private static final int DIGIT = 16;
    private static final int SLOTS = 1 << DIGIT;

    private Outliers() {
    }

    /// The values that "ignore outliers in chart scaling" leaves in TensorBoard
    /// (`line_chart_internal_utils.ts`, `computeDataSeriesExtent`): of all n finite values of all lines, sorted, from
    /// the one at ⌈0.05·(n−1)⌉ to the one at ⌊0.95·(n−1)⌋ if n > 2, else all of them.
    ///
    /// @return [Range#NOTHING] when nothing is finite
    public static Range without(List<Curve> lines) {
        long n = 0;
        Range all = Range.NOTHING;
        for (Curve line : lines) {
            n += line.size() - line.gaps().length;
            all = all.with(line.yRange());
        }
        if (n <= 2) {
            return all;
        }
        long low = (long) Math.ceil(0.05 * (n - 1));
        long high = (long) Math.floor(0.95 * (n - 1));
        return new Range(nth(lines, low), nth(lines, high));
    }

    /// The value with `below` others before it, found digit by digit of its bits without sorting or copying.
    private static double nth(List<Curve> lines, long below) {
        long prefix = 0;
        long left = below;
        for (int shift = Long.SIZE - DIGIT; shift >= 0; shift -= DIGIT) {
            long[] counts = count(lines, prefix, shift);
            int slot = 0;
            while (left >= counts[slot]) {
                left -= counts[slot++];
            }
            prefix |= (long) slot << shift;
        }
        return value(prefix);
    }

    private static long[] count(List<Curve> lines, long prefix, int shift) {
        int above = shift + DIGIT;
        return lines.parallelStream().map(line -> {
            long[] counts = new long[SLOTS];
            for (int i = 0; i < line.size(); i++) {
                double y = line.y(i);
                if (Math.abs(y) <= Double.MAX_VALUE) {
                    long ordered = ordered(y);
                    if (above == Long.SIZE || (ordered ^ prefix) >>> above == 0) {
                        counts[(int) (ordered >>> shift) & SLOTS - 1]++;
                    }
                }
            }
            return counts;
        }).reduce(new long[SLOTS], Outliers::sum);
    }

    private static long[] sum(long[] a, long[] b) {
        long[] result = a.clone();
        Arrays.setAll(result, i -> a[i] + b[i]);
        return result;
    }

    /// Bits whose unsigned order is the order of the doubles.
    private static long ordered(double y) {
        long bits = Double.doubleToRawLongBits(y == 0 ? 0.0 : y);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static double value(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? ordered ^ Long.MIN_VALUE : ~ordered);
    }
}
