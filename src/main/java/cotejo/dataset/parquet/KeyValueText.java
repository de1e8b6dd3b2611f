package cotejo.dataset.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.dataset.other.ArrowSchemaText;
import java.util.LinkedHashMap;
import java.util.Map;

/// Metadata of files that can be understood, as text for people.
final class KeyValueText {

    private static final JsonMapper JSON = new JsonMapper();

    private KeyValueText() {
    }

    static Map<String, String> decoded(Map<String, String> keyValues) {
        Map<String, String> decoded = new LinkedHashMap<>();
        keyValues.forEach((key, value) -> {
            String text = value.strip();
            if (key.equals("ARROW:schema")) {
                ArrowSchemaText.of(text).ifPresent(schema -> decoded.put(key, schema));
            } else if (text.startsWith("{") || text.startsWith("[")) {
                try {
                    JsonNode tree = JSON.readTree(text);
                    decoded.put(key, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
                } catch (JsonProcessingException noJson) {
                    decoded.remove(key);
                }
            }
        });
        return decoded;
    }
}
