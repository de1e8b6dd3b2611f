package cotejo.chart;

import cotejo.analysis.Range;
import cotejo.analysis.Tick;
import cotejo.analysis.TimeTicks;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/// A JFreeChart with title, axes and grid of a specification, and no series yet. Its axes run evenly: over powers of
/// ten where the scale is logarithmic.
final class Axes {

    /// Room to the right of the area, in units of the drawing.
    static final double BESIDE = 10;

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
        plot.setInsets(new RectangleInsets(6, 2, 2, BESIDE));
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
        return ChartFont.of(theme.fontFamily(), style, size);
    }

    private static ValueAxis xAxis(ChartSpec spec) {
        IntFunction<List<Tick>> ticks = switch (spec.xMode()) {
            case STEP, METRIC -> wanted -> spec.xScale().ticks(spec.x(), wanted, spec.locale());
            case RELATIVE -> wanted -> spec.xScale().kind() == YScale.LOG
                    ? TimeTicks.decades(spec.x(), wanted) : TimeTicks.elapsed(spec.x(), wanted, spec.locale());
            case WALL -> wanted -> TimeTicks.clock(spec.x(), wanted, spec.locale(), spec.zone());
        };
        ValueAxis axis = axis(spec.xScale(), spec.x(), ticks, spec.theme());
        axis.setAxisLinePaint(color(spec.theme().axis()));
        axis.setAxisLineStroke(new BasicStroke(1));
        axis.setTickMarksVisible(true);
        axis.setTickMarkPaint(color(spec.theme().axis()));
        axis.setTickMarkOutsideLength(3);
        if (!spec.xLabel().isEmpty()) {
            axis.setLabel(spec.xLabel());
            axis.setLabelFont(font(spec.theme(), Font.PLAIN, spec.theme().fontSize()));
            axis.setLabelPaint(color(spec.theme().faintText()));
            axis.setLabelInsets(new RectangleInsets(1, 0, 0, 0));
        }
        return axis;
    }

    private static ValueAxis yAxis(ChartSpec spec) {
        ValueAxis axis = axis(spec.yScale(), spec.y(),
                wanted -> spec.yScale().ticks(spec.y(), wanted, spec.locale()), spec.theme());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static ValueAxis axis(Scale scale, Range range, IntFunction<List<Tick>> ticks, ChartTheme theme) {
        ValueAxis axis = new EvenAxis(scale.even(range), wanted -> ticks.apply(wanted).stream()
                .map(tick -> new Tick(scale.even(tick.at()), tick.label())).toList());
        axis.setTickLabelFont(font(theme, Font.PLAIN, theme.fontSize()));
        axis.setTickLabelPaint(color(theme.faintText()));
        axis.setTickLabelInsets(new RectangleInsets(3, 4, 2, 6));
        return axis;
    }
}
