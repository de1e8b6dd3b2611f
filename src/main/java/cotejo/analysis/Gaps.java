package cotejo.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The points of a line that have no height, by their kind: indices in the line, ascending. Not to be changed.
///
/// @param nan           values that are not a number
/// @param plusInfinite  +∞
/// @param minusInfinite −∞
/// @param hidden        values that are 0 or less on a logarithmic axis
/// @param left          points left out because their x is 0 or less on a logarithmic x axis; they have no place at all
@SuppressWarnings("ArrayRecordComponent")
public record Gaps(int[] nan, int[] plusInfinite, int[] minusInfinite, int[] hidden, int left) {

    static final Gaps NONE = new Gaps(new int[0], new int[0], new int[0], new int[0], 0);

    Gaps hiding(int[] lost) {
        return new Gaps(nan, plusInfinite, minusInfinite, lost, left);
    }

    Gaps without(int points) {
        return new Gaps(nan, plusInfinite, minusInfinite, hidden, points);
    }

    /// With the kinds of these points; those that are hidden keep to themselves.
    Gaps with(double[] y, int[] gaps) {
        return new Gaps(
                of(gaps).filter(i -> Double.isNaN(y[i]) && Arrays.binarySearch(hidden, i) < 0).toArray(),
                of(gaps).filter(i -> y[i] == Double.POSITIVE_INFINITY).toArray(),
                of(gaps).filter(i -> y[i] == Double.NEGATIVE_INFINITY).toArray(), hidden, left);
    }

    private static IntStream of(int[] gaps) {
        return Arrays.stream(gaps);
    }

    /// How many there are.
    public long size() {
        return (long) nan.length + plusInfinite.length + minusInfinite.length + hidden.length + left;
    }
}
