package cotejo.chart.plot;

import cotejo.chart.ChartTheme;
import cotejo.chart.Marker;
import org.jspecify.annotations.Nullable;

/// In which colour and form a run is drawn: its own, or by its value in a column.
final class RunInk {

    private final PlotRuns runs;
    private final @Nullable PlotAxis axis;

    private RunInk(PlotRuns runs, @Nullable PlotAxis axis) {
        this.runs = runs;
        this.axis = axis;
    }

    /// Each run in the colour it has everywhere.
    static RunInk own(PlotRuns runs) {
        return new RunInk(runs, null);
    }

    static RunInk by(PlotRuns runs, PlotColumn column, PlotAxis.Wish scale) {
        return new RunInk(runs, PlotAxis.tight(column, scale));
    }

    /// The column colours stand for, or null.
    @Nullable PlotAxis axis() {
        return axis;
    }

    /// The colours of all runs in a theme; runs without a value are faint.
    int[] colors(ChartTheme theme) {
        ColorRamp ramp = ColorRamp.lines(theme);
        int[] colors = new int[runs.size()];
        for (int run = 0; run < colors.length; run++) {
            if (axis == null) {
                colors[run] = theme.line(runs.slot(run));
            } else if (axis.categorical()) {
                colors[run] = axis.column().finite(run) ? category(theme, (int) axis.column().value(run))
                        : theme.faintText();
            } else {
                double unit = axis.at(run);
                colors[run] = Double.isNaN(unit) ? theme.faintText() : ramp.argb(unit);
            }
        }
        return colors;
    }

    /// The colour of a category by its place.
    static int category(ChartTheme theme, int code) {
        return theme.line(code);
    }

    Marker marker(int run) {
        if (axis == null) {
            return Marker.of(runs.slot(run));
        }
        return axis.categorical() && axis.column().finite(run) ? Marker.of((int) axis.column().value(run))
                : Marker.CIRCLE;
    }
}
