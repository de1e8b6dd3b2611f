package cotejo.dataset;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Collects oddities: each kind is counted, and keeps the sentence of its first place and its first places. Safe from
/// any thread.
public final class Oddities {

    /// Places that are kept of each kind.
    public static final int PLACES = 200;

    private static final class Kind {
        private long count;
        private long where = Long.MAX_VALUE;
        private String message = "";
        private final TreeSet<Oddity.Place> places = new TreeSet<>(Comparator.comparingLong(Oddity.Place::line)
                .thenComparingLong(Oddity.Place::row));
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /// Counts one more.
    ///
    /// @param kind    the kind, made distinct by column where that matters, such as `type:v`
    /// @param where   its place; the least one is kept
    /// @param message the sentence, made only when it is kept
    public synchronized void add(String kind, long where, Supplier<String> message) {
        add(kind, 1, where, message);
    }

    public synchronized void add(String kind, long count, long where, Supplier<String> message) {
        Kind known = kinds.computeIfAbsent(kind, any -> new Kind());
        known.count += count;
        if (where < known.where) {
            known.where = where;
            known.message = message.get();
        }
    }

    /// Counts one more in a row of a text.
    ///
    /// @param place its line, and its row, below 0 for lines above all rows
    public synchronized void add(String kind, Oddity.Place place, Supplier<String> message) {
        add(kind, 1, place.line(), message);
        Kind known = kinds.get(kind);
        if (known != null && place.row() >= 0) {
            known.places.add(place);
            if (known.places.size() > PLACES) {
                known.places.pollLast();
            }
        }
    }

    public synchronized List<Oddity> list() {
        return kinds.entrySet().stream().map(entry -> new Oddity(entry.getKey(), entry.getValue().count,
                entry.getValue().where, entry.getValue().message, List.copyOf(entry.getValue().places))).toList();
    }
}
