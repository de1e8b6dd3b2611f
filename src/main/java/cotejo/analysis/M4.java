package cotejo.analysis;

import java.util.function.DoubleUnaryOperator;

/// The reduction "M4" (Jugel et al., VLDB 2014): per pixel column the first, last, least and greatest point. The same
/// points and the same window always give the same result, and no extreme is lost.
public final class M4 {

    /// Up to this many points in a column are drawn themselves.
    private static final int FEW = 4;

    private final Curve curve;
    private final Pyramid pyramid;
    private final Range view;
    /// The left edge of the window and the width of a column, in numbers that run evenly along the axis.
    private final double low;
    private final double width;
    private final DoubleUnaryOperator x;
    private final int columns;
    private final Reduced out;
    /// The index of the last point the path reached, or -2 where it must be taken up anew.
    private int reached = -2;

    private M4(Curve curve, Range view, Range even, DoubleUnaryOperator x, int columns) {
        this.curve = curve;
        this.pyramid = curve.pyramid();
        this.view = view;
        this.low = even.low();
        this.columns = columns;
        this.width = even.span() / columns;
        this.x = x;
        this.out = new Reduced(Math.min(curve.size(), 5 * columns) + 8);
    }

    /// Cuts a line down for a window in x that is `columns` pixels wide. The nearest points beyond both edges belong to
    /// the result, so that the line leaves the picture as it should.
    ///
    /// @throws IllegalArgumentException when the window is empty or has no columns
    public static Reduced reduce(Curve curve, Range view, int columns) {
        return reduce(curve, view, view, x -> x, columns);
    }

    /// The same where columns are not even in x, such as on a logarithmic axis.
    ///
    /// @param even the window in numbers that run evenly along the axis
    /// @param x    from such a number to x
    public static Reduced reduce(Curve curve, Range view, Range even, DoubleUnaryOperator x, int columns) {
        if (!(even.span() > 0) || !(view.span() > 0) || columns < 1) {
            throw new IllegalArgumentException("no window to draw in: " + view + ", " + columns + " columns");
        }
        M4 work = new M4(curve, view, even, x, columns);
        int[] pieces = curve.pieces();
        for (int p = 0; p + 1 < pieces.length; p++) {
            if (curve.anew(pieces[p])) {
                work.reached = -2;
            }
            work.piece(pieces[p], pieces[p + 1]);
        }
        return work.out;
    }

    private double at(double column) {
        return x.applyAsDouble(low + column * width);
    }

    private void piece(int start, int end) {
        int from = Math.max(start, curve.firstAtLeast(view.low(), start, end) - 1);
        int inside = curve.firstAtLeast(Math.nextUp(view.high()), from, end);
        int to = Math.min(end, inside + 1);
        if (to - from <= 2 * columns) {
            points(from, to);
            return;
        }
        out.markColumns();
        int at = curve.firstAtLeast(view.low(), from, inside);
        points(from, at);
        for (int column = 0; column < columns && at < inside; column++) {
            int next = column == columns - 1 ? inside : boundary(at(column + 1), at, inside);
            if (next - at <= FEW) {
                points(at, next);
            } else {
                column(column, at, next);
            }
            at = next;
        }
        points(inside, to);
    }

    /// The next column's first point, searched in growing strides from where we stand.
    private int boundary(double edge, int from, int to) {
        int stride = 8;
        int a = from;
        int b = from;
        while (b < to && curve.x(b) < edge) {
            a = b;
            b = (int) Math.min(to, (long) b + stride);
            stride *= 4;
        }
        return curve.firstAtLeast(edge, a, b);
    }

    private void points(int from, int to) {
        for (int i = from; i < to; i++) {
            double y = curve.y(i);
            if (Double.isFinite(y)) {
                out.add(curve.x(i), y, reached == i - 1 ? Reduced.LINE : Reduced.MOVE);
                reached = i;
            }
        }
    }

    private void column(int column, int from, int to) {
        if (!pyramid.look(from, to)) {
            return;
        }
        int first = from;
        while (!Double.isFinite(curve.y(first))) {
            first++;
        }
        int last = to - 1;
        while (!Double.isFinite(curve.y(last))) {
            last--;
        }
        double middle = at(column + 0.5);
        out.add(curve.x(first), curve.y(first), reached == first - 1 ? Reduced.LINE : Reduced.MOVE);
        out.add(middle, pyramid.low(), Reduced.LINE);
        out.add(middle, pyramid.high(), Reduced.BAR);
        out.add(curve.x(last), curve.y(last), Reduced.LINE);
        reached = last;
    }
}
