package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.Range;
import cotejo.analysis.Tick;
import cotejo.analysis.Ticks;
import java.util.List;
import java.util.Locale;

/// How numbers become places along an axis.
///
/// @param kind  the choice
/// @param width for [YScale#SYMLOG], the c of `sign(v) · log10(1 + |v| / c)`: nearer to 0 than this the axis is about
///              linear; without meaning for the others
public record Scale(YScale kind, double width) {

    public static final Scale LINEAR = new Scale(YScale.LINEAR, 0);
    public static final Scale LOG = new Scale(YScale.LOG, 0);

    /// Decades that a symmetric logarithmic axis shows on either side of what is nearly linear.
    private static final int DECADES = 3;

    /// A symmetric logarithmic scale that is about linear between −`width` and `width`.
    public static Scale symlog(double width) {
        return new Scale(YScale.SYMLOG, Math.clamp(width, Double.MIN_NORMAL, Double.MAX_VALUE / 8));
    }

    /// The scale of a choice for these values. A symmetric logarithmic one is about linear up to the power of ten three
    /// below that of the greatest distance from 0.
    public static Scale of(YScale kind, Range values) {
        return switch (kind) {
            case LINEAR -> LINEAR;
            case LOG -> LOG;
            case SYMLOG -> {
                double most = values.isEmpty() ? 1 : Math.max(Math.abs(values.low()), Math.abs(values.high()));
                yield symlog(most > 0 ? Math.pow(10, Math.floor(Math.log10(most)) - DECADES) : 1);
            }
        };
    }

    /// The value as a number that runs evenly along the axis.
    public double even(double value) {
        return switch (kind) {
            case LINEAR -> value;
            case LOG -> Math.log10(value);
            case SYMLOG -> Math.copySign(Math.log10(1 + Math.abs(value) / width), value);
        };
    }

    /// The reverse of [#even].
    public double value(double even) {
        return switch (kind) {
            case LINEAR -> even;
            case LOG -> Math.pow(10, even);
            case SYMLOG -> Math.copySign((Math.pow(10, Math.abs(even)) - 1) * width, even);
        };
    }

    /// The ends of a range as numbers that run evenly along the axis.
    public Range even(Range range) {
        return new Range(even(range.low()), even(range.high()));
    }

    /// Whether a value has a place on the axis.
    public boolean shows(double value) {
        return Double.isFinite(value) && (kind != YScale.LOG || value > 0);
    }

    /// The range with some air at both ends, ready to be an axis.
    public Range aired(Range range) {
        return aired(range, 0.05);
    }

    /// The range with a share of what it spans along the axis added at both ends, ready to be an axis.
    public Range aired(Range range, double share) {
        return switch (kind) {
            case LINEAR -> range.padded(share);
            case LOG -> {
                if (range.isEmpty() || range.low() <= 0) {
                    yield new Range(0.1, 1);
                }
                Range even = even(range).padded(share);
                yield new Range(Math.max(Double.MIN_VALUE, value(even.low())),
                        Math.min(Double.MAX_VALUE / 8, value(even.high())));
            }
            case SYMLOG -> {
                if (range.isEmpty()) {
                    yield range.padded(share);
                }
                Range even = even(range).padded(share);
                yield new Range(Math.max(-Double.MAX_VALUE / 8, value(even.low())),
                        Math.min(Double.MAX_VALUE / 8, value(even.high())));
            }
        };
    }

    /// Places for about so many ticks.
    public List<Tick> ticks(Range range, int wanted, Locale locale) {
        return switch (kind) {
            case LINEAR -> Ticks.linear(range, wanted, locale);
            case LOG -> Ticks.logarithmic(range, wanted, locale);
            case SYMLOG -> Ticks.symmetric(range, width, wanted, locale);
        };
    }

    /// A line as far as it can be shown with this scale of values and that of x.
    static Curve shown(Curve curve, Scale x, Scale y) {
        Curve placed = x.kind() == YScale.LOG ? curve.positiveX() : curve;
        return y.kind() == YScale.LOG ? placed.positive() : placed;
    }
}
