package cotejo.chart;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import cotejo.analysis.Restarts;
import cotejo.analysis.Smoothing;
import cotejo.model.MetricSeries;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The stored points of one metric of one run, kept small, with the lines that were made of them. Safe for several
/// threads.
public final class SeriesPoints {

    /// Beyond this, not every whole number is a double.
    private static final long MOST_EXACT = 1L << 53;

    private final Column steps;
    /// Where steps are beyond what doubles hold.
    private final @Nullable MetricSeries exact;
    private final Column times;
    private final double[] values;
    private final int[] restarts;
    private final Map<Course, Curve> curves = new HashMap<>();
    private @Nullable Smoothed smoothed;

    /// What becomes of the line where a step goes back, because training began again.
    public enum Pieces {
        /// It goes on.
        JOINED,
        /// It ends, and a new one begins, which is smoothed by itself.
        APART
    }

    private record Course(XMode mode, Pieces pieces) {
    }

    private record Smoothed(Course course, Smoothing smoothing, Curve curve) {
    }

    public SeriesPoints(MetricSeries series) {
        this.restarts = Restarts.of(series);
        this.steps = Column.of(series.stepArray());
        this.times = Column.of(Arrays.stream(series.times()).asDoubleStream().toArray());
        this.values = series.values();
        this.exact = series.whole() && IntStream.range(0, series.size())
                .anyMatch(i -> series.wholeStep(i) > MOST_EXACT || series.wholeStep(i) < -MOST_EXACT) ? series : null;
    }

    public int size() {
        return values.length;
    }

    public double step(int stored) {
        return steps.at(stored);
    }

    /// The step as it was stored, where steps are whole numbers that doubles do not hold; empty where [#step] is exact.
    public OptionalLong exactStep(int stored) {
        return exact == null ? OptionalLong.empty() : OptionalLong.of(exact.wholeStep(stored));
    }

    /// Epoch milliseconds.
    public double time(int stored) {
        return times.at(stored);
    }

    /// Milliseconds since the first stored point.
    public double relative(int stored) {
        return times.at(stored) - times.at(0);
    }

    public double value(int stored) {
        return values[stored];
    }

    /// The value at exactly this step; of several points there the one that counts
    /// ([MetricSeries#outranks(long, double, long, double)]).
    public OptionalDouble latestAt(double step) {
        int best = -1;
        for (int i = 0; i < size(); i++) {
            if (step(i) == step && (best < 0 || MetricSeries.outranks((long) time(i), value(i), (long) time(best),
                    value(best)))) {
                best = i;
            }
        }
        return best < 0 ? OptionalDouble.empty() : OptionalDouble.of(value(best));
    }

    /// How often a step goes back.
    public int restarts() {
        return restarts.length;
    }

    /// The line of the stored points.
    public Curve curve(XMode mode) {
        return curve(mode, Pieces.JOINED);
    }

    /// The line of the stored points, over steps or time.
    public synchronized Curve curve(XMode mode, Pieces pieces) {
        return curves.computeIfAbsent(new Course(mode, pieces), any -> Curve.of(x(mode), values, breaks(pieces)));
    }

    /// The line smoothed over the full series; null when the weight is 0.
    public @Nullable Curve smoothed(XMode mode, double weight) {
        return smoothed(mode, Pieces.JOINED, new Smoothing.Exponential(weight));
    }

    /// The line smoothed over the full series; null when the smoothing changes nothing.
    public synchronized @Nullable Curve smoothed(XMode mode, Pieces pieces, Smoothing smoothing) {
        if (smoothing.nothing()) {
            smoothed = null;
            return null;
        }
        Course course = new Course(mode, pieces);
        if (smoothed == null || !smoothed.course().equals(course) || !smoothed.smoothing().equals(smoothing)) {
            double[] smooth = smoothing.smooth(x(mode), values, breaks(pieces));
            smoothed = new Smoothed(course, smoothing, Curve.of(x(mode), smooth, breaks(pieces)));
        }
        return smoothed.curve();
    }

    /// The line of the stored points over other places.
    ///
    /// @param x a number for every stored point, NaN where it has no place
    public Curve curve(double[] x, Pieces pieces) {
        return Curve.of(Column.of(x), values, breaks(pieces));
    }

    /// That line smoothed; null when the smoothing changes nothing.
    public @Nullable Curve smoothed(double[] x, Pieces pieces, Smoothing smoothing) {
        return smoothing.nothing() ? null : Curve.of(Column.of(x),
                smoothing.smooth(Column.of(x), values, breaks(pieces)), breaks(pieces));
    }

    private int[] breaks(Pieces pieces) {
        return pieces == Pieces.APART ? restarts : new int[0];
    }

    private Column x(XMode mode) {
        return switch (mode) {
            case STEP -> steps;
            case METRIC -> throw new IllegalArgumentException("another metric has to be given");
            case WALL -> times;
            case RELATIVE -> switch (times) {
                case Column.Regular(double start, double stride, int size) -> new Column.Regular(0, stride, size);
                case Column.Offsets(double base, int[] offsets) -> new Column.Offsets(0, offsets);
                case Column.Doubles(double[] all) ->
                    Column.of(Arrays.stream(all).map(time -> time - all[0]).toArray());
            };
        };
    }

    /// The memory this takes, in bytes, roughly.
    public synchronized long bytes() {
        long sum = steps.bytes() + times.bytes() + (exact == null ? 8L : 24L) * values.length;
        for (Curve curve : curves.values()) {
            sum += curve.bytes() - 8L * values.length;
        }
        return sum + (smoothed == null ? 0 : smoothed.curve().bytes());
    }
}
