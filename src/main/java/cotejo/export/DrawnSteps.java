package cotejo.export;

import cotejo.analysis.Curve;
import cotejo.analysis.Reduced;
import cotejo.chart.LineChart;
import cotejo.chart.SeriesPoints;
import cotejo.chart.XMode;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Where the points of a drawn line stand along x. Over steps, whole numbers that no double holds are told as they were
/// stored.
final class DrawnSteps {

    private static final double MOST = 0x1p63;

    private DrawnSteps() {
    }

    /// The cells of the path's points.
    static IntFunction<Cell> of(LineChart chart, LineChart.Line line, Curve curve, Reduced path) {
        if (chart.spec().xMode() != XMode.STEP || chart.lines().stream().noneMatch(DrawnSteps::exact)) {
            return i -> Cell.of(path.x(i));
        }
        @Nullable SeriesPoints points = line.points();
        int[] at = points == null || path.summedUp() ? new int[0] : places(curve, path);
        return i -> {
            OptionalLong stored = points == null || at.length == 0 || at[i] < 0 ? OptionalLong.empty()
                    : points.exactStep(curve.stored(at[i]));
            double x = path.x(i);
            boolean whole = x == Math.rint(x) && Math.abs(x) < MOST;
            // Whole numbers in full, so that a column of them stays one of whole numbers.
            return stored.isPresent() ? Cell.of(Long.toString(stored.getAsLong()))
                    : whole ? Cell.of(Long.toString((long) x)) : Cell.of(x);
        };
    }

    private static boolean exact(LineChart.Line line) {
        @Nullable SeriesPoints points = line.points();
        return points != null && points.size() > 0 && points.exactStep(0).isPresent();
    }

    /// Which point of the line each of the path is, -1 where it is none: the path goes over them in their order.
    private static int[] places(Curve curve, Reduced path) {
        int[] places = new int[path.size()];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            int at = next;
            while (at < curve.size() && (curve.x(at) != path.x(i) || curve.y(at) != path.y(i))) {
                at++;
            }
            places[i] = at < curve.size() ? at : -1;
            next = at < curve.size() ? at + 1 : next;
        }
        return places;
    }
}
