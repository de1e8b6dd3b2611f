package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.YamlException;
import cotejo.codec.YamlNodes;
import cotejo.codec.YamlNodes.Mapping;
import cotejo.codec.YamlNodes.Node;
import cotejo.codec.YamlNodes.Scalar;
import cotejo.codec.YamlNodes.Sequence;
import cotejo.preview.Signature.Need;
import cotejo.preview.Signature.Port;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The file `MLmodel` that MLflow writes beside a model, with the requirements that lie beside it: flavours,
/// signature, dependencies.
final class MlflowModel {

    private static final int LARGEST = 2 << 20;
    private static final Set<String> SAID = Set.of("flavors", "signature", "artifact_path", "metadata");

    private final Path folder;
    private final FactsBuilder facts;
    private final Cancel cancel;

    MlflowModel(Path folder, FactsBuilder facts, Cancel cancel) {
        this.folder = folder;
        this.facts = facts;
        this.cancel = cancel;
    }

    void read() throws IOException {
        facts.format("mlflow-model");
        try {
            if (yaml("MLmodel") instanceof Mapping model) {
                model.entries().forEach((key, value) -> {
                    if (value instanceof Scalar scalar && !scalar.empty() && !SAID.contains(key)) {
                        facts.say(key, scalar.text());
                    }
                });
                flavours(model.entries().get("flavors"));
                signature(model.entries().get("signature"));
            } else {
                facts.unread(Texts.get("preview.mlflow.broken", ""));
            }
        } catch (YamlException broken) {
            facts.unread(Texts.get("preview.mlflow.broken", broken.line()));
        }
        cancel.check();
        dependencies();
    }

    private @Nullable Node yaml(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            return null;
        }
        return YamlNodes.parse(Files.readAllBytes(file));
    }

    private void flavours(@Nullable Node node) {
        if (!(node instanceof Mapping flavours)) {
            return;
        }
        facts.define("flavors", fact(flavours));
        flavours.entries().forEach((name, node2) -> {
            if (!(node2 instanceof Mapping flavour)) {
                return;
            }
            flavour.entries().forEach((key, value) -> {
                if (value instanceof Scalar scalar && !scalar.empty()) {
                    said(name, key, scalar.text());
                }
            });
        });
    }

    private void said(String flavour, String key, String text) {
        String library = flavour.equals("sklearn") ? "scikit-learn" : flavour;
        if (!flavour.equals("python_function") && key.equals(flavour + "_version")) {
            facts.framework(library + " " + text);
        }
        switch (key) {
            case "loader_module" -> facts.code(text, text.matches("mlflow(\\.[a-z_]+)*")
                    ? CodeName.Verdict.KNOWN : CodeName.Verdict.UNKNOWN);
            case "code" -> facts.code(Texts.get("preview.mlflow.code", text), CodeName.Verdict.UNKNOWN);
            case "python_model", "model_code_path" ->
                facts.code(Texts.get("preview.mlflow.code", text), CodeName.Verdict.UNKNOWN);
            default -> { }
        }
    }

    private static Fact fact(Node node) {
        return switch (node) {
            case Scalar scalar -> Fact.of(scalar.empty() ? "" : scalar.text());
            case Sequence items -> new Fact.Items(items.items().stream().map(MlflowModel::fact).toList());
            case Mapping mapping -> {
                Map<String, Fact> fields = new LinkedHashMap<>();
                mapping.entries().forEach((key, value) -> fields.put(key, fact(value)));
                yield new Fact.Fields(fields);
            }
        };
    }

    private void signature(@Nullable Node node) {
        if (node instanceof Mapping signature) {
            facts.signature(new Signature(ports(signature.entries().get("inputs")),
                    ports(signature.entries().get("outputs")), ports(signature.entries().get("params"))));
        }
    }

    private List<Port> ports(@Nullable Node node) {
        List<Port> ports = new ArrayList<>();
        if (!(node instanceof Scalar scalar) || scalar.empty()) {
            return ports;
        }
        try {
            for (JsonNode port : JsonLimits.tree(scalar.text().getBytes(StandardCharsets.UTF_8))) {
                ports.add(port(port));
            }
        } catch (IOException broken) {
            facts.problem(Texts.get("preview.mlflow.signature"));
        }
        return ports;
    }

    private static Port port(JsonNode port) {
        String name = port.path("name").asText("");
        Need need = port.path("required").asBoolean(true) && !port.path("optional").asBoolean(false)
                ? Need.REQUIRED : Need.OPTIONAL;
        JsonNode tensor = port.path("tensor-spec");
        List<String> shape = new ArrayList<>();
        for (JsonNode length : tensor.isMissingNode() ? port.path("shape") : tensor.path("shape")) {
            shape.add(length.asLong() < 0 ? "?" : length.asText());
        }
        String type = tensor.isMissingNode() ? port.path("type").asText(port.path("dtype").asText("?"))
                : "tensor(" + tensor.path("dtype").asText("?") + ")";
        return new Port(name, type, List.copyOf(shape), need);
    }

    private void dependencies() throws IOException {
        Path requirements = folder.resolve("requirements.txt");
        if (Files.isRegularFile(requirements) && Files.size(requirements) <= LARGEST) {
            new String(Files.readAllBytes(requirements), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).limit(2000).forEach(facts::depends);
        }
        try {
            if (yaml("conda.yaml") instanceof Mapping conda) {
                conda(conda.entries().get("dependencies"));
            }
            if (yaml("python_env.yaml") instanceof Mapping env
                    && env.entries().get("python") instanceof Scalar python) {
                facts.depends("python==" + python.text());
            }
        } catch (YamlException broken) {
            facts.problem(Texts.get("preview.mlflow.conda"));
        }
    }

    private void conda(@Nullable Node node) {
        if (!(node instanceof Sequence items)) {
            return;
        }
        for (Node item : items.items()) {
            if (item instanceof Scalar scalar) {
                facts.depends(scalar.text().replaceFirst("^python=(?==)?", "python=="));
            } else if (item instanceof Mapping pip && pip.entries().get("pip") instanceof Sequence names) {
                names.items().forEach(name -> {
                    if (name instanceof Scalar scalar) {
                        facts.depends(scalar.text());
                    }
                });
            }
        }
    }
}
