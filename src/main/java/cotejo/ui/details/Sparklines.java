package cotejo.ui.details;

import cotejo.model.MetricSeries;
import cotejo.ui.UiContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The series behind the small curves: read in the background, at most [#POINTS] points each, the newest ones kept.
final class Sparklines {

    private static final int KEPT = 300;
    /// A longer series is thinned to its least and greatest values before it is kept.
    private static final int POINTS = 4000;

    private record Key(long run, String metric, long count) {
    }

    private final UiContext context;
    private final Map<Key, MetricSeries> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, MetricSeries> eldest) {
            return size() > KEPT;
        }
    };

    Sparklines(UiContext context) {
        this.context = context;
    }

    /// Hands over the series, at once when it is known, else later; on the front executor.
    void get(DetailRow.Metric metric, Consumer<MetricSeries> then) {
        Key key = new Key(metric.runKey(), metric.key(), metric.summary().count());
        MetricSeries known = kept.get(key);
        if (known != null) {
            then.accept(known);
            return;
        }
        context.background().execute(() -> {
            MetricSeries read = thin(context.workspace().series().read(metric.runKey(), metric.key()));
            context.front().execute(() -> {
                kept.put(key, read);
                then.accept(read);
            });
        });
    }

    /// Keeps the least and the greatest finite value of each stretch.
    static MetricSeries thin(MetricSeries series) {
        int n = series.size();
        if (n <= POINTS) {
            return series;
        }
        int stretches = POINTS / 2;
        long[] steps = new long[stretches * 2];
        double[] values = new double[stretches * 2];
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) n * s / stretches);
            int to = (int) ((long) n * (s + 1) / stretches);
            int least = from;
            int greatest = from;
            for (int i = from; i < to; i++) {
                least = better(series, i, least, -1) ? i : least;
                greatest = better(series, i, greatest, 1) ? i : greatest;
            }
            int first = Math.min(least, greatest);
            int second = Math.max(least, greatest);
            steps[2 * s] = Double.doubleToRawLongBits(series.step(first));
            values[2 * s] = series.value(first);
            steps[2 * s + 1] = Double.doubleToRawLongBits(series.step(second));
            values[2 * s + 1] = series.value(second);
        }
        return MetricSeries.ofStepBits(steps, new long[values.length], values);
    }

    private static boolean better(MetricSeries series, int candidate, int best, int sign) {
        double value = series.value(candidate);
        double known = series.value(best);
        return Double.isFinite(value) && (!Double.isFinite(known) || sign * value > sign * known);
    }
}
