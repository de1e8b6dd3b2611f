package cotejo.analysis;

/// Two bounds, the lower first; [#NOTHING] when there is nothing between them.
public record Range(double low, double high) {

    public static final Range NOTHING = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /// Bounds kept this far from the ends of double, so that their distance is finite.
    private static final double FAR = Double.MAX_VALUE / 8;

    /// Nearer to each other than this, bounds leave no digits to divide what lies between them.
    public static final double NARROW = 1e-280;

    public boolean isEmpty() {
        return !(low <= high);
    }

    public double span() {
        return high - low;
    }

    public boolean contains(double x) {
        return low <= x && x <= high;
    }

    public Range with(double x) {
        return new Range(Math.min(low, x), Math.max(high, x));
    }

    public Range with(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /// This range with `share` of its span added on both ends, with some room where both ends are the same, and never
    /// so wide that its span overflows.
    public Range padded(double share) {
        if (isEmpty()) {
            return new Range(0, 1);
        }
        double lo = Math.clamp(low, -FAR, FAR);
        double hi = Math.clamp(high, -FAR, FAR);
        double room = (hi - lo) * share;
        double size = Math.max(Math.abs(lo), Math.abs(hi));
        if (hi - lo <= Math.max(size * 1e-12, NARROW)) {
            room = size < NARROW ? 1 : size * 0.1;
        }
        return new Range(lo - room, hi + room);
    }
}
