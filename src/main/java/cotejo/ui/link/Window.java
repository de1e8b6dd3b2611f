package cotejo.ui.link;

import cotejo.analysis.Range;
import cotejo.chart.Scale;

/// The part of a chart that is looked at; the arithmetic of zooming and panning. Fractions run from 0 at the left and
/// at the top to 1 at the right and at the bottom.
public record Window(Range x, Range y) {

    /// The narrowest a window becomes, as a part of its middle: closer, doubles have no more digits to tell.
    private static final double NARROWEST = 1e-13;

    /// How the axes run that are zoomed.
    public record Scales(Scale x, Scale y) {
    }

    /// The part between four fractions.
    public Window part(double left, double top, double right, double bottom, Scales scales) {
        return new Window(even(x, scales.x(), range -> cut(range, left, right)),
                even(y, scales.y(), range -> cut(range, 1 - bottom, 1 - top)));
    }

    /// Shrinks by a factor below 1, or grows by one above, while the point at the fractions stays where it is.
    public Window scaled(double factorX, double factorY, double atX, double atY, Scales scales) {
        return part(atX - atX * factorX, atY - atY * factorY, atX + (1 - atX) * factorX,
                atY + (1 - atY) * factorY, scales);
    }

    /// Moves by fractions of its own size.
    public Window moved(double byX, double byY, Scales scales) {
        return part(byX, byY, 1 + byX, 1 + byY, scales);
    }

    static Range cut(Range range, double from, double to) {
        return new Range(range.low() + from * range.span(), range.low() + to * range.span());
    }

    private static Range even(Range range, Scale scale, java.util.function.UnaryOperator<Range> change) {
        Range changed = change.apply(scale.even(range));
        return sound(new Range(scale.value(changed.low()), scale.value(changed.high())), range);
    }

    /// What is wished for where doubles can tell its ends apart, else what was there before.
    public static Range sound(Range wanted, Range before) {
        double middle = Math.max(Math.abs(wanted.low()), Math.abs(wanted.high()));
        boolean fine = wanted.span() > Math.max(middle * NARROWEST, Range.NARROW)
                && Double.isFinite(wanted.span() * 16);
        return fine ? wanted : before;
    }
}
