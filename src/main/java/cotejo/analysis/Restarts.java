package cotejo.analysis;

import cotejo.model.MetricSeries;
import java.util.stream.IntStream;

/// Where training began again: points whose step is less than that of the point before them.
public final class Restarts {

    private Restarts() {
    }

    /// The indices of the points that begin a new piece, ascending; the first point is none of them.
    public static int[] of(MetricSeries series) {
        IntStream.Builder found = IntStream.builder();
        for (int i = 1; i < series.size(); i++) {
            boolean back = series.whole() ? series.wholeStep(i) < series.wholeStep(i - 1)
                    : series.step(i) < series.step(i - 1);
            if (back) {
                found.add(i);
            }
        }
        return found.build().toArray();
    }
}
