package cotejo.chart;

import cotejo.analysis.Range;

/// How an axis can run. [Scale] does the arithmetic; what is here is short for the scales that need nothing else, and
/// for a symmetric logarithmic one that is about linear within ±1.
public enum YScale {
    LINEAR,
    /// By powers of ten; shows what is greater than 0.
    LOG,
    /// By powers of ten in both directions, and evenly near 0.
    SYMLOG;

    private Scale scale() {
        return switch (this) {
            case LINEAR -> Scale.LINEAR;
            case LOG -> Scale.LOG;
            case SYMLOG -> Scale.symlog(1);
        };
    }

    /// The value as a number that runs evenly along the axis.
    public double even(double value) {
        return scale().even(value);
    }

    /// The reverse of [#even].
    public double value(double even) {
        return scale().value(even);
    }

    /// The range with some air at both ends, ready to be an axis.
    public Range aired(Range range) {
        return scale().aired(range);
    }
}
