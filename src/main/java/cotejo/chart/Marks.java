package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.Gaps;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.BitSet;

/// Marks at the edges for values that have no height: a cross at the bottom for NaN, a triangle at the top for +∞ and
/// at the bottom for −∞, an empty triangle at the bottom for what a logarithmic axis hides. Where they would touch, one
/// stands for its neighbours; the badge counts them all. And forms along the lines, by which they are told apart.
final class Marks {

    private static final double APART = 9;

    /// How far the forms of a line are from each other, in logical pixels.
    private static final double STRIDE = 84;
    private static final double RADIUS = 3.1;

    private final Graphics2D g2;
    private final ChartSpec spec;
    private final double width;
    private final double height;
    private final double scale;
    private int ink;

    private enum Kind {
        NAN,
        PLUS,
        MINUS,
        HIDDEN
    }

    Marks(Graphics2D g2, ChartSpec spec, double width, double height, double scale) {
        this.g2 = g2;
        this.spec = spec;
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    /// Marks what has no height; members of groups are counted only.
    void draw(CurveSpec curve) {
        Curve shown = spec.shown(curve.raw());
        Gaps gaps = shown.odd();
        if (curve.role() == CurveSpec.Role.MEMBER || shown.gaps().length == 0) {
            return;
        }
        ink = curve.argb();
        draw(shown, gaps.hidden(), Kind.HIDDEN);
        draw(shown, gaps.nan(), Kind.NAN);
        draw(shown, gaps.plusInfinite(), Kind.PLUS);
        draw(shown, gaps.minusInfinite(), Kind.MINUS);
    }

    /// Goes from mark to mark, over all points that the last one stands for.
    private void draw(Curve shown, int[] points, Kind kind) {
        BitSet taken = new BitSet();
        int k = 0;
        while (k < points.length) {
            int i = points[k];
            double x = shown.x(i);
            int end = shown.pieceEnd(i);
            int next = i + 1;
            if (x < spec.x().low()) {
                next = Math.max(next, shown.firstAtLeast(spec.x().low(), i, end));
            } else if (x > spec.x().high()) {
                next = end;
            } else {
                double px = px(x);
                int seat = (int) (px / (APART * scale));
                if (!taken.get(seat)) {
                    taken.set(seat);
                    mark(kind, px);
                }
                next = Math.max(next, shown.firstAtLeast(xAt((seat + 1) * APART * scale), i, end));
            }
            int found = Arrays.binarySearch(points, k, points.length, next);
            k = found < 0 ? -found - 1 : found;
        }
    }

    private double px(double x) {
        double low = spec.xScale().even(spec.x().low());
        double high = spec.xScale().even(spec.x().high());
        return Math.max(0, (spec.xScale().even(x) - low) / (high - low) * width);
    }

    private double xAt(double px) {
        double low = spec.xScale().even(spec.x().low());
        double high = spec.xScale().even(spec.x().high());
        return spec.xScale().value(low + px / width * (high - low));
    }

    private double py(double y) {
        double low = spec.yScale().even(spec.y().low());
        double high = spec.yScale().even(spec.y().high());
        return (high - spec.yScale().even(y)) / (high - low) * height;
    }

    private void mark(Kind kind, double x) {
        double r = 3.2 * scale;
        double edge = kind == Kind.PLUS ? r + scale : height - r - scale;
        Path2D shape = switch (kind) {
            case NAN -> cross(x, edge, r);
            case PLUS -> triangle(x, edge, r, -r);
            case MINUS -> triangle(x, edge, r, r);
            case HIDDEN -> triangle(x, edge, r * 0.8, r * 0.8);
        };
        // Lines may run where it stands.
        g2.setColor(Axes.color(spec.theme().background()));
        g2.setStroke(stroke(4.5));
        g2.draw(shape);
        g2.setColor(Axes.color(ink));
        g2.setStroke(stroke(1.5));
        if (kind == Kind.PLUS || kind == Kind.MINUS) {
            g2.fill(shape);
        } else {
            g2.draw(shape);
        }
    }

    private BasicStroke stroke(double width) {
        return new BasicStroke((float) (width * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Path2D cross(double x, double edge, double r) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(x - r, edge - r);
        cross.lineTo(x + r, edge + r);
        cross.moveTo(x - r, edge + r);
        cross.lineTo(x + r, edge - r);
        return cross;
    }

    private static Path2D triangle(double x, double edge, double r, double point) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, edge + point);
        triangle.lineTo(x - r, edge - point);
        triangle.lineTo(x + r, edge - point);
        triangle.closePath();
        return triangle;
    }

    /// Draws the form of a line here and there, at points of it; each line begins elsewhere, so that they do not lie on
    /// each other.
    ///
    /// @param number the line's place among the others
    void forms(CurveSpec curve, int number) {
        Curve line = spec.shown(curve.line());
        Long highlight = spec.highlight();
        if (curve.role() == CurveSpec.Role.MEMBER || line.size() == 0
                || highlight != null && highlight != curve.key()) {
            return;
        }
        double stride = STRIDE * scale;
        g2.setStroke(new BasicStroke((float) scale));
        int before = -1;
        for (double at = stride * ((number * 0.381966) % 1 * 0.8 + 0.1); at < width; at += stride) {
            int i = line.nearest(xAt(at));
            if (i != before && Double.isFinite(line.y(i)) && spec.x().contains(line.x(i))
                    && spec.y().contains(line.y(i))) {
                Shape form = curve.marker().at(px(line.x(i)), py(line.y(i)), RADIUS * scale);
                g2.setColor(Axes.color(curve.argb()));
                g2.fill(form);
                g2.setColor(Axes.color(spec.theme().background()));
                g2.draw(form);
            }
            before = i;
        }
    }
}
