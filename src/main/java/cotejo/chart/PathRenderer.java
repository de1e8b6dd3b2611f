package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.Reduced;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.XYDataset;

/// Draws lines as paths, for figures: the same reduction as on screen, one path a line, which a vector format keeps as
/// vectors.
final class PathRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1;
    private static final float THICKNESS = 1.5f;
    /// How many times as thick as its line a point without neighbours is, as on the screen.
    private static final float DOT = 2.6f;
    private static final double FAINT = 0.28;
    private static final double TINT = 0.16;

    /// Reduction is finer than on screen, since figures are printed and enlarged.
    private static final int COLUMNS_PER_UNIT = 2;

    /// The most points of a path, so that files stay small and other programs can open them.
    private static final int MOST_POINTS = 19_000;

    /// What is drawn one over the other.
    private enum Coat {
        MEMBERS,
        BANDS,
        RAW,
        LINES,
        FORMS,
        MARKS
    }

    private final transient ChartSpec spec;

    PathRenderer(ChartSpec spec) {
        this.spec = spec;
    }

    /// One entry, since this draws all lines at once: what lies over what does not go line by line.
    static XYDataset dataset(ChartSpec spec) {
        return new AbstractXYDataset() {
            @Override
            public int getSeriesCount() {
                return 1;
            }

            @Override
            public Comparable<?> getSeriesKey(int series) {
                return spec.title();
            }

            @Override
            public int getItemCount(int series) {
                return 1;
            }

            @Override
            public Number getX(int series, int item) {
                return spec.xScale().even(spec.x().low());
            }

            @Override
            public Number getY(int series, int item) {
                return spec.yScale().even(spec.y().low());
            }
        };
    }

    @Override
    public void drawItem(Graphics2D g2, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
            XYPlot plot, ValueAxis xAxis, ValueAxis yAxis, XYDataset dataset, int series, int item,
            CrosshairState crosshair, int pass) {
        Graphics2D own = (Graphics2D) g2.create();
        own.clip(area);
        own.translate(area.getX(), area.getY());
        for (Coat coat : EnumSet.allOf(Coat.class)) {
            for (int i = 0; i < spec.curves().size(); i++) {
                draw(own, spec.curves().get(i), i, coat, area);
            }
        }
        own.dispose();
    }

    private void draw(Graphics2D g2, CurveSpec curve, int number, Coat coat, Rectangle2D area) {
        boolean member = curve.role() == CurveSpec.Role.MEMBER;
        Color color = Axes.color(curve.argb());
        Marks marks = new Marks(g2, spec, area.getWidth(), area.getHeight(), 1);
        switch (coat) {
            case MEMBERS -> {
                if (member) {
                    g2.setColor(clear(color, FAINT));
                    g2.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
                    draw(g2, path(curve.line(), area), 1);
                }
            }
            case BANDS -> {
                BandSpec band = curve.band();
                if (band != null) {
                    g2.setColor(clear(color, TINT));
                    g2.fill(outline(band, area));
                }
            }
            case RAW -> {
                if (!member && curve.smoothed() != null) {
                    g2.setColor(clear(color, FAINT));
                    g2.setStroke(new BasicStroke(THICKNESS, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
                    draw(g2, path(curve.raw(), area), THICKNESS);
                }
            }
            case LINES -> {
                if (!member) {
                    g2.setColor(color);
                    g2.setStroke(stroke(curve.dash()));
                    draw(g2, path(curve.line(), area), THICKNESS);
                }
            }
            case FORMS -> {
                if (spec.marked()) {
                    marks.forms(curve, number);
                }
            }
            case MARKS -> marks.draw(curve);
        }
    }

    private static void draw(Graphics2D g2, Drawn drawn, float thickness) {
        g2.draw(drawn.line());
        if (drawn.lone().getCurrentPoint() != null) {
            g2.setStroke(new BasicStroke(thickness * DOT, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(drawn.lone());
        }
    }

    private static Color clear(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    private static BasicStroke stroke(Dash dash) {
        float[] lengths = dash.lengths();
        return lengths.length == 0 ? new BasicStroke(THICKNESS, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(THICKNESS, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    static int columns(double width) {
        return (int) Math.clamp(width * COLUMNS_PER_UNIT, 1, MOST_POINTS / 4.0);
    }

    /// What is drawn of a line.
    ///
    /// @param lone points without neighbours, each a stroke of no length, of which a round pen makes a dot
    private record Drawn(Path2D line, Path2D lone) {
    }

    private Drawn path(Curve line, Rectangle2D area) {
        int columns = columns(area.getWidth());
        Edges edges = new Edges(spec, area.getWidth(), area.getHeight(), columns);
        Reduced reduced = edges.reduce(line);
        while (reduced.size() > MOST_POINTS && columns > 1) {
            columns /= 2;
            edges = new Edges(spec, area.getWidth(), area.getHeight(), columns);
            reduced = edges.reduce(line);
        }
        Path2D path = new Path2D.Double();
        Path2D lone = new Path2D.Double();
        for (int i = 0; i < reduced.size(); i++) {
            double x = edges.px(reduced.x(i));
            double y = edges.py(reduced.y(i));
            if (reduced.kind(i) == Reduced.MOVE) {
                boolean alone = i + 1 >= reduced.size() || reduced.kind(i + 1) == Reduced.MOVE;
                (alone ? lone : path).moveTo(x, y);
                if (alone) {
                    lone.lineTo(x, y);
                }
            } else {
                path.lineTo(x, y);
            }
        }
        return new Drawn(path, lone);
    }

    private Path2D outline(BandSpec band, Rectangle2D area) {
        Path2D path = new Path2D.Double();
        int columns = Math.max(1, Math.min(columns(area.getWidth()), MOST_POINTS / 8));
        for (double[] corners : new Edges(spec, area.getWidth(), area.getHeight(), columns).outlines(band)) {
            path.moveTo(corners[0], corners[1]);
            for (int i = 2; i < corners.length; i += 2) {
                path.lineTo(corners[i], corners[i + 1]);
            }
            path.closePath();
        }
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
