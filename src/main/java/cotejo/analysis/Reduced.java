package cotejo.analysis;

import java.util.Arrays;

/// A line cut down to what pixels can show: a path of points, each either joined to the one before or not.
///
/// Where a pixel column holds many points, the path enters at the first, runs over the least and the greatest, drawn at
/// the middle of the column, and leaves at the last, so no extreme is lost.
public final class Reduced {

    /// How a point of the path is reached.
    public static final byte MOVE = 0;
    public static final byte LINE = 1;
    /// Straight up or down within one pixel column: the extent of all its points.
    public static final byte BAR = 2;

    private double[] x;
    private double[] y;
    private byte[] kind;
    private int size;
    private boolean columns;

    Reduced(int capacity) {
        x = new double[capacity];
        y = new double[capacity];
        kind = new byte[capacity];
    }

    void add(double px, double py, byte how) {
        if (size == x.length) {
            int more = size * 2 + 16;
            x = Arrays.copyOf(x, more);
            y = Arrays.copyOf(y, more);
            kind = Arrays.copyOf(kind, more);
        }
        x[size] = px;
        y[size] = py;
        kind[size++] = how;
    }

    void markColumns() {
        columns = true;
    }

    public int size() {
        return size;
    }

    public double x(int i) {
        return x[i];
    }

    public double y(int i) {
        return y[i];
    }

    public byte kind(int i) {
        return kind[i];
    }

    /// True when the way to point `i` lies under bars already: within a column, or between columns whose bars overlap.
    public boolean covered(int i) {
        if (kind[i - 1] == BAR || (i + 1 < size && kind[i + 1] == BAR)) {
            return true;
        }
        return i >= 3 && kind[i - 2] == BAR && i + 2 < size && kind[i + 2] == BAR
                && y[i - 3] <= y[i + 2] && y[i + 1] <= y[i - 2];
    }

    /// True when points were summed up by pixel column; false when the path is the stored points themselves.
    public boolean summedUp() {
        return columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reduced that && size == that.size
                && Arrays.equals(x, 0, size, that.x, 0, size) && Arrays.equals(y, 0, size, that.y, 0, size)
                && Arrays.equals(kind, 0, size, that.kind, 0, size);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(y, size));
    }
}
