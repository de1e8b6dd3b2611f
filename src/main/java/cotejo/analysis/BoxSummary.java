package cotejo.analysis;

/// A box plot's numbers after Tukey (1977, "Exploratory Data Analysis"): quartiles, and whiskers to the outermost
/// values within 1.5 times the distance of the quartiles; values beyond are drawn one by one.
///
/// @param n      how many finite values there are
/// @param low    the least value within reach of the lower quartile
/// @param high   the greatest value within reach of the upper quartile
/// @param beyond how many values are beyond the whiskers
public record BoxSummary(int n, double low, double lowerQuartile, double median, double upperQuartile, double high,
        double mean, int beyond) {

    private static final double REACH = 1.5;

    /// Values that are not finite do not count; without any, all numbers are NaN.
    public static BoxSummary of(double[] values) {
        Quantiles quantiles = Quantiles.of(values);
        double[] sorted = quantiles.sorted();
        double lower = quantiles.at(0.25);
        double upper = quantiles.at(0.75);
        double reach = REACH * (upper - lower);
        double low = Double.NaN;
        double high = Double.NaN;
        int within = 0;
        for (double value : sorted) {
            if (value >= lower - reach && value <= upper + reach) {
                low = Double.isNaN(low) ? value : low;
                high = value;
                within++;
            }
        }
        Moments moments = Moments.of(sorted);
        return new BoxSummary(sorted.length, low, lower, quantiles.at(0.5), upper, high,
                moments.mean() * moments.unit(), sorted.length - within);
    }
}
