package cotejo.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One line ready to be drawn at any zoom: x and y of every point in stored order, where it goes back in x, which
/// points are not finite, and a pyramid of extremes. Immutable; the arrays given are kept and must not change.
public final class Curve {

    /// Beyond this many turns back in x the order of the points says nothing, and they are put in order of x.
    private static final int MAX_PIECES = 1000;

    private final Column x;
    private final double[] y;
    private final int[] pieces;
    /// Where the line is taken up anew, ascending; each begins a piece.
    private final int[] breaks;
    private final int[] gaps;
    private final Pyramid pyramid;
    private final int @Nullable [] order;
    private final boolean sorted;
    /// What a logarithmic axis cannot show of the line that this one was made of.
    private final Gaps hidden;
    private volatile @Nullable Gaps odd;
    private volatile @Nullable Curve positive;
    private volatile @Nullable Curve positiveX;

    private Curve(Column x, double[] y, int[] breaks, int @Nullable [] order, boolean sorted, Gaps hidden) {
        this.order = order;
        this.x = x;
        this.y = y;
        this.breaks = breaks;
        this.pieces = pieces(x, breaks);
        this.sorted = sorted;
        this.hidden = hidden;
        this.pyramid = new Pyramid(y);
        this.gaps = gaps(y);
    }

    /// Prepares a line. Points whose x is not a finite number cannot be placed and are left out.
    public static Curve of(Column x, double[] y) {
        return of(x, y, new int[0]);
    }

    /// Prepares a line that is drawn in pieces.
    ///
    /// @param breaks the indices of points that are not joined to the one before, ascending
    public static Curve of(Column x, double[] y, int[] breaks) {
        if (x.size() != y.length) {
            throw new IllegalArgumentException("x and y differ in length");
        }
        int @Nullable [] kept = placeable(x) ? null
                : IntStream.range(0, y.length).filter(i -> Double.isFinite(x.at(i))).toArray();
        Column places = kept == null ? x : pick(x, kept);
        double[] heights = kept == null ? y : pick(y, kept);
        int[] anew = kept == null ? breaks : seats(breaks, kept);
        if (pieces(places, anew).length - 1 <= MAX_PIECES) {
            return new Curve(places, heights, anew, kept, false, Gaps.NONE);
        }
        int[] order = (kept == null ? IntStream.range(0, y.length) : Arrays.stream(kept)).boxed()
                .sorted((a, b) -> Double.compare(x.at(a), x.at(b))).mapToInt(Integer::intValue).toArray();
        return new Curve(pick(x, order), pick(y, order), new int[0], order, true, Gaps.NONE);
    }

    /// Where points are among those that were kept; of one that was not, where the next is.
    private static int[] seats(int[] points, int[] kept) {
        return Arrays.stream(points).map(point -> {
            int at = Arrays.binarySearch(kept, point);
            return at < 0 ? -at - 1 : at;
        }).filter(at -> at < kept.length).distinct().toArray();
    }

    private static boolean placeable(Column x) {
        if (!(x instanceof Column.Doubles doubles)) {
            return true;
        }
        for (double number : doubles.numbers()) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static Column pick(Column x, int[] which) {
        return Column.of(Arrays.stream(which).mapToDouble(x::at).toArray());
    }

    private static double[] pick(double[] y, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> y[i]).toArray();
    }

    /// Where pieces of non-decreasing x begin, and the end as the last entry.
    private static int[] pieces(Column x, int[] breaks) {
        int n = x.size();
        if (breaks.length == 0 && x instanceof Column.Regular regular && regular.stride() >= 0) {
            return n == 0 ? new int[] {0} : new int[] {0, n};
        }
        IntStream.Builder starts = IntStream.builder();
        double before = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int i = 0; i < n; i++) {
            double now = x.at(i);
            boolean anew = next < breaks.length && breaks[next] == i;
            if (now < before || anew || i == 0) {
                starts.add(i);
            }
            next += anew ? 1 : 0;
            before = now;
        }
        starts.add(n);
        return starts.build().toArray();
    }

    private static int[] gaps(double[] y) {
        int count = 0;
        for (double value : y) {
            if (!Double.isFinite(value)) {
                count++;
            }
        }
        int[] result = new int[count];
        for (int i = 0, k = 0; k < count; i++) {
            if (!Double.isFinite(y[i])) {
                result[k++] = i;
            }
        }
        return result;
    }

    public int size() {
        return y.length;
    }

    public double x(int i) {
        return x.at(i);
    }

    public double y(int i) {
        return y[i];
    }

    /// The index that point `i` had in the numbers given to [#of].
    public int stored(int i) {
        return order == null ? i : order[i];
    }

    /// True when the points went back in x so often that they were put in order of x.
    public boolean sorted() {
        return sorted;
    }

    /// The indices of all points that are NaN or infinite, ascending; not a copy.
    public int[] gaps() {
        return gaps;
    }

    /// Those points by their kind, with what a logarithmic axis hides. Found once, when asked for first.
    public Gaps odd() {
        Gaps known = odd;
        if (known == null) {
            known = hidden.with(y, gaps);
            odd = known;
        }
        return known;
    }

    /// Where pieces of non-decreasing x begin, and the end as the last entry; not a copy.
    public int[] pieces() {
        return pieces;
    }

    /// Whether the line is taken up anew at this point.
    boolean anew(int i) {
        return Arrays.binarySearch(breaks, i) >= 0;
    }

    Pyramid pyramid() {
        return pyramid.reader();
    }

    /// The least and greatest x, or [Range#NOTHING] without points.
    public Range xRange() {
        Range range = Range.NOTHING;
        for (int p = 0; p + 1 < pieces.length; p++) {
            range = range.with(x.at(pieces[p])).with(x.at(pieces[p + 1] - 1));
        }
        return range;
    }

    /// The least and greatest finite y of all points.
    public Range yRange() {
        Pyramid reader = pyramid.reader();
        return reader.look(0, y.length) ? new Range(reader.low(), reader.high()) : Range.NOTHING;
    }

    /// The first index of the piece `from`…`to` whose x is at least `wanted`.
    public int firstAtLeast(double wanted, int from, int to) {
        int a = from;
        int b = to;
        while (a < b) {
            int middle = (a + b) >>> 1;
            if (x.at(middle) < wanted) {
                a = middle + 1;
            } else {
                b = middle;
            }
        }
        return a;
    }

    /// The stored point whose x lies nearest to `wanted`, the later one of equals; -1 without points.
    public int nearest(double wanted) {
        int best = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int p = 0; p + 1 < pieces.length; p++) {
            int at = firstAtLeast(wanted, pieces[p], pieces[p + 1]);
            for (int i = Math.max(pieces[p], at - 1); i <= Math.min(at, pieces[p + 1] - 1); i++) {
                double d = Math.abs(x.at(i) - wanted);
                if (d <= distance) {
                    distance = d;
                    best = i;
                }
            }
        }
        return best;
    }

    /// The end of the piece that point `i` is in.
    public int pieceEnd(int i) {
        int at = Arrays.binarySearch(pieces, i);
        return pieces[at < 0 ? -at - 1 : at + 1];
    }

    /// This line as a logarithmic axis of values can show it: what is 0 or less becomes a gap. Itself when nothing is.
    public Curve positive() {
        Range range = yRange();
        if (range.isEmpty() || range.low() > 0) {
            return this;
        }
        Curve known = positive;
        if (known != null) {
            return known;
        }
        double[] masked = y.clone();
        IntStream.Builder lost = IntStream.builder();
        for (int i = 0; i < masked.length; i++) {
            if (masked[i] <= 0 && Double.isFinite(masked[i])) {
                masked[i] = Double.NaN;
                lost.add(i);
            }
        }
        Curve result = new Curve(x, masked, breaks, order, sorted, hidden.hiding(lost.build().toArray()));
        positive = result;
        return result;
    }

    /// This line as a logarithmic x axis can show it: points whose x is 0 or less are left out, and counted as hidden.
    /// Itself when there are none.
    public Curve positiveX() {
        if (xRange().isEmpty() || xRange().low() > 0) {
            return this;
        }
        Curve known = positiveX;
        if (known != null) {
            return known;
        }
        int[] kept = IntStream.range(0, y.length).filter(i -> x.at(i) > 0).toArray();
        Gaps lost = Gaps.NONE.without(y.length - kept.length);
        Curve result = new Curve(pick(x, kept), pick(y, kept), seats(breaks, kept),
                Arrays.stream(kept).map(this::stored).toArray(), sorted, lost);
        positiveX = result;
        return result;
    }

    /// The memory this takes beyond its values, in bytes, roughly.
    public long bytes() {
        return x.bytes() + pyramid.bytes() + 4L * gaps.length + 8L * y.length;
    }
}
