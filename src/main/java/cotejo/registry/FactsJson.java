package cotejo.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// Facts and manifests as JSON. What a later Cotejo added is skipped.
final class FactsJson {

    /// Setting it up takes longer than opening the database, so it waits for the first use.
    private static final class Lazy {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();
    }

    private FactsJson() {
    }

    static String write(Object value) {
        try {
            return Lazy.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String pretty(Object value) {
        try {
            return Lazy.PRETTY.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static VersionFacts facts(String json) {
        if (json.isEmpty()) {
            return VersionFacts.NONE;
        }
        @Nullable VersionFacts facts = read(json, VersionFacts.class);
        return facts == null ? VersionFacts.NONE : facts;
    }

    /// Null for what cannot be read as that.
    static <T> @Nullable T read(String json, Class<T> type) {
        try {
            return Lazy.MAPPER.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
