package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.M4;
import cotejo.analysis.Reduced;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.BitSet;

/// Marks at the edges for values that have no height: a cross at the bottom for NaN, a triangle at the top for +∞ and
/// at the bottom for −∞. Where they would touch, one stands for its neighbours; the badge counts them all.
final class Marks {

    private static final double APART = 9;

    private final Graphics2D g2;
    private final ChartSpec spec;
    private final int width;
    private final int height;
    private final double scale;

    Marks(Graphics2D g2, ChartSpec spec, int width, int height, double scale) {
        this.g2 = g2;
        this.spec = spec;
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    static Facts facts(Curve raw, Curve shown, Reduced path) {
        long nan = 0;
        long plus = 0;
        long minus = 0;
        for (int i : raw.gaps()) {
            double value = raw.y(i);
            if (Double.isNaN(value)) {
                nan++;
            } else if (value > 0) {
                plus++;
            } else {
                minus++;
            }
        }
        return new Facts(raw.size(), path.summedUp() ? 1 : 0, nan, plus, minus,
                shown.gaps().length - raw.gaps().length, raw.sorted() ? 1 : 0);
    }

    void draw(CurveSpec curve) {
        if (curve.raw().gaps().length == 0) {
            return;
        }
        g2.setColor(Axes.color(curve.argb()));
        g2.setStroke(new BasicStroke((float) (1.5 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        BitSet drawn = new BitSet();
        for (int i : M4.gaps(curve.raw(), spec.x())) {
            double x = (curve.raw().x(i) - spec.x().low()) / spec.x().span() * width;
            double value = curve.raw().y(i);
            int kind = Double.isNaN(value) ? 0 : value > 0 ? 1 : 2;
            int seat = (int) (Math.max(0, x) / (APART * scale)) * 3 + kind;
            if (!drawn.get(seat)) {
                drawn.set(seat);
                mark(kind, x);
            }
        }
    }

    private void mark(int kind, double x) {
        double r = 3.2 * scale;
        double edge = kind == 1 ? r + scale : height - r - scale;
        if (kind == 0) {
            g2.draw(new Line2D.Double(x - r, edge - r, x + r, edge + r));
            g2.draw(new Line2D.Double(x - r, edge + r, x + r, edge - r));
            return;
        }
        double point = kind == 1 ? -r : r;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, edge + point);
        triangle.lineTo(x - r, edge - point);
        triangle.lineTo(x + r, edge - point);
        triangle.closePath();
        g2.fill(triangle);
    }
}
