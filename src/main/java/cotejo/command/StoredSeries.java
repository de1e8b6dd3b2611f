package cotejo.command;

import cotejo.query.SeriesAt;
import cotejo.store.SeriesStore;
import java.util.OptionalDouble;

/// The value a metric had at a step, read from the store.
record StoredSeries(SeriesStore store) implements SeriesAt {

    @Override
    public OptionalDouble at(long runKey, String metric, double step) {
        return store.read(runKey, metric).latestAt(step);
    }
}
