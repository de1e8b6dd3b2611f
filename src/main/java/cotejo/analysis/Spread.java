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
        Moments moments = Moments.of(values, size);
        center = switch (grouping.center()) {
            case MEAN -> moments.mean() * moments.unit();
            case MEDIAN -> Quantiles.within(values, size, 0.5);
        };
        switch (grouping.band()) {
            case NONE -> band(Double.NaN, Double.NaN);
            case STD -> around(moments, 1);
            case SE -> around(moments, 1 / Math.sqrt(size));
            case CI95 -> around(moments, size < 2 ? Double.NaN : StudentT.upper95(size - 1) / Math.sqrt(size));
            case MINMAX -> extremes();
            case IQR -> band(Quantiles.within(values, size, 0.25), Quantiles.within(values, size, 0.75));
        }
    }

    private void band(double low, double high) {
        lower = low;
        upper = high;
    }

    private void around(Moments moments, double deviations) {
        band(moments.at(-deviations), moments.at(deviations));
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
}
