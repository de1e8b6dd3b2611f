package cotejo.preview;

import cotejo.codec.ProtoReader;
import cotejo.preview.CodeName.Verdict;
import cotejo.preview.Signature.Need;
import cotejo.preview.Signature.Port;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Core ML (`mlmodel/format/Model.proto`): kind, inputs and outputs, who made it, and by [CoreMlLayers] what it is made
/// of.
final class CoreMlReader implements ModelReader {

    private static final Map<Integer, String> KINDS = Map.ofEntries(Map.entry(200, "pipeline classifier"),
            Map.entry(201, "pipeline regressor"), Map.entry(202, "pipeline"), Map.entry(300, "linear regressor"),
            Map.entry(301, "support vector regressor"), Map.entry(302, "tree ensemble regressor"),
            Map.entry(303, "neural network regressor"), Map.entry(304, "Bayesian probit regressor"),
            Map.entry(400, "linear classifier"), Map.entry(401, "support vector classifier"),
            Map.entry(402, "tree ensemble classifier"), Map.entry(403, "neural network classifier"),
            Map.entry(404, "nearest neighbours classifier"), Map.entry(500, "neural network"),
            Map.entry(501, "item similarity recommender"), Map.entry(502, "ML program"),
            Map.entry(555, "custom model"), Map.entry(556, "linked model"), Map.entry(560, "class confidence"),
            Map.entry(600, "one-hot encoder"), Map.entry(601, "imputer"), Map.entry(602, "feature vectorizer"),
            Map.entry(603, "dictionary vectorizer"), Map.entry(604, "scaler"), Map.entry(606, "categorical mapping"),
            Map.entry(607, "normalizer"), Map.entry(609, "array feature extractor"),
            Map.entry(610, "non-maximum suppression"), Map.entry(900, "identity"), Map.entry(2000, "text classifier"),
            Map.entry(2001, "word tagger"), Map.entry(2002, "vision feature print"),
            Map.entry(2003, "sound analysis preprocessing"), Map.entry(2004, "gazetteer"),
            Map.entry(2005, "word embedding"), Map.entry(2006, "audio feature print"),
            Map.entry(3000, "serialized model"));
    private static final int DEEPEST = 20;
    private static final List<String> TYPES = List.of("?", "int64", "double", "string", "image", "multi-array",
            "dictionary", "sequence", "state");

    @Override
    public boolean claims(Candidate candidate) {
        boolean begins = candidate.at(0, 8) && candidate.head().length > 3 && candidate.head()[1] > 0
                && candidate.head()[1] < 32 && candidate.head()[2] == 0x12;
        return begins && (candidate.named(".mlmodel") || kind(candidate));
    }

    /// Whether a model of a known kind stands in it.
    private static boolean kind(Candidate candidate) {
        ProtoReader model = new ProtoReader(candidate.blob());
        try {
            boolean kind = false;
            for (int i = 0; i < 64 && model.next(); i++) {
                kind |= KINDS.containsKey(model.field()) && !model.isNumber();
            }
            return kind;
        } catch (IOException noProtobuf) {
            return false;
        }
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("coreml").framework("Core ML");
        ProtoReader model = new ProtoReader(candidate.blob());
        List<Port> inputs = new ArrayList<>();
        List<Port> outputs = new ArrayList<>();
        CoreMlLayers layers = new CoreMlLayers(facts);
        boolean any = false;
        while (model.next()) {
            int field = model.field();
            String kind = KINDS.get(field);
            if (field == 1) {
                facts.define("specificationVersion", Fact.of(model.number()));
            } else if (field == 2) {
                description(model.message(), inputs, outputs, facts);
            } else if (field == 10 && model.isNumber()) {
                facts.define("updatable", new Fact.Flag(model.number() != 0));
            } else if (kind != null) {
                any = true;
                facts.define("class", kind);
                kind(field, model, layers, facts, 0);
            }
        }
        facts.signature(new Signature(inputs, outputs));
        layers.tell();
        if (!any) {
            facts.unread(Texts.get("preview.coreml.kind"));
        }
    }

    private static void kind(int field, ProtoReader model, CoreMlLayers layers, FactsBuilder facts, int depth)
            throws IOException {
        switch (field) {
            case 200, 201 -> {
                ProtoReader around = model.message();
                while (around.next()) {
                    if (around.field() == 1) {
                        pipeline(around.message(), layers, facts, depth);
                    }
                }
            }
            case 202 -> pipeline(model.message(), layers, facts, depth);
            case 555 -> custom(model.message(), facts);
            case 556 -> facts.code(Texts.get("preview.coreml.linked"), Verdict.UNKNOWN);
            default -> layers.read(field, model.message());
        }
    }

    /// The models of a pipeline one after another, each with what it would need to run.
    private static void pipeline(ProtoReader pipeline, CoreMlLayers layers, FactsBuilder facts, int depth)
            throws IOException {
        if (depth > DEEPEST) {
            facts.unread(Texts.get("preview.coreml.deep"));
            return;
        }
        List<String> kinds = new ArrayList<>();
        while (pipeline.next()) {
            if (pipeline.field() == 1) {
                ProtoReader model = pipeline.message();
                while (model.next()) {
                    String kind = KINDS.get(model.field());
                    if (kind != null) {
                        kinds.add(kind);
                        kind(model.field(), model, layers, facts, depth + 1);
                    }
                }
            }
        }
        if (depth == 0) {
            facts.define("models", Fact.texts(kinds));
        }
    }

    private static void custom(ProtoReader custom, FactsBuilder facts) throws IOException {
        while (custom.next()) {
            if (custom.field() == 10) {
                facts.code(custom.text(), Verdict.UNKNOWN);
            }
        }
    }

    private static void description(ProtoReader description, List<Port> inputs, List<Port> outputs,
                                    FactsBuilder facts) throws IOException {
        while (description.next()) {
            switch (description.field()) {
                case 1 -> inputs.add(port(description.message()));
                case 10 -> outputs.add(port(description.message()));
                case 11 -> facts.say("predicted feature", description.text());
                case 12 -> facts.say("predicted probabilities", description.text());
                case 100 -> metadata(description.message(), facts);
                default -> { }
            }
        }
    }

    private static void metadata(ProtoReader metadata, FactsBuilder facts) throws IOException {
        while (metadata.next()) {
            switch (metadata.field()) {
                case 1 -> facts.say("description", metadata.text());
                case 2 -> facts.say("version", metadata.text());
                case 3 -> facts.say("author", metadata.text());
                case 4 -> facts.say("license", metadata.text());
                case 100 -> user(metadata.message(), facts);
                default -> { }
            }
        }
    }

    private static void user(ProtoReader entry, FactsBuilder facts) throws IOException {
        String key = "";
        String value = "";
        while (entry.next()) {
            if (entry.field() == 1) {
                key = entry.text();
            } else if (entry.field() == 2) {
                value = entry.text();
            }
        }
        facts.say(key, value);
    }

    private static Port port(ProtoReader feature) throws IOException {
        String name = "";
        String type = "?";
        List<String> shape = new ArrayList<>();
        Need need = Need.REQUIRED;
        while (feature.next()) {
            if (feature.field() == 1) {
                name = feature.text();
            } else if (feature.field() == 3) {
                ProtoReader kind = feature.message();
                while (kind.next()) {
                    if (kind.field() < TYPES.size()) {
                        type = TYPES.get(kind.field());
                        shape(kind, shape);
                    } else if (kind.field() == 1000 && kind.number() != 0) {
                        need = Need.OPTIONAL;
                    }
                }
            }
        }
        return new Port(name, type, shape, need);
    }

    private static void shape(ProtoReader kind, List<String> shape) throws IOException {
        if (kind.field() != 5) {
            return;
        }
        ProtoReader array = kind.message();
        while (array.next()) {
            if (array.field() == 1) {
                for (long length : array.numbers(64)) {
                    shape.add(Long.toString(length));
                }
            }
        }
    }
}
