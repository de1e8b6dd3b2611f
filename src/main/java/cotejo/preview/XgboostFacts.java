package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.preview.Signature.Port;
import java.util.ArrayList;
import java.util.List;

/// The facts of an XGBoost model, which are the same in JSON and UBJSON (`doc/tutorials/saving_model.rst`).
final class XgboostFacts {

    private XgboostFacts() {
    }

    /// The trees that were passed over while the rest was read.
    ///
    /// @param nodes of all of them, without those that were cut off again
    record Forest(long trees, long nodes) {

        /// A node either has two children or is a leaf, so a tree of n nodes has (n + 1) / 2 leaves.
        long leaves() {
            return (nodes + trees) / 2;
        }
    }

    static void read(JsonNode model, Forest forest, FactsBuilder facts) {
        List<String> version = new ArrayList<>();
        model.path("version").forEach(part -> version.add(part.asText()));
        facts.framework("XGBoost " + String.join(".", version));
        JsonNode learner = model.path("learner");
        JsonNode booster = learner.path("gradient_booster");
        String kind = booster.path("name").asText("?");
        facts.define("class", kind);
        JsonNode tree = booster.path("model").isMissingNode() ? booster.path("gbtree").path("model")
                : booster.path("model");
        facts.define("trees", Fact.of(forest.trees() > 0 ? forest.trees()
                : tree.path("gbtree_model_param").path("num_trees").asLong(0)));
        if (forest.nodes() > 0) {
            facts.define("leaves", Fact.of(forest.leaves()));
            facts.parameters(new Parameters(forest.leaves(), List.of(), 0));
        }
        facts.define("objective", learner.path("objective").path("name").asText(""));
        facts.define("parameters", JsonLimits.fact(learner.path("learner_model_param")));
        if (!learner.path("attributes").isEmpty()) {
            facts.say("attributes", JsonLimits.fact(learner.path("attributes")));
        }
        List<Port> inputs = new ArrayList<>();
        JsonNode types = learner.path("feature_types");
        learner.path("feature_names").forEach(name -> inputs.add(Port.required(name.asText(),
                types.path(inputs.size()).asText("?"), List.of())));
        facts.signature(new Signature(inputs, List.of()));
        if (kind.equals("gblinear")) {
            facts.parameters(new Parameters(tree.path("weights").size(), List.of(), 0));
        }
    }
}
