package cotejo.analysis;

/// How densely numbers lie, as a sum of Gaussians of one width, which is Scott's (1992, "Multivariate Density
/// Estimation"): the standard deviation (with n − 1) times n to the power of −1/5. The same as scipy's
/// `gaussian_kde` by default.
public final class Density {

    /// Farther from a number than this many widths, it counts as nothing.
    private static final double REACH = 8;

    private final double[] sorted;
    private final double width;

    private Density(double[] sorted, double width) {
        this.sorted = sorted;
        this.width = width;
    }

    /// Numbers that are not finite do not count.
    public static Density of(double[] values) {
        double[] sorted = Quantiles.of(values).sorted();
        Moments moments = Moments.of(sorted);
        double deviation = sorted.length < 2 ? 0 : moments.deviation() * moments.unit();
        return new Density(sorted, deviation * Math.pow(sorted.length, -0.2));
    }

    /// The width of a Gaussian; 0 when all numbers are the same or there are fewer than two, and no density is known.
    public double width() {
        return width;
    }

    /// The density at a place.
    public double at(double x) {
        if (width <= 0 || !Double.isFinite(width)) {
            return 0;
        }
        double sum = 0;
        for (int i = first(x - REACH * width); i < sorted.length && sorted[i] <= x + REACH * width; i++) {
            double z = (x - sorted[i]) / width;
            sum += Math.exp(-z * z / 2);
        }
        return sum / (sorted.length * width * Math.sqrt(2 * Math.PI));
    }

    private int first(double x) {
        int found = java.util.Arrays.binarySearch(sorted, x);
        int at = found < 0 ? -found - 1 : found;
        while (at > 0 && sorted[at - 1] >= x) {
            at--;
        }
        return at;
    }
}
