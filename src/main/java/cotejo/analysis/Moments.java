package cotejo.analysis;

/// Mean and sample standard deviation (over n − 1) of some finite numbers, of any size: squares neither overflow nor
/// vanish, numbers that are all the same deviate by exactly 0, and those far from zero keep their digits.
///
/// @param mean      in units of `unit`; NaN without numbers
/// @param deviation in units of `unit`; NaN for fewer than two numbers
/// @param unit      a power of two; 1 unless numbers are so large or small that their squares would be lost
record Moments(double mean, double deviation, double unit) {

    private static final double LARGE = 0x1p400;
    private static final double SMALL = 0x1p-400;
    private static final int FAR = 1000;

    static Moments of(double[] values) {
        return of(values, values.length);
    }

    /// @param n how many of the values count, from the first on
    static Moments of(double[] values, int n) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
        }
        if (n == 0 || least == greatest) {
            return new Moments(n == 0 ? Double.NaN : values[0], n < 2 ? Double.NaN : 0, 1);
        }
        double unit = unit(Math.max(-least, greatest));
        double factor = 1 / unit;
        double mean = mean(values, n, factor);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double away = values[i] * factor - mean;
            squares += away * away;
        }
        return new Moments(mean, Math.sqrt(squares / (n - 1)), unit);
    }

    /// What numbers up to this size are measured in.
    static double unit(double size) {
        return size > SMALL && size < LARGE ? 1
                : Math.scalb(1.0, Math.clamp(Math.getExponent(size), -FAR, FAR));
    }

    /// What the sum leaves out by rounding is added in a second round.
    private static double mean(double[] values, int n, double factor) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i] * factor / n;
        }
        double rest = 0;
        for (int i = 0; i < n; i++) {
            rest += (values[i] * factor - sum) / n;
        }
        return sum + rest;
    }

    /// The number that lies so many deviations above the mean.
    double at(double deviations) {
        return (mean + deviation * deviations) * unit;
    }
}
