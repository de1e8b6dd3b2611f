package cotejo.chart;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import cotejo.analysis.Smoothing;
import cotejo.model.MetricSeries;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stored points of one metric of one run, kept small, with the lines that were made of them. Safe for several
/// threads.
public final class SeriesPoints {

    private final Column steps;
    private final Column times;
    private final double[] values;
    private final Map<XMode, Curve> curves = new EnumMap<>(XMode.class);
    private @Nullable Smoothed smoothed;

    private record Smoothed(XMode mode, double weight, Curve curve) {
    }

    public SeriesPoints(MetricSeries series) {
        this.steps = Column.of(series.stepArray());
        this.times = Column.of(Arrays.stream(series.times()).asDoubleStream().toArray());
        this.values = series.values();
    }

    public int size() {
        return values.length;
    }

    public double step(int stored) {
        return steps.at(stored);
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

    /// The line of the stored points.
    public synchronized Curve curve(XMode mode) {
        return curves.computeIfAbsent(mode, any -> Curve.of(x(mode), values));
    }

    /// The line smoothed over the full series; null when the weight is 0.
    public synchronized @Nullable Curve smoothed(XMode mode, double weight) {
        if (weight <= 0) {
            smoothed = null;
            return null;
        }
        if (smoothed == null || smoothed.mode() != mode || smoothed.weight() != weight) {
            smoothed = new Smoothed(mode, weight, Curve.of(x(mode), Smoothing.exponential(values, weight)));
        }
        return smoothed.curve();
    }

    private Column x(XMode mode) {
        return switch (mode) {
            case STEP -> steps;
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
        long sum = steps.bytes() + times.bytes() + 8L * values.length;
        for (Curve curve : curves.values()) {
            sum += curve.bytes() - 8L * values.length;
        }
        return sum + (smoothed == null ? 0 : smoothed.curve().bytes());
    }
}
