package cotejo.ui.compare;

import cotejo.compare.FileOfRun;
import cotejo.compare.FileSums;
import cotejo.compare.Known;
import cotejo.model.MetricSeries;
import cotejo.store.SeriesStore;
import cotejo.work.Cancel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Answers at once with what was read before, and remembers what was asked for in vain. Safe from any thread.
final class StoredPoints implements Known {

    private static final int MOST = 20_000;

    private record Point(long run, String metric, double step) {
    }

    private final SeriesStore store;
    private final FileSums sums;
    private final Map<Point, OptionalDouble> read = new ConcurrentHashMap<>();
    private final Set<Point> wanted = ConcurrentHashMap.newKeySet();

    StoredPoints(SeriesStore store, FileSums sums) {
        this.store = store;
        this.sums = sums;
    }

    @Override
    public Optional<String> sha256(FileOfRun file) {
        return sums.known(file);
    }

    @Override
    public OptionalDouble at(long runKey, String metric, double step) {
        Point point = new Point(runKey, metric, step);
        OptionalDouble known = read.get(point);
        if (known == null && read.size() < MOST) {
            wanted.add(point);
        }
        return known == null ? OptionalDouble.empty() : known;
    }

    /// Reads what was asked for.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    void readWanted(Cancel cancel) {
        for (Point point : List.copyOf(wanted)) {
            cancel.check();
            read.put(point, series(point.run(), point.metric()).latestAt(point.step()));
            wanted.remove(point);
        }
    }

    MetricSeries series(long runKey, String metric) {
        return store.read(runKey, metric);
    }
}
