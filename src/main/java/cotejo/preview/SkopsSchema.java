package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Objects;

/// skops: a schema that names the classes to build, instead of a pickle.
final class SkopsSchema {

    private static final int DEEPEST = 190;

    private SkopsSchema() {
    }

    static void read(Archive archive) throws IOException {
        JsonNode schema = archive.json(Objects.requireNonNull(archive.exact("schema.json")));
        archive.facts().runs(Execution.KNOWN_CONSTRUCTORS)
                .define("class", schema.path("__module__").asText("?") + "." + schema.path("__class__").asText("?"));
        archive.facts().say("protocol", schema.path("protocol").asText(""));
        code(schema, archive.facts(), 0);
    }

    private static void code(JsonNode node, FactsBuilder facts, int depth) {
        String type = node.path("__class__").asText("");
        String module = node.path("__module__").asText("");
        if (!type.isEmpty() && !module.isEmpty()) {
            facts.code(module + "." + type, PythonNames.verdict(module, type));
        }
        if (depth < DEEPEST) {
            node.forEach(child -> code(child, facts, depth + 1));
        }
    }
}
