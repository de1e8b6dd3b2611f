package cotejo.chart;

import cotejo.analysis.Range;

/// How values become heights.
public enum YScale {
    LINEAR,
    LOG;

    /// The value as a number that runs evenly along the axis.
    public double even(double value) {
        return switch (this) {
            case LINEAR -> value;
            case LOG -> Math.log10(value);
        };
    }

    /// The reverse of [#even].
    public double value(double even) {
        return switch (this) {
            case LINEAR -> even;
            case LOG -> Math.pow(10, even);
        };
    }

    /// The range with some air at both ends, ready to be an axis.
    public Range aired(Range range) {
        return switch (this) {
            case LINEAR -> range.padded(0.05);
            case LOG -> {
                if (range.isEmpty() || range.low() <= 0) {
                    yield new Range(0.1, 1);
                }
                Range even = new Range(even(range.low()), even(range.high())).padded(0.05);
                yield new Range(Math.max(Double.MIN_NORMAL, value(even.low())),
                        Math.min(Double.MAX_VALUE / 8, value(even.high())));
            }
        };
    }
}
