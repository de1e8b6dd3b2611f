package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.M4;
import cotejo.analysis.Reduced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The edges of a band in pixels of the plot, with no extreme lost.
final class Edges {

    private final ChartSpec spec;
    private final double width;
    private final double height;
    private final int columns;

    /// @param columns of the reduction
    Edges(ChartSpec spec, double width, double height, int columns) {
        this.spec = spec;
        this.width = width;
        this.height = height;
        this.columns = columns;
    }

    private enum Side {
        LOWER,
        UPPER
    }

    /// What is drawn of a line.
    Reduced reduce(Curve line) {
        return M4.reduce(spec.shown(line), spec.x(), spec.xScale().even(spec.x()), spec.xScale()::value, columns);
    }

    double px(double x) {
        double low = spec.xScale().even(spec.x().low());
        double high = spec.xScale().even(spec.x().high());
        return (spec.xScale().even(x) - low) / (high - low) * width;
    }

    double py(double y) {
        double low = spec.yScale().even(spec.y().low());
        double high = spec.yScale().even(spec.y().high());
        return (high - spec.yScale().even(y)) / (high - low) * height;
    }

    /// One stretch of an edge without a gap: places in pixels, x and y in turn.
    private record Stretch(double[] xs, double[] ys, int size) {
    }

    /// The band's outlines, one a stretch without a gap: x and y of its corners in turn. Of a pixel column with many
    /// points, the upper edge keeps the greatest and the lower one the least.
    List<double[]> outlines(BandSpec band) {
        List<Stretch> lower = stretches(band.lower(), Side.LOWER);
        List<Stretch> upper = stretches(band.upper(), Side.UPPER);
        List<double[]> result = new ArrayList<>();
        for (int s = 0; s < Math.min(lower.size(), upper.size()); s++) {
            Stretch above = upper.get(s);
            Stretch below = lower.get(s);
            double[] corners = new double[2 * (above.size() + below.size())];
            int at = 0;
            for (int i = 0; i < above.size(); i++) {
                corners[at++] = above.xs()[i];
                corners[at++] = above.ys()[i];
            }
            for (int i = below.size() - 1; i >= 0; i--) {
                corners[at++] = below.xs()[i];
                corners[at++] = below.ys()[i];
            }
            result.add(corners);
        }
        return result;
    }

    private List<Stretch> stretches(Curve edge, Side side) {
        Reduced path = reduce(edge);
        List<Stretch> result = new ArrayList<>();
        double[] xs = new double[path.size()];
        double[] ys = new double[path.size()];
        int size = 0;
        for (int i = 0; i < path.size(); i++) {
            if (path.kind(i) == Reduced.MOVE && size > 0) {
                result.add(new Stretch(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size), size));
                size = 0;
            }
            boolean least = i + 1 < path.size() && path.kind(i + 1) == Reduced.BAR;
            boolean greatest = path.kind(i) == Reduced.BAR;
            if (least && side == Side.UPPER || greatest && side == Side.LOWER) {
                continue;
            }
            xs[size] = px(path.x(i));
            ys[size++] = py(path.y(i));
        }
        if (size > 0) {
            result.add(new Stretch(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size), size));
        }
        return result;
    }

    /// The band as one upright stretch a pixel column: the upper ends, then the lower ends, in pixels; NaN where the
    /// band is not.
    double[][] spans(BandSpec band, int pixels) {
        return new double[][] {ends(band.upper(), Side.UPPER, pixels), ends(band.lower(), Side.LOWER, pixels)};
    }

    private double[] ends(Curve edge, Side side, int pixels) {
        double[] ends = new double[pixels];
        Arrays.fill(ends, Double.NaN);
        for (Stretch stretch : stretches(edge, side)) {
            for (int i = 0; i < stretch.size(); i++) {
                reach(ends, (int) Math.floor(stretch.xs()[i]), stretch.ys()[i], side);
                if (i > 0) {
                    between(ends, stretch, i, side);
                }
            }
        }
        return ends;
    }

    /// The middles of the pixel columns between two corners.
    private static void between(double[] ends, Stretch stretch, int i, Side side) {
        double x0 = stretch.xs()[i - 1];
        double x1 = stretch.xs()[i];
        if (!(x1 > x0)) {
            return;
        }
        double slope = (stretch.ys()[i] - stretch.ys()[i - 1]) / (x1 - x0);
        int last = (int) Math.min(ends.length - 1.0, Math.floor(x1 - 0.5));
        for (int column = (int) Math.max(0, Math.ceil(x0 - 0.5)); column <= last; column++) {
            reach(ends, column, stretch.ys()[i - 1] + (column + 0.5 - x0) * slope, side);
        }
    }

    private static void reach(double[] ends, int column, double y, Side side) {
        if (column >= 0 && column < ends.length) {
            double known = ends[column];
            ends[column] = Double.isNaN(known) ? y : side == Side.UPPER ? Math.min(known, y) : Math.max(known, y);
        }
    }
}
