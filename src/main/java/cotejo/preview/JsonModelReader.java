package cotejo.preview;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cotejo.preview.Signature.Port;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Models as JSON: XGBoost's, LightGBM's dump, a Keras architecture, an index of safetensors. Arrays of numbers are
/// counted, not kept, so that large forests take little memory.
final class JsonModelReader implements ModelReader {

    private static final Set<String> COUNTED = Set.of("trees", "tree_info");

    @Override
    public boolean claims(Candidate candidate) {
        String text = candidate.text();
        if (!text.startsWith("{")) {
            return false;
        }
        String head = text.substring(1).stripLeading();
        return head.startsWith("\"learner\"") || text.contains("\"gradient_booster\"") && text.contains("\"learner\"")
                || head.startsWith("\"version\"") && text.contains("\"learner\"")
                || text.contains("\"tree_info\"") || head.startsWith("\"name\": \"tree\"")
                || head.startsWith("\"name\":\"tree\"")
                || text.contains("\"class_name\"") && (text.contains("\"layers\"") || text.contains("\"config\""))
                || text.contains("\"weight_map\"");
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        Pruned pruned = new Pruned(candidate);
        JsonNode model;
        try (JsonParser json = JsonLimits.FACTORY.createParser(candidate.blob().stream(0))) {
            json.nextToken();
            model = pruned.value(json, "");
            if (json.nextToken() != null) {
                facts.unread(Texts.get("preview.json.more"));
            }
        }
        if (model.has("learner")) {
            XgboostFacts.read(model, new XgboostFacts.Forest(pruned.trees, pruned.treeNodes),
                    facts.format("xgboost-json"));
        } else if (model.has("weight_map")) {
            index(model, facts);
        } else if (model.has("tree_info") || model.path("name").asText("").equals("tree")) {
            lightgbm(model, pruned, facts);
        } else {
            facts.format("keras-json").framework(("Keras " + model.path("keras_version").asText("")).strip());
            facts.runs(Execution.KNOWN_CONSTRUCTORS);
            new KerasConfig(facts).read(model);
        }
    }

    private static void index(JsonNode model, FactsBuilder facts) {
        facts.format("safetensors-index");
        facts.say("total size", Figures.bytes(model.path("metadata").path("total_size").asLong()));
        facts.define("tensors", Fact.of(model.path("weight_map").size()));
        Set<String> files = new java.util.TreeSet<>();
        model.path("weight_map").forEach(file -> files.add(file.asText()));
        facts.define("shards", Fact.texts(files));
    }

    private static void lightgbm(JsonNode model, Pruned pruned, FactsBuilder facts) {
        facts.format("lightgbm-json").framework("LightGBM").say("version", model.path("version").asText(""));
        facts.define("class", "gradient boosted trees").define("objective", model.path("objective").asText(""));
        facts.define("trees", Fact.of(pruned.trees));
        facts.define("leaves", Fact.of(pruned.leaves));
        facts.parameters(new Parameters(pruned.leaves, List.of(), 0));
        facts.define("classes", Fact.of(model.path("num_class").asLong()));
        List<Port> inputs = new ArrayList<>();
        model.path("feature_names").forEach(name -> inputs.add(Port.required(name.asText(), "double", List.of())));
        facts.signature(new Signature(inputs, List.of()));
    }

    /// Reads a document without its trees, which are counted.
    private static final class Pruned {
        private static final int MOST = 2_000_000;
        private final Candidate candidate;
        private long trees;
        private long leaves;
        private long treeNodes;
        private int nodes;

        Pruned(Candidate candidate) {
            this.candidate = candidate;
        }

        /// Passes over a tree, whose number of leaves LightGBM says beside its nodes; XGBoost says that of its nodes.
        private long tree(JsonParser json) throws IOException {
            long said = 0;
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                return said;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (json.currentName().equals("tree_param") && json.nextToken() == JsonToken.START_OBJECT) {
                    nodes(json);
                    continue;
                }
                boolean counts = "num_leaves".equals(json.currentName());
                if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && counts) {
                    said = Math.max(0, json.getIntValue());
                }
                json.skipChildren();
            }
            return said;
        }

        private void nodes(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                if (key.equals("num_nodes")) {
                    treeNodes += json.getValueAsLong();
                } else if (key.equals("num_deleted")) {
                    treeNodes -= json.getValueAsLong();
                }
                json.skipChildren();
            }
        }

        JsonNode value(JsonParser json, String name) throws IOException {
            if ((++nodes & 0xfff) == 0) {
                candidate.cancel().check();
            }
            if (nodes > MOST) {
                throw new IOException(Texts.get("preview.json.large", Figures.count(MOST)));
            }
            if (json.currentToken() == JsonToken.START_ARRAY && COUNTED.contains(name.toLowerCase(Locale.ROOT))) {
                long count = 0;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    candidate.cancel().check();
                    leaves += tree(json);
                    count++;
                }
                trees = Math.max(trees, count);
                return JsonLimits.MAPPER.getNodeFactory().numberNode(count);
            }
            return switch (json.currentToken()) {
                case START_OBJECT -> {
                    ObjectNode object = JsonLimits.MAPPER.createObjectNode();
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String key = json.currentName();
                        json.nextToken();
                        object.set(key, value(json, key));
                    }
                    yield object;
                }
                case START_ARRAY -> {
                    var array = JsonLimits.MAPPER.createArrayNode();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        if (json.currentToken() == null) {
                            throw new IOException(Texts.get("preview.json.early"));
                        }
                        array.add(value(json, ""));
                    }
                    yield array;
                }
                case null -> throw new IOException(Texts.get("preview.json.early"));
                default -> JsonLimits.MAPPER.readTree(json);
            };
        }
    }
}
