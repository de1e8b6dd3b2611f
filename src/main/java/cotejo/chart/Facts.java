package cotejo.chart;

/// What a chart must own up to, counted over the whole lines, not the window.
///
/// @param points   stored points of all lines
/// @param summedUp lines drawn as least to greatest value per pixel in this window
/// @param nan      values that are not a number, and the infinities
/// @param hidden   values ≤ 0 that a logarithmic axis cannot show
/// @param sorted   lines put in order of x because they go back too often
public record Facts(long points, int summedUp, long nan, long plusInfinite, long minusInfinite, long hidden,
        int sorted) {

    public static final Facts NONE = new Facts(0, 0, 0, 0, 0, 0, 0);

    Facts with(Facts other) {
        return new Facts(points + other.points, summedUp + other.summedUp, nan + other.nan,
                plusInfinite + other.plusInfinite, minusInfinite + other.minusInfinite, hidden + other.hidden,
                sorted + other.sorted);
    }

    public boolean nonFinite() {
        return nan + plusInfinite + minusInfinite > 0;
    }
}
