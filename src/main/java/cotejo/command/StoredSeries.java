package cotejo.command;

import cotejo.model.MetricSeries;
import cotejo.query.SeriesAt;
import cotejo.store.SeriesStore;
import java.util.OptionalDouble;

/// The value a metric had at a step, read from the store.
record StoredSeries(SeriesStore store) implements SeriesAt {

    @Override
    public OptionalDouble at(long runKey, String metric, double step) {
        MetricSeries series = store.read(runKey, metric);
        int best = -1;
        for (int i = 0; i < series.size(); i++) {
            if (series.step(i) == step && (best < 0 || later(series, i, best))) {
                best = i;
            }
        }
        return best < 0 ? OptionalDouble.empty() : OptionalDouble.of(series.value(best));
    }

    private static boolean later(MetricSeries series, int i, int best) {
        int byTime = Long.compare(series.time(i), series.time(best));
        return byTime != 0 ? byTime > 0 : series.value(i) > series.value(best);
    }
}
