package cotejo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.YamlException;
import cotejo.codec.YamlNodes;
import cotejo.codec.YamlNodes.Mapping;
import cotejo.codec.YamlNodes.Node;
import cotejo.codec.YamlNodes.Scalar;
import cotejo.codec.YamlNodes.Sequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the file `MLmodel` and the requirements beside it say of a version. Broken ones say nothing.
final class Mlmodel {

    private static final int LARGEST = 2 << 20;
    private static final int MOST = 2000;

    private final Map<String, Path> files = new TreeMap<>();
    private final String prefix;

    private Mlmodel(List<NamedFile> all, String prefix) {
        all.forEach(file -> files.put(file.path(), file.file()));
        this.prefix = prefix;
    }

    /// Reads the `MLmodel` that lies nearest to the top.
    static Optional<VersionFacts.ModelPart> read(List<NamedFile> files) {
        return files.stream().map(NamedFile::path).filter(path -> path.equals("MLmodel") || path.endsWith("/MLmodel"))
                .min(java.util.Comparator.comparingInt(String::length))
                .flatMap(path -> new Mlmodel(files, path.substring(0, path.length() - "MLmodel".length())).part());
    }

    private Optional<VersionFacts.ModelPart> part() {
        if (!(yaml("MLmodel") instanceof Mapping model)) {
            return Optional.empty();
        }
        Map<String, String> metadata = new TreeMap<>();
        for (String key : List.of("mlflow_version", "model_uuid", "utc_time_created", "run_id", "model_size_bytes")) {
            String text = text(model, key);
            if (!text.isEmpty()) {
                metadata.put(key, text);
            }
        }
        Map<String, String> definition = new TreeMap<>();
        String framework = "";
        String example = "";
        if (model.entries().get("flavors") instanceof Mapping flavors) {
            for (Map.Entry<String, Node> flavor : flavors.entries().entrySet()) {
                if (!flavor.getKey().equals("python_function") && flavor.getValue() instanceof Mapping said) {
                    definition.put("flavor", flavor.getKey());
                    framework = (flavor.getKey() + " " + text(said, flavor.getKey() + "_version")).strip();
                }
            }
            if (definition.isEmpty() && !flavors.entries().isEmpty()) {
                definition.put("flavor", flavors.entries().keySet().iterator().next());
            }
        }
        if (model.entries().get("saved_input_example_info") instanceof Mapping info) {
            example = prefix + text(info, "artifact_path");
        }
        List<VersionFacts.PortPart> inputs = List.of();
        List<VersionFacts.PortPart> outputs = List.of();
        if (model.entries().get("signature") instanceof Mapping signature) {
            inputs = ports(text(signature, "inputs"));
            outputs = ports(text(signature, "outputs"));
        }
        return Optional.of(new VersionFacts.ModelPart("mlflow-model", framework, definition, -1, List.of(), "",
                List.of(), inputs, outputs, dependencies(), example, metadata));
    }

    private @Nullable Node yaml(String name) {
        byte[] bytes = bytes(name);
        try {
            return bytes == null ? null : YamlNodes.parse(bytes);
        } catch (YamlException broken) {
            return null;
        }
    }

    private byte @Nullable [] bytes(String name) {
        Path file = files.get(prefix + name);
        try {
            return file == null || Files.size(file) > LARGEST ? null : Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static String text(Mapping mapping, String key) {
        return mapping.entries().get(key) instanceof Scalar scalar && !scalar.empty() ? scalar.text() : "";
    }

    private static List<VersionFacts.PortPart> ports(String json) {
        List<VersionFacts.PortPart> ports = new ArrayList<>();
        @Nullable JsonNode nodes = json.isEmpty() ? null : FactsJson.read(json, JsonNode.class);
        if (nodes == null) {
            return ports;
        }
        for (JsonNode node : nodes) {
            JsonNode tensor = node.path("tensor-spec");
            List<String> shape = new ArrayList<>();
            tensor.path("shape").forEach(length -> shape.add(length.asText()));
            String type = tensor.isMissingNode() ? node.path("type").asText("?")
                    : "tensor(" + tensor.path("dtype").asText("?") + ")";
            ports.add(new VersionFacts.PortPart(node.path("name").asText(""), type, List.copyOf(shape),
                    node.path("required").asBoolean(true) && !node.path("optional").asBoolean(false)));
        }
        return ports;
    }

    private List<String> dependencies() {
        List<String> all = new ArrayList<>();
        if (yaml("python_env.yaml") instanceof Mapping env && !text(env, "python").isEmpty()) {
            all.add("python==" + text(env, "python"));
        }
        byte[] requirements = bytes("requirements.txt");
        if (requirements != null) {
            new String(requirements, StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).limit(MOST).forEach(all::add);
        } else if (yaml("conda.yaml") instanceof Mapping conda
                && conda.entries().get("dependencies") instanceof Sequence items) {
            conda(items, all);
        }
        return all;
    }

    private static void conda(Sequence items, List<String> all) {
        for (Node item : items.items()) {
            if (item instanceof Scalar scalar) {
                String text = scalar.text().replaceFirst("^python=(?==)?", "python==");
                if (all.stream().noneMatch(text::equals)) {
                    all.add(text);
                }
            } else if (item instanceof Mapping pip && pip.entries().get("pip") instanceof Sequence names) {
                names.items().forEach(name -> {
                    if (name instanceof Scalar scalar) {
                        all.add(scalar.text());
                    }
                });
            }
        }
    }
}
