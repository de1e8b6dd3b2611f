package cotejo.ui.link;

import cotejo.analysis.Range;
import org.jspecify.annotations.Nullable;

/// The ends of a panel's axes as they were typed or zoomed to; null where an end follows the data.
///
/// @param axis what ran along x when the ends of x were chosen; with another axis they mean nothing
public record Limits(String axis, @Nullable Double xLow, @Nullable Double xHigh, @Nullable Double yLow,
        @Nullable Double yHigh) {

    public static final Limits NONE = new Limits("", null, null, null, null);

    public static Limits of(String axis, Window window) {
        return new Limits(axis, window.x().low(), window.x().high(), window.y().low(), window.y().high());
    }

    public boolean isEmpty() {
        return !hasX() && !hasY();
    }

    public boolean hasX() {
        return xLow != null || xHigh != null;
    }

    public boolean hasY() {
        return yLow != null || yHigh != null;
    }

    /// The window in x, where `full` is what the data would have.
    public Range x(String nowAxis, Range full) {
        return axis.equals(nowAxis) ? within(xLow, xHigh, full) : full;
    }

    public Range y(Range full) {
        return within(yLow, yHigh, full);
    }

    private static Range within(@Nullable Double low, @Nullable Double high, Range full) {
        // Beyond all data one end alone is as wide a window as they have, and empty.
        double from = low != null ? low : high != null && high <= full.low() ? high - full.span() : full.low();
        double to = high != null ? high : low != null && low >= full.high() ? low + full.span() : full.high();
        return to - from > Range.NARROW && Double.isFinite(to - from) ? new Range(from, to) : full;
    }

    /// The same heights with the ends in x of another.
    public Limits withX(Limits other) {
        return new Limits(other.axis, other.xLow, other.xHigh, yLow, yHigh);
    }
}
