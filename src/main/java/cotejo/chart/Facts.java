package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.Gaps;
import cotejo.analysis.Reduced;

/// What a chart must own up to, counted over the whole lines, not the window.
///
/// @param points   points of all lines, stored or aggregated
/// @param summedUp lines drawn as least to greatest value per pixel in this window
/// @param nan      values that are not a number, and the infinities
/// @param hidden   values ≤ 0 that a logarithmic axis cannot show
/// @param sorted   lines put in order of x because they go back too often
/// @param seen     lines of which something is in this window
public record Facts(long points, int summedUp, long nan, long plusInfinite, long minusInfinite, long hidden,
        int sorted, int seen) {

    public static final Facts NONE = new Facts(0, 0, 0, 0, 0, 0, 0, 0);

    /// What there is to say of one line.
    ///
    /// @param shown as far as the axes can show it
    /// @param path  what is drawn of it
    /// @param seen  whether any of that is in the window
    static Facts of(Curve raw, Curve shown, Reduced path, boolean seen) {
        Gaps gaps = shown.odd();
        return new Facts(raw.size(), path.summedUp() ? 1 : 0, gaps.nan().length, gaps.plusInfinite().length,
                gaps.minusInfinite().length, (long) gaps.hidden().length + gaps.left(), raw.sorted() ? 1 : 0,
                seen ? 1 : 0);
    }

    Facts with(Facts other) {
        return new Facts(points + other.points, summedUp + other.summedUp, nan + other.nan,
                plusInfinite + other.plusInfinite, minusInfinite + other.minusInfinite, hidden + other.hidden,
                sorted + other.sorted, seen + other.seen);
    }

    public boolean nonFinite() {
        return nan + plusInfinite + minusInfinite > 0;
    }
}
