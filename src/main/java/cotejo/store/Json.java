package cotejo.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.model.LoggedModel;
import cotejo.model.RegistryEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Maps and lists as JSON text, for columns that are only ever read whole.
final class Json {

    private Json() {
    }

    /// Made when the first JSON that holds anything is met: setting it up takes longer than opening the database.
    private static final class Lazy {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    static String text(Object value) {
        try {
            return value instanceof Map<?, ?> map && map.isEmpty() ? "{}" : Lazy.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new StoreException(StoreException.Kind.FAILED, failure.toString(), failure);
        }
    }

    static Map<String, String> texts(String json) {
        return json.equals("{}") ? Map.of() : read(json, new TypeReference<>() { });
    }

    static Map<String, Integer> numbers(String json) {
        return json.equals("{}") ? Map.of() : read(json, new TypeReference<>() { });
    }

    /// What becomes of a key that is taken away.
    enum Absent {
        LEFT_OUT,
        /// It stands there with null, to hide what lies below.
        NULL
    }

    /// The map with one key set, or taken away with null.
    static String with(String json, String key, @Nullable String value, Absent absent) {
        Map<String, @Nullable String> map = new TreeMap<>(nullable(json));
        if (value == null && absent == Absent.LEFT_OUT) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
        return text(map);
    }

    /// The upper map over the lower one; null hides a key.
    static Map<String, String> laidOver(String lower, String upper) {
        return laidOver(texts(lower), upper);
    }

    static Map<String, String> laidOver(Map<String, String> lower, String upper) {
        if (upper.equals("{}")) {
            return lower;
        }
        Map<String, String> laid = new TreeMap<>(lower);
        nullable(upper).forEach((key, value) -> {
            if (value == null) {
                laid.remove(key);
            } else {
                laid.put(key, value);
            }
        });
        return laid;
    }

    private static Map<String, @Nullable String> nullable(String json) {
        return read(json, new TypeReference<>() { });
    }

    static RegistryEvent.Detail detail(String json) {
        return read(json, new TypeReference<>() { });
    }

    static List<LoggedModel.Metric> metrics(String json) {
        return read(json, new TypeReference<>() { });
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Lazy.MAPPER.readValue(json, type);
        } catch (JsonProcessingException failure) {
            throw new StoreException(StoreException.Kind.UNUSABLE, failure.toString(), failure);
        }
    }
}
