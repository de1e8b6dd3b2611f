package cotejo.preview;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON from strangers: bounded in depth and in the length of its texts, numbers and names.
final class JsonLimits {

    /// The largest document that is read whole.
    static final int LARGEST = 64 << 20;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200)
                    .maxStringLength(LARGEST).maxNameLength(1 << 16).maxNumberLength(1000).build())
            .build();
    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

    private static final int DEEPEST = 24;
    private static final int MOST = 2000;

    private JsonLimits() {
    }

    static JsonNode tree(byte[] json) throws IOException {
        JsonNode node = MAPPER.readTree(json);
        return node == null ? MAPPER.missingNode() : node;
    }

    /// The document as a fact, cut where it is deep or long.
    static Fact fact(JsonNode node) {
        return fact(node, 0);
    }

    private static Fact fact(JsonNode node, int depth) {
        if (node.isObject() || node.isArray()) {
            if (depth > DEEPEST || node.size() > MOST) {
                return Fact.of((node.isObject() ? "{" : "[") + node.size() + (node.isObject() ? "}" : "]"));
            }
        }
        if (node.isObject()) {
            Map<String, Fact> fields = new LinkedHashMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), fact(entry.getValue(), depth + 1)));
            return new Fact.Fields(fields);
        }
        if (node.isArray()) {
            List<Fact> items = new ArrayList<>();
            node.forEach(item -> items.add(fact(item, depth + 1)));
            return new Fact.Items(items);
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Fact.of(node.longValue());
        }
        if (node.isNumber()) {
            return new Fact.Number(node.doubleValue());
        }
        return node.isBoolean() ? new Fact.Flag(node.booleanValue()) : Fact.of(node.asText());
    }
}
