package cotejo.analysis;

import java.util.Arrays;

/// Centre and band of the values at one step; used again and again, for one step after the other.
final class Spread {

    private final Grouping grouping;
    private final double[] values;
    private int size;
    private double center;
    private double lower;
    private double upper;

    Spread(Grouping grouping, int most) {
        this.grouping = grouping;
        this.values = new double[most];
    }

    void clear() {
        size = 0;
    }

    void add(double value) {
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double center() {
        return center;
    }

    double lower() {
        return lower;
    }

    double upper() {
        return upper;
    }

    /// Works out what the values have in common.
    void work() {
        boolean sorted = grouping.center() == Center.MEDIAN || grouping.band() == Band.IQR;
        if (sorted) {
            Arrays.sort(values, 0, size);
        }
        double mean = mean();
        center = switch (grouping.center()) {
            case MEAN -> mean;
            case MEDIAN -> quantile(0.5);
        };
        switch (grouping.band()) {
            case NONE -> band(Double.NaN, Double.NaN);
            case STD -> around(mean, 1);
            case SE -> around(mean, 1 / Math.sqrt(size));
            case CI95 -> around(mean, size < 2 ? Double.NaN : StudentT.upper95(size - 1) / Math.sqrt(size));
            case MINMAX -> extremes();
            case IQR -> band(quantile(0.25), quantile(0.75));
        }
    }

    private void band(double low, double high) {
        lower = low;
        upper = high;
    }

    private void around(double mean, double deviations) {
        double half = deviation(mean) * deviations;
        band(mean - half, mean + half);
    }

    /// The values differ little from the first where they lie far from zero, and sums of differences keep digits.
    private double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i] / size;
        }
        double rest = 0;
        for (int i = 0; i < size; i++) {
            rest += (values[i] - sum) / size;
        }
        return Double.isFinite(rest) ? sum + rest : sum;
    }

    private double deviation(double mean) {
        if (size < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double d = values[i] - mean;
            squares += d * d;
        }
        return Math.sqrt(squares / (size - 1));
    }

    private void extremes() {
        double low = values[0];
        double high = values[0];
        for (int i = 1; i < size; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        band(low, high);
    }

    private double quantile(double share) {
        double at = share * (size - 1);
        int below = (int) at;
        double rest = at - below;
        return rest == 0 ? values[below] : values[below] + rest * (values[below + 1] - values[below]);
    }
}
