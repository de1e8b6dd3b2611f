package cotejo.chart;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Points that were read, kept until they take too much memory; those used longest ago go first. Safe for several
/// threads.
public final class SeriesCache {

    private record Key(long run, String metric) {
    }

    private final SeriesReader reader;
    private final long limit;
    private final Map<Key, SeriesPoints> known = new LinkedHashMap<>(16, 0.75f, true);
    /// Counts forgetting, so that what was read before is not kept after.
    private long epoch;

    /// @param limit bytes to keep at most, roughly; what is on screen is held by its panels besides
    public SeriesCache(SeriesReader reader, long limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /// @throws IOException when the points cannot be read
    public SeriesPoints get(long run, String metric) throws IOException {
        Key key = new Key(run, metric);
        long began;
        synchronized (this) {
            @Nullable SeriesPoints found = known.get(key);
            if (found != null) {
                return found;
            }
            began = epoch;
        }
        SeriesPoints points = new SeriesPoints(reader.read(run, metric));
        synchronized (this) {
            if (began == epoch) {
                known.put(key, points);
            }
        }
        return points;
    }

    /// Lets go of what was used longest ago while there is too much. Called after a picture, when the lines made of the
    /// points count too.
    public synchronized void trim() {
        long bytes = 0;
        for (SeriesPoints points : known.values()) {
            bytes += points.bytes();
        }
        Iterator<SeriesPoints> oldest = known.values().iterator();
        while (bytes > limit && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /// Forgets the points of runs that changed.
    public synchronized void forget(Set<Long> runs) {
        epoch++;
        known.keySet().removeIf(key -> runs.contains(key.run()));
    }

    public synchronized int size() {
        return known.size();
    }
}
