package cotejo.query;

/// The numbers of several runs in a few.
///
/// @param n    how many runs have a number here; NaN is none
/// @param mean NaN when n is 0
/// @param std  the sample standard deviation, with n - 1; NaN when n is below 2
/// @param min  NaN when n is 0
/// @param max  NaN when n is 0
public record Spread(int n, double mean, double std, double min, double max) {

    /// Of the first `n` of these numbers, none of which is NaN.
    static Spread of(double[] numbers, int n) {
        if (n == 0) {
            return new Spread(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            min = Math.min(min, numbers[i]);
            max = Math.max(max, numbers[i]);
            sum += numbers[i];
        }
        if (min == max) {
            // Rounding would make something of nothing: the mean of three times 0.1 is not quite 0.1.
            double none = Double.isInfinite(min) ? Double.NaN : 0;
            return new Spread(n, min, n < 2 ? Double.NaN : none, min, max);
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (numbers[i] - mean) * (numbers[i] - mean);
        }
        return new Spread(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), min, max);
    }
}
