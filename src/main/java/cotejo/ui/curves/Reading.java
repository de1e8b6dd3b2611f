package cotejo.ui.curves;

import cotejo.analysis.Curve;
import cotejo.analysis.GroupCurve;
import cotejo.chart.CurveSpec;
import cotejo.chart.LineChart;
import cotejo.chart.Picture;
import cotejo.chart.SeriesPoints;
import java.util.OptionalLong;

/// What the value list says of one run at the crosshair. The names of the columns are TensorBoard's.
///
/// @param smoothed the line's value; equal to `value` without smoothing
/// @param exact    the step where it is a whole number that no double holds
/// @param time     epoch milliseconds
/// @param relative milliseconds since the run's first point
/// @param distance how far the line is from the pointer, upright, in pixels
record Reading(long key, String name, int argb, double smoothed, double value, double step, OptionalLong exact,
        double time, double relative, double px, double py, double distance) {

    /// What a line has at one of its points: the stored values of a run, or the centre of a group, which has no time.
    ///
    /// @param at the point of the line that is drawn
    /// @param py where the pointer is
    static Reading of(LineChart.Line line, int at, Picture picture, double py) {
        CurveSpec spec = line.curve();
        Curve drawn = spec.line();
        int stored = drawn.stored(at);
        double y = drawn.y(at);
        boolean seen = picture.spec().yScale().shows(y);
        double height = seen ? picture.pyOf(y) : Double.NaN;
        double distance = seen ? Math.abs(height - py) : Double.POSITIVE_INFINITY;
        SeriesPoints points = line.points();
        GroupCurve group = line.group();
        double value = points != null ? points.value(stored) : group != null ? group.center()[stored] : y;
        double step = points != null ? points.step(stored) : group != null ? group.steps()[stored] : Double.NaN;
        return new Reading(spec.key(), spec.name(), spec.argb() | 0xff000000, y, value, step,
                points == null ? OptionalLong.empty() : points.exactStep(stored),
                points == null ? Double.NaN : points.time(stored),
                points == null ? Double.NaN : points.relative(stored), picture.pxOf(drawn.x(at)), height, distance);
    }

    /// The step for people.
    String stepText() {
        return exact.isPresent() ? ValueText.count(exact.getAsLong()) : ValueText.step(step);
    }

    /// The step with all its digits.
    String plainStep() {
        return exact.isPresent() ? Long.toString(exact.getAsLong()) : ValueText.plain(step);
    }
}
