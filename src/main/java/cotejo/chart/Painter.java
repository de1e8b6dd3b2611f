package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.M4;
import cotejo.analysis.Range;
import cotejo.analysis.Reduced;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jfree.chart.ChartRenderingInfo;
import org.jspecify.annotations.Nullable;

/// Paints a chart into an array of pixels: axes and grid by JFreeChart, lines by a raster of our own, which is some
/// hundred times faster than anti-aliased paths without a graphics card. May run on any thread, and never should on the
/// one of the window.
public final class Painter {

    private static final double THICKNESS = 1.5;
    private static final double FAINT = 0.28;
    private static final double STEPPED_BACK = 0.25;

    private final ChartSpec spec;
    private final double scale;
    private final int left;
    private final int top;
    private final Ink ink;
    private final Layer layer;
    private Facts facts = Facts.NONE;

    private Painter(ChartSpec spec, double scale, int left, int top, int width, int height) {
        this.spec = spec;
        this.scale = scale;
        this.left = left;
        this.top = top;
        this.ink = new Ink(width, height);
        this.layer = new Layer(width, height);
    }

    /// Paints at a size in logical pixels.
    ///
    /// @param scale device pixels per logical pixel, such as 2 on a display of twice the density
    public static Picture paint(ChartSpec spec, int width, int height, double scale) {
        int deviceWidth = (int) Math.max(1, Math.round(width * scale));
        int deviceHeight = (int) Math.max(1, Math.round(height * scale));
        BufferedImage image = new BufferedImage(deviceWidth, deviceHeight, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.scale(scale, scale);
        ChartRenderingInfo info = new ChartRenderingInfo();
        Axes.chart(spec).draw(g2, new Rectangle2D.Double(0, 0, width, height), info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int left = (int) Math.round(area.getX() * scale);
        int top = (int) Math.round(area.getY() * scale);
        int w = (int) Math.round(area.getMaxX() * scale) - left;
        int h = (int) Math.round(area.getMaxY() * scale) - top;
        Facts facts = Facts.NONE;
        if (w > 0 && h > 0) {
            Painter painter = new Painter(spec, scale, left, top, w, h);
            painter.lines();
            painter.layer.onto(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), deviceWidth, left, top);
            g2.setTransform(new java.awt.geom.AffineTransform());
            painter.marks(g2);
            facts = painter.facts;
        }
        g2.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new Picture(pixels, deviceWidth, deviceHeight, scale, area, spec, facts);
    }

    private void lines() {
        @Nullable Long highlight = spec.highlight();
        for (CurveSpec curve : spec.curves()) {
            if (curve.smoothed() != null) {
                draw(curve, curve.raw(), THICKNESS, FAINT * (steppedBack(curve, highlight) ? STEPPED_BACK : 1), false);
            }
        }
        for (CurveSpec curve : spec.curves()) {
            draw(curve, curve.line(), THICKNESS, steppedBack(curve, highlight) ? STEPPED_BACK : 1, true);
        }
        for (CurveSpec curve : spec.curves()) {
            if (highlight != null && curve.key() == highlight) {
                draw(curve, curve.line(), THICKNESS * 1.6, 1, false);
            }
        }
    }

    private static boolean steppedBack(CurveSpec curve, @Nullable Long highlight) {
        return highlight != null && curve.key() != highlight;
    }

    private void draw(CurveSpec curve, Curve points, double thickness, double opacity, boolean counted) {
        Curve shown = ChartSpec.shown(points, spec.yScale());
        Reduced path = M4.reduce(shown, spec.x(), ink.width);
        ink.clear();
        trace(path, thickness * scale, curve.dash());
        layer.paint(ink, curve.argb(), opacity);
        if (counted) {
            facts = facts.with(Marks.facts(curve.raw(), ChartSpec.shown(curve.raw(), spec.yScale()), path));
        }
    }

    private void trace(Reduced path, double thickness, Dash dash) {
        Range x = spec.x();
        double perX = ink.width / x.span();
        double low = spec.yScale().even(spec.y().low());
        double high = spec.yScale().even(spec.y().high());
        double perY = ink.height / (high - low);
        double beforeX = 0;
        double beforeY = 0;
        int size = path.size();
        for (int i = 0; i < size; i++) {
            double px = (path.x(i) - x.low()) * perX;
            double py = (high - spec.yScale().even(path.y(i))) * perY;
            switch (path.kind(i)) {
                case Reduced.LINE -> {
                    if (i + 1 >= size || path.kind(i + 1) != Reduced.BAR) {
                        connect(path, i, beforeX, beforeY, px, py, thickness, dash);
                    }
                }
                case Reduced.BAR -> ink.bar(px, beforeY, py, thickness);
                default -> {
                    if (i + 1 >= size || path.kind(i + 1) == Reduced.MOVE) {
                        ink.dot(px, py, thickness * 1.3);
                    }
                }
            }
            beforeX = px;
            beforeY = py;
        }
    }

    /// Joins two points of the path, except within a column whose bar covers them both already.
    private void connect(Reduced path, int i, double x0, double y0, double x1, double y1, double thickness,
            Dash dash) {
        if (path.kind(i - 1) != Reduced.BAR) {
            ink.line(x0, y0, x1, y1, thickness, dash, scale);
        }
    }

    private void marks(Graphics2D g2) {
        g2.translate(left, top);
        g2.clipRect(0, 0, ink.width, ink.height);
        Marks marks = new Marks(g2, spec, ink.width, ink.height, scale);
        spec.curves().forEach(marks::draw);
    }
}
