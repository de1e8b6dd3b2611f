package cotejo.chart;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import cotejo.analysis.M4;
import cotejo.analysis.Range;
import cotejo.analysis.Reduced;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Paints a chart into an array of pixels: axes and grid by JFreeChart, lines by a raster of our own, which is some
/// hundred times faster than anti-aliased paths without a graphics card. May run on any thread, and never should on the
/// one of the window.
public final class Painter {

    private static final double THICKNESS = 1.5;
    private static final double FAINT = 0.28;
    private static final double STEPPED_BACK = 0.25;
    private static final double MEMBER = 0.3;
    private static final double MEMBER_THICKNESS = 0.67;
    private static final double TINT = 0.16;

    /// Columns that are painted by one worker.
    private static final int BAND = 256;

    private final ChartSpec spec;
    private final double scale;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final Layer layer;
    private Facts facts = Facts.NONE;

    /// What is painted one over the other.
    private sealed interface Coat {
        int argb();

        double opacity();
    }

    /// A line: its path, and how.
    private record Stroke(Reduced path, int argb, Dash dash, double thickness, double opacity) implements Coat {
    }

    /// A band: its upper and lower end in each column, NaN where it is not.
    @SuppressWarnings("ArrayRecordComponent")
    private record Tint(double[] upper, double[] lower, int argb, double opacity) implements Coat {
    }

    private Painter(ChartSpec spec, double scale, int left, int top, int width, int height) {
        this.spec = spec;
        this.scale = scale;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.layer = new Layer(width, height);
    }

    /// Loads what the first picture needs (fonts, JFreeChart: some 300 ms), so that it need not wait. For a background
    /// thread at the start of the program.
    public static void warmUp(ChartTheme theme, Locale locale) {
        Curve line = Curve.of(new Column.Regular(0, 1, 2), new double[] {0, 1});
        CurveSpec curve = new CurveSpec(0, "", theme.line(0), Dash.SOLID, line, null);
        Range unit = new Range(0, 1);
        Picture none = paint(new ChartSpec("", XMode.STEP, Scale.LINEAR, List.of(curve), unit, unit, theme, locale,
                ZoneOffset.UTC, null), 200, 120, 1);
        LoggerFactory.getLogger(Painter.class).trace("ready to paint, tried at {} pixels", none.width());
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
        List<Coat> coats = coats();
        IntStream.rangeClosed(0, (width - 1) / BAND).parallel().forEach(band -> {
            Ink ink = new Ink(band * BAND, Math.min(width, (band + 1) * BAND), width, height);
            for (Coat coat : coats) {
                ink.clear();
                switch (coat) {
                    case Stroke stroke -> trace(ink, stroke);
                    case Tint tint -> ink.fill(tint.upper(), tint.lower());
                }
                layer.paint(ink, coat.argb(), coat.opacity());
            }
        });
    }

    /// All in the order it is painted: members of groups, bands, the faint raw lines, then those in full colour, then
    /// the one that stands out.
    private List<Coat> coats() {
        List<Coat> members = new ArrayList<>();
        List<Coat> bands = new ArrayList<>();
        List<Coat> faint = new ArrayList<>();
        List<Coat> full = new ArrayList<>();
        List<Coat> first = new ArrayList<>();
        Edges edges = new Edges(spec, width, height, width);
        @Nullable Long highlight = spec.highlight();
        for (CurveSpec curve : spec.curves()) {
            double opacity = highlight != null && curve.key() != highlight ? STEPPED_BACK : 1;
            Reduced path = edges.reduce(curve.line());
            boolean seen = seen(path);
            if (curve.role() == CurveSpec.Role.MEMBER) {
                boolean meant = highlight != null && curve.key() == highlight;
                (meant ? first : members).add(stroke(path, curve, meant ? 1 : MEMBER_THICKNESS,
                        meant ? 1 : MEMBER * opacity));
            } else {
                BandSpec band = curve.band();
                if (band != null) {
                    double[][] spans = edges.spans(band, width);
                    bands.add(new Tint(spans[0], spans[1], curve.argb(), TINT * opacity));
                    seen = seen || seen(spans[0], spans[1]);
                }
                if (curve.smoothed() != null) {
                    Reduced raw = edges.reduce(curve.raw());
                    faint.add(stroke(raw, curve, 1, FAINT * opacity));
                    seen = seen || seen(raw);
                }
                full.add(stroke(path, curve, 1, opacity));
                if (highlight != null && curve.key() == highlight) {
                    first.add(stroke(path, curve, 1.6, 1));
                }
            }
            facts = facts.with(Facts.of(curve.raw(), spec.shown(curve.raw()), path, seen));
        }
        members.addAll(bands);
        members.addAll(faint);
        members.addAll(full);
        members.addAll(first);
        return members;
    }

    /// False where no stretch of a path comes into the window.
    private boolean seen(Reduced path) {
        for (int i = 0; i < path.size(); i++) {
            int from = path.kind(i) == Reduced.MOVE ? i : i - 1;
            if (meets(spec.x(), path.x(from), path.x(i)) && meets(spec.y(), path.y(from), path.y(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Range window, double a, double b) {
        return Math.max(a, b) >= window.low() && Math.min(a, b) <= window.high();
    }

    private boolean seen(double[] upper, double[] lower) {
        return IntStream.range(0, upper.length).anyMatch(column -> lower[column] >= 0 && upper[column] <= height);
    }

    private Stroke stroke(Reduced path, CurveSpec curve, double thicker, double opacity) {
        return new Stroke(path, curve.argb(), curve.dash(), THICKNESS * thicker * scale, opacity);
    }

    private void trace(Ink ink, Stroke stroke) {
        Reduced path = stroke.path();
        double thickness = stroke.thickness();
        Scale xScale = spec.xScale();
        Scale yScale = spec.yScale();
        Range x = xScale.even(spec.x());
        double perX = width / x.span();
        double high = yScale.even(spec.y().high());
        double perY = height / (high - yScale.even(spec.y().low()));
        double beforeX = 0;
        double beforeY = 0;
        int size = path.size();
        for (int i = 0; i < size; i++) {
            double px = (xScale.even(path.x(i)) - x.low()) * perX;
            double py = (high - yScale.even(path.y(i))) * perY;
            switch (path.kind(i)) {
                case Reduced.LINE -> {
                    if (!path.covered(i)) {
                        ink.line(beforeX, beforeY, px, py, thickness, stroke.dash(), scale);
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

    private void marks(Graphics2D g2) {
        g2.translate(left, top);
        g2.clipRect(0, 0, width, height);
        Marks marks = new Marks(g2, spec, width, height, scale);
        spec.curves().forEach(marks::draw);
        if (spec.marked()) {
            for (int i = 0; i < spec.curves().size(); i++) {
                marks.forms(spec.curves().get(i), i);
            }
        }
    }
}
