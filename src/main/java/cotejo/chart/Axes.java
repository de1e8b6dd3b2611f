package cotejo.chart;

import cotejo.analysis.Tick;
import cotejo.analysis.Ticks;
import cotejo.analysis.TimeTicks;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/// A JFreeChart with title, axes and grid of a specification, and no series yet.
final class Axes {

    private Axes() {
    }

    static JFreeChart chart(ChartSpec spec) {
        ChartTheme theme = spec.theme();
        XYPlot plot = new XYPlot(null, xAxis(spec), yAxis(spec), null);
        // Without a renderer JFreeChart draws no grid.
        plot.setRenderer(new XYLineAndShapeRenderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(6, 2, 2, 10));
        plot.setDomainGridlinePaint(color(theme.grid()));
        plot.setRangeGridlinePaint(color(theme.grid()));
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinesVisible(false);
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setAntiAlias(true);
        return chart;
    }

    static Color color(int argb) {
        return new Color(argb, true);
    }

    static Font font(ChartTheme theme, int style, float size) {
        return new Font(theme.fontFamily(), style, 1).deriveFont(size);
    }

    private static ValueAxis xAxis(ChartSpec spec) {
        Function<Integer, List<Tick>> ticks = switch (spec.xMode()) {
            case STEP -> wanted -> Ticks.linear(spec.x(), wanted, spec.locale());
            case RELATIVE -> wanted -> TimeTicks.elapsed(spec.x(), wanted, spec.locale());
            case WALL -> wanted -> TimeTicks.clock(spec.x(), wanted, spec.locale(), spec.zone());
        };
        ValueAxis axis = styled(new LinearAxis(spec.x(), ticks), spec.theme());
        axis.setAxisLinePaint(color(spec.theme().axis()));
        axis.setAxisLineStroke(new BasicStroke(1));
        axis.setTickMarksVisible(true);
        axis.setTickMarkPaint(color(spec.theme().axis()));
        axis.setTickMarkOutsideLength(3);
        return axis;
    }

    private static ValueAxis yAxis(ChartSpec spec) {
        ValueAxis axis = switch (spec.yScale()) {
            case LINEAR -> new LinearAxis(spec.y(), wanted -> Ticks.linear(spec.y(), wanted, spec.locale()));
            case LOG -> new LogarithmicAxis(spec.y(), wanted -> Ticks.logarithmic(spec.y(), wanted, spec.locale()));
        };
        styled(axis, spec.theme());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static ValueAxis styled(ValueAxis axis, ChartTheme theme) {
        axis.setTickLabelFont(font(theme, Font.PLAIN, theme.fontSize()));
        axis.setTickLabelPaint(color(theme.faintText()));
        axis.setTickLabelInsets(new RectangleInsets(3, 4, 2, 6));
        return axis;
    }
}
