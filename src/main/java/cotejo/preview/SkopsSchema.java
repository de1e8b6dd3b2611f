package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.ZipParts.Entry;
import cotejo.preview.CodeName.Verdict;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// skops: a schema that names the classes to build, instead of a pickle.
final class SkopsSchema {

    private static final int DEEPEST = 190;

    private static final int MOST = 10_000;

    private final Archive archive;
    private final List<Tensor> tensors = new ArrayList<>();
    private String version = "";

    private SkopsSchema(Archive archive) {
        this.archive = archive;
    }

    static void read(Archive archive) throws IOException {
        JsonNode schema = archive.json(Objects.requireNonNull(archive.exact("schema.json")));
        archive.facts().runs(Execution.KNOWN_CONSTRUCTORS)
                .define("class", schema.path("__module__").asText("?") + "." + schema.path("__class__").asText("?"));
        archive.facts().say("protocol", schema.path("protocol").asText(""));
        archive.facts().say("skops version", schema.path("_skops_version").asText(""));
        code(schema, archive.facts(), 0);
        new SkopsSchema(archive).describe(schema);
    }

    private void describe(JsonNode schema) throws IOException {
        walk(schema, "", 0);
        if (!version.isEmpty()) {
            archive.facts().replaceFramework("scikit-learn " + version);
        }
        if (!tensors.isEmpty()) {
            archive.facts().parameters(Parameters.of(tensors));
        }
    }

    /// Attributes by their path, as in a pickle of the same model: those of objects, items of lists, keys of dicts.
    private void walk(JsonNode node, String path, int depth) throws IOException {
        if (depth > DEEPEST || tensors.size() >= MOST) {
            return;
        }
        String file = node.path("file").asText("");
        JsonNode content = node.path("content");
        if (file.endsWith(".npy")) {
            Entry entry = archive.exact(file);
            if (entry != null) {
                tensors.add(NpyReader.member(archive, entry, path));
            }
        } else if (path.endsWith("_sklearn_version")) {
            version = version.isEmpty() ? content.asText("").replace("\"", "") : version;
        } else if (content.isObject() && content.has("__loader__")) {
            walk(content, path, depth + 1);
        } else if (content.isObject()) {
            for (Map.Entry<String, JsonNode> part : content.properties()) {
                if (part.getValue().isObject()) {
                    walk(part.getValue(), path.isEmpty() ? part.getKey() : path + "." + part.getKey(), depth + 1);
                }
            }
        } else if (content.isArray()) {
            for (int i = 0; i < content.size(); i++) {
                walk(content.get(i), path.isEmpty() ? Integer.toString(i) : path + "." + i, depth + 1);
            }
        }
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
