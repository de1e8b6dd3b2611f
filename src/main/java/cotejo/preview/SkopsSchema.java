package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.preview.CodeName.Verdict;
import cotejo.text.Texts;
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
        // Until protocol 0 a function stood in its content (`skops/io/old/_general_v0.py`).
        String path = node.path("module_path").asText("");
        String function = node.path("function").asText("");
        if (!path.isEmpty() && !function.isEmpty()) {
            facts.code(path + "." + function, worse(PythonNames.verdict(path, function)));
        }
        String method = node.path("__loader__").asText("").equals("MethodNode")
                ? node.path("content").path("func").asText("") : "";
        if (!method.isEmpty()) {
            facts.code(module + "." + type + "." + method, worse(PythonNames.verdict(module, type + "." + method)));
        }
        if (depth < DEEPEST) {
            node.forEach(child -> code(child, facts, depth + 1));
        } else if (!node.isEmpty()) {
            facts.unread(Texts.get("preview.keras.deep"));
        }
    }

    /// A function or a method may not be any constructor that pickles know.
    private static Verdict worse(Verdict verdict) {
        return verdict == Verdict.KNOWN ? Verdict.UNKNOWN : verdict;
    }
}
