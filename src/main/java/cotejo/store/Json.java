package cotejo.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.model.LoggedModel;
import java.util.List;
import java.util.Map;

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
