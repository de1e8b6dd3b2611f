package cotejo.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects oddities: each kind is counted, and keeps the sentence of its first place. Safe from any thread.
public final class Oddities {

    private final Map<String, Oddity> kinds = new LinkedHashMap<>();

    /// Counts one more.
    ///
    /// @param kind    the kind, made distinct by column where that matters, such as `type:v`
    /// @param where   its place; the least one is kept
    /// @param message the sentence, made only when it is kept
    public synchronized void add(String kind, long where, java.util.function.Supplier<String> message) {
        add(kind, 1, where, message);
    }

    public synchronized void add(String kind, long count, long where, java.util.function.Supplier<String> message) {
        Oddity known = kinds.get(kind);
        if (known == null || where < known.where()) {
            kinds.put(kind, new Oddity(kind, count + (known == null ? 0 : known.count()), where, message.get()));
        } else {
            kinds.put(kind, new Oddity(kind, known.count() + count, known.where(), known.message()));
        }
    }

    public synchronized List<Oddity> list() {
        return new ArrayList<>(kinds.values());
    }
}
