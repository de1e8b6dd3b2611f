package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.M4;
import cotejo.analysis.Reduced;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
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

    /// Reduction is finer than on screen, since figures are printed and enlarged.
    private static final int COLUMNS_PER_UNIT = 2;

    private final transient ChartSpec spec;

    PathRenderer(ChartSpec spec) {
        this.spec = spec;
    }

    /// One entry a line, so that JFreeChart calls back once for each.
    static XYDataset dataset(ChartSpec spec) {
        return new AbstractXYDataset() {
            @Override
            public int getSeriesCount() {
                return spec.curves().size();
            }

            @Override
            public Comparable<?> getSeriesKey(int series) {
                return spec.curves().get(series).name();
            }

            @Override
            public int getItemCount(int series) {
                return 1;
            }

            @Override
            public Number getX(int series, int item) {
                return spec.x().low();
            }

            @Override
            public Number getY(int series, int item) {
                return spec.y().low();
            }
        };
    }

    @Override
    public void drawItem(Graphics2D g2, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
            XYPlot plot, ValueAxis xAxis, ValueAxis yAxis, XYDataset dataset, int series, int item,
            CrosshairState crosshair, int pass) {
        CurveSpec curve = spec.curves().get(series);
        Color color = Axes.color(curve.argb());
        if (curve.smoothed() != null) {
            g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 70));
            g2.setStroke(new BasicStroke(THICKNESS, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g2.draw(path(curve.raw(), area, xAxis, yAxis, plot));
        }
        g2.setColor(color);
        g2.setStroke(stroke(curve.dash()));
        g2.draw(path(curve.line(), area, xAxis, yAxis, plot));
        Graphics2D marks = (Graphics2D) g2.create();
        marks.translate(area.getX(), area.getY());
        new Marks(marks, spec, (int) area.getWidth(), (int) area.getHeight(), 1).draw(curve);
        marks.dispose();
    }

    private static BasicStroke stroke(Dash dash) {
        float[] lengths = dash.lengths();
        return lengths.length == 0 ? new BasicStroke(THICKNESS, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(THICKNESS, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    private Path2D path(Curve line, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis, XYPlot plot) {
        int columns = (int) Math.max(1, area.getWidth() * COLUMNS_PER_UNIT);
        Reduced reduced = M4.reduce(ChartSpec.shown(line, spec.yScale()), spec.x(), columns);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < reduced.size(); i++) {
            double x = xAxis.valueToJava2D(reduced.x(i), area, plot.getDomainAxisEdge());
            double y = yAxis.valueToJava2D(reduced.y(i), area, plot.getRangeAxisEdge());
            if (reduced.kind(i) == Reduced.MOVE) {
                path.moveTo(x, y);
                path.lineTo(x, y);
            } else {
                path.lineTo(x, y);
            }
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
