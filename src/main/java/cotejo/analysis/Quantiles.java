package cotejo.analysis;

import java.util.Arrays;

/// Quantiles of some numbers by linear interpolation between neighbours, which is type 7 of Hyndman and Fan (1996,
/// "Sample quantiles in statistical packages") and numpy's default.
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /// Numbers that are not finite do not count.
    public static Quantiles of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).toArray();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /// How many numbers count.
    public int size() {
        return sorted.length;
    }

    /// The quantile of a share, 0…1; NaN when there is no number.
    public double at(double share) {
        return within(sorted, sorted.length, share);
    }

    /// The quantile of the first `n` numbers, which are sorted; NaN when there is none.
    static double within(double[] sorted, int n, double share) {
        if (n == 0) {
            return Double.NaN;
        }
        double place = share * (n - 1);
        int below = (int) Math.floor(place);
        double part = place - below;
        return part == 0 ? sorted[below] : sorted[below] * (1 - part) + sorted[below + 1] * part;
    }

    /// The numbers in ascending order; not to be changed.
    double[] sorted() {
        return sorted;
    }
}
