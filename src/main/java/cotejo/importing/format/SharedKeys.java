package cotejo.importing.format;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object for each metric name, however many points carry it: the sink then finds its series by the object it saw
/// last, and a name read from the database is garbage at once.
final class SharedKeys {

    private static final int MOST = 100_000;

    private final Map<String, String> known = new HashMap<>();

    String shared(String key) {
        @Nullable String first = known.putIfAbsent(key, key);
        if (first != null) {
            return first;
        }
        if (known.size() > MOST) {
            known.clear();
        }
        return key;
    }
}
