package cotejo.analysis;

/// Parts of equal width that cover a range, closed on the left; the last one on both sides.
///
/// @param low   where the first begins
/// @param width of each
public record Bins(double low, double width, int count) {

    private static final int MOST = 200;

    /// As many as numpy's rule `auto` takes: the narrower of Freedman and Diaconis' width (1981; twice the distance of
    /// the quartiles over the cube root of n) and Sturges' (1926; the span over log2 n + 1); only the latter where the
    /// quartiles are the same. Never more than 200.
    public static Bins auto(double[] values) {
        Quantiles quantiles = Quantiles.of(values);
        int n = quantiles.size();
        double span = quantiles.at(1) - quantiles.at(0);
        if (n == 0 || !(span > 0)) {
            return of(values, 1);
        }
        double sturges = span / (Math.log(n) / Math.log(2) + 1);
        double diaconis = 2 * (quantiles.at(0.75) - quantiles.at(0.25)) / Math.cbrt(n);
        double width = diaconis > 0 ? Math.min(diaconis, sturges) : sturges;
        return of(values, (int) Math.clamp(Math.ceil(span / width), 1, MOST));
    }

    /// So many from the least to the greatest value; around a single value, or from 0 to 1 without any, a width of 1.
    public static Bins of(double[] values, int count) {
        Quantiles quantiles = Quantiles.of(values);
        double low = quantiles.size() == 0 ? 0 : quantiles.at(0);
        double high = quantiles.size() == 0 ? 1 : quantiles.at(1);
        if (high > low && Double.isFinite(high - low)) {
            return new Bins(low, (high - low) / count, count);
        }
        double room = Math.max(1, Math.ulp(low) * 4 * count);
        return high > low ? new Bins(low, high / count - low / count, count) : new Bins(low - room / 2, room / count,
                count);
    }

    /// The bin of a value, or -1 outside of them all.
    public int of(double value) {
        if (!(value >= low) || value > high()) {
            return -1;
        }
        int bin = (int) Math.min(count - 1, Math.floor((value - low) / width));
        // Rounding must not put a value beyond the edge it stands on.
        if (bin + 1 < count && value >= edge(bin + 1)) {
            return bin + 1;
        }
        return value < edge(bin) ? Math.max(0, bin - 1) : bin;
    }

    /// Where a bin begins; that of `count` is where the last one ends.
    public double edge(int bin) {
        // In two halves, neither of which overflows.
        return low + width * (bin * 0.5) + width * (bin * 0.5);
    }

    private double high() {
        return edge(count) + Math.abs(width) * 1e-9;
    }
}
