package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.preview.CodeName.Verdict;
import cotejo.preview.Signature.Port;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The configuration of a Keras model as JSON: layers, inputs and outputs, and whatever in it would run code. Every
/// object of the document is looked at, so that a Lambda deep inside another layer is met as well.
final class KerasConfig {

    private static final int DEEPEST = 190;
    private static final Set<String> DOORS = Set.of("Lambda", "__lambda__", "TorchModuleWrapper", "JaxLayer",
            "FlaxLayer", "TFSMLayer", "SavedModelLayer", "TensorFlowOpLayer", "TFOpLambda", "SlicingOpLambda");

    private final FactsBuilder facts;

    KerasConfig(FactsBuilder facts) {
        this.facts = facts;
    }

    /// Takes a model's configuration: `{"class_name": …, "config": …}`.
    void read(JsonNode model) {
        facts.define("class", model.path("class_name").asText("?"));
        JsonNode config = model.path("config");
        facts.define("name", config.path("name").asText(""));
        List<Fact> layers = new ArrayList<>();
        JsonNode list = config.isArray() ? config : config.path("layers");
        list.forEach(layer -> {
            if (layers.size() < 5000) {
                layers.add(layer(layer));
            }
        });
        if (!layers.isEmpty()) {
            facts.define("layers", new Fact.Items(layers));
        }
        ports(list, config);
        JsonNode compiled = model.path("compile_config");
        if (!compiled.isMissingNode() && !compiled.isNull()) {
            facts.define("training", JsonLimits.fact(compiled));
        }
        code(model, 0);
    }

    private static Fact layer(JsonNode layer) {
        Map<String, Fact> fields = new LinkedHashMap<>();
        fields.put("class", Fact.of(layer.path("class_name").asText("?")));
        layer.path("config").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isValueNode() && !value.isNull()) {
                fields.put(entry.getKey(), JsonLimits.fact(value));
            } else if (value.has("class_name")) {
                fields.put(entry.getKey(), Fact.of(value.path("class_name").asText()));
            } else if (value.isArray() && value.size() < 16) {
                fields.put(entry.getKey(), JsonLimits.fact(value));
            }
        });
        return new Fact.Fields(fields);
    }

    private void ports(JsonNode layers, JsonNode config) {
        List<Port> inputs = new ArrayList<>();
        layers.forEach(layer -> {
            JsonNode own = layer.path("config");
            JsonNode shape = own.path("batch_shape").isMissingNode() ? own.path("batch_input_shape")
                    : own.path("batch_shape");
            if (shape.isArray() && inputs.size() < 1000) {
                inputs.add(Port.required(own.path("name").asText(""), own.path("dtype").isTextual()
                        ? own.path("dtype").asText() : own.path("dtype").path("config").path("name").asText("?"),
                        shape(shape)));
            }
        });
        List<Port> outputs = new ArrayList<>();
        JsonNode last = layers.isArray() && !layers.isEmpty() ? layers.get(layers.size() - 1) : layers;
        if (config.path("output_layers").isArray()) {
            config.path("output_layers").forEach(output -> outputs.add(Port.required(
                    (output.isArray() ? output.path(0) : output).asText(""), "?", List.of())));
        } else if (!last.isMissingNode() && !last.path("config").path("name").isMissingNode()) {
            String units = last.path("config").path("units").asText("");
            outputs.add(Port.required(last.path("config").path("name").asText(), "?",
                    units.isEmpty() ? List.of() : List.of("?", units)));
        }
        facts.signature(new Signature(inputs, outputs));
    }

    private static List<String> shape(JsonNode shape) {
        List<String> lengths = new ArrayList<>();
        shape.forEach(length -> lengths.add(length.isNull() ? "?" : length.asText()));
        return lengths;
    }

    /// Looks at every object for what Keras would bring to life by its name.
    private void code(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            facts.unread(Texts.get("preview.keras.deep"));
            return;
        }
        if (node.isObject()) {
            object(node);
        }
        node.forEach(child -> code(child, depth + 1));
    }

    private void object(JsonNode node) {
        String type = node.path("class_name").asText("");
        String module = node.path("module").asText("");
        String registered = node.path("registered_name").asText("");
        if (DOORS.contains(type)) {
            String name = node.path("config").path("name").asText("");
            facts.code(Texts.get("preview.keras.lambda", type, name), Verdict.DANGEROUS);
        } else if (type.equals("function") && node.path("config").isTextual()) {
            String function = node.path("config").asText();
            facts.code((module.isEmpty() ? "" : module + ".") + function, ours(module) ? Verdict.KNOWN
                    : worse(PythonNames.verdict(module, function)));
        } else if (!module.isEmpty() && !type.isEmpty() && !ours(module)) {
            facts.code(module + "." + type, worse(PythonNames.verdict(module, type)));
        } else if (!registered.isEmpty() && registered.contains(">") && !registered.startsWith("keras>")) {
            facts.code(registered, Verdict.UNKNOWN);
        }
    }

    /// What stands for a function of Keras may not be any constructor that pickles know.
    private static Verdict worse(Verdict verdict) {
        return verdict == Verdict.KNOWN ? Verdict.UNKNOWN : verdict;
    }

    private static boolean ours(String module) {
        return module.matches("(keras|tf_keras|tensorflow\\.keras)(\\.(layers|models|initializers|"
                + "optimizers(\\.(legacy|schedules|\\w+))?|losses|metrics|regularizers|constraints|activations|"
                + "src\\.models\\.\\w+|src\\.layers(\\.\\w+)*|random|callbacks|dtype_policies|ops))?");
    }
}
