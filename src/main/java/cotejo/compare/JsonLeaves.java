package cotejo.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The leaves of a JSON document by their paths, in a tenth of the time that reading it as YAML takes. Numbers keep
/// their written form.
final class JsonLeaves {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int DEEPEST = 50;

    private final JsonParser parser;
    private final int most;
    private final Map<String, Value> leaves = new LinkedHashMap<>();

    private JsonLeaves(JsonParser parser, int most) {
        this.parser = parser;
        this.most = most;
    }

    /// Empty when the text is no JSON object or array, is nested too deeply or has too many leaves.
    static Optional<Map<String, Value>> of(String text, int most) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonLeaves reading = new JsonLeaves(parser, most);
            JsonToken first = parser.nextToken();
            boolean whole = first != null && first.isStructStart() && reading.add("", first, 0)
                    && parser.nextToken() == null;
            return whole ? Optional.of(reading.leaves) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private boolean add(String path, JsonToken token, int depth) throws IOException {
        if (depth > DEEPEST || leaves.size() > most) {
            return false;
        }
        if (token == JsonToken.START_OBJECT) {
            return object(path, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(path, depth);
        }
        leaves.put(path, Value.of(parser.getText()));
        return true;
    }

    private boolean object(String path, int depth) throws IOException {
        boolean empty = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            empty = false;
            String name = parser.currentName();
            if (!add(path.isEmpty() ? name : path + "." + name, parser.nextToken(), depth + 1)) {
                return false;
            }
        }
        if (empty) {
            leaves.put(path, Value.of("{}"));
        }
        return true;
    }

    private boolean array(String path, int depth) throws IOException {
        int place = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (!add(path + "[" + place + "]", token, depth + 1)) {
                return false;
            }
            place++;
        }
        if (place == 0) {
            leaves.put(path, Value.of("[]"));
        }
        return true;
    }
}
