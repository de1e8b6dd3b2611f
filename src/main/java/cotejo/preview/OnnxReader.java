package cotejo.preview;

import cotejo.codec.ProtoReader;
import cotejo.preview.CodeName.Verdict;
import cotejo.preview.Signature.Port;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// ONNX (`onnx.proto3`): graph, operators, opsets, initializers by their headers. Operators of unknown domains need
/// code of somebody's own, and are said; so are weights outside the model's folder.
final class OnnxReader implements ModelReader {

    /// Under this name the metadata list the files in which the weights lie.
    static final String OUTSIDE = "external data";

    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "ai.onnx.training",
            "ai.onnx.preview.training", "com.microsoft", "com.microsoft.nchwc", "com.microsoft.experimental");
    private static final List<String> TYPES = List.of("undefined", "float32", "uint8", "int8", "uint16", "int16",
            "int32", "int64", "string", "bool", "float16", "float64", "uint32", "uint64", "complex64", "complex128",
            "bfloat16", "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz", "uint4", "int4",
            "float4e2m1");
    private static final int DEEPEST = 16;
    private static final int MOST_NODES = 5_000_000;

    private final Set<String> functions = new HashSet<>();

    /// What one file gives.
    private static final class Graph {
        private final Map<String, Integer> ops = new TreeMap<>();
        private final Set<String> custom = new LinkedHashSet<>();
        private final List<Tensor> tensors = new ArrayList<>();
        private final List<Port> inputs = new ArrayList<>();
        private final List<Port> outputs = new ArrayList<>();
        private final Set<String> outside = new LinkedHashSet<>();
        private int nodes;
        private int walked;
    }

    @Override
    public boolean claims(Candidate candidate) throws IOException {
        boolean version = candidate.head().length > 4 && candidate.at(0, 8) && candidate.head()[1] > 0
                && candidate.head()[1] < 30;
        boolean next = version && (candidate.head()[2] == 0x12 || candidate.head()[2] == 0x3a
                || candidate.head()[2] == 0x42 || candidate.head()[2] == 0x1a);
        if (candidate.named(".onnx")) {
            return candidate.size() > 0;
        }
        return next && graph(candidate);
    }

    /// Whether field 7 is a message, and field 8 one with a version, as no other format here has.
    private static boolean graph(Candidate candidate) {
        ProtoReader model = new ProtoReader(candidate.blob());
        boolean graph = false;
        boolean opset = false;
        try {
            for (int i = 0; i < 64 && model.next(); i++) {
                graph |= model.field() == 7 && !model.isNumber();
                opset |= model.field() == 8 && !model.isNumber() && model.length() < 300;
            }
            return graph && opset;
        } catch (IOException noProtobuf) {
            return false;
        }
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        new OnnxReader().model(candidate, facts);
    }

    private void model(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("onnx");
        Graph graph = new Graph();
        Map<String, Fact> opsets = new LinkedHashMap<>();
        String[] producer = {"", ""};
        ProtoReader model = new ProtoReader(candidate.blob());
        try {
            while (model.next()) {
                field(model, candidate, facts, graph, opsets, producer);
            }
        } finally {
            facts.framework((producer[0] + " " + producer[1]).strip());
            facts.define("opset", new Fact.Fields(opsets));
            tell(graph, candidate, facts);
        }
        if (graph.nodes == 0 && graph.tensors.isEmpty() && opsets.isEmpty()) {
            throw new IOException(Texts.get("preview.onnx.empty"));
        }
    }

    private void field(ProtoReader model, Candidate candidate, FactsBuilder facts, Graph graph,
                       Map<String, Fact> opsets, String[] producer) throws IOException {
        switch (model.field()) {
            case 1 -> facts.define("irVersion", Fact.of(model.number()));
            case 2 -> producer[0] = model.text();
            case 3 -> producer[1] = model.text();
            case 4 -> facts.say("domain", model.text());
            case 5 -> facts.say("model version", Fact.of(model.number()));
            case 6 -> facts.say("description", model.text());
            case 7 -> graph(model.message(), graph, candidate, 0);
            case 8 -> opset(model.message(), opsets);
            case 14 -> property(model.message(), facts);
            case 25 -> function(model.message(), graph, candidate);
            default -> { }
        }
    }

    private static void opset(ProtoReader opset, Map<String, Fact> opsets) throws IOException {
        String domain = "";
        long version = 0;
        while (opset.next()) {
            if (opset.field() == 1) {
                domain = opset.text();
            } else if (opset.field() == 2) {
                version = opset.number();
            }
        }
        opsets.put(domain.isEmpty() ? "ai.onnx" : domain, Fact.of(version));
    }

    private static void property(ProtoReader property, FactsBuilder facts) throws IOException {
        String key = "";
        String value = "";
        while (property.next()) {
            if (property.field() == 1) {
                key = property.text();
            } else if (property.field() == 2) {
                value = property.text();
            }
        }
        facts.say(key, value);
    }

    private void function(ProtoReader function, Graph graph, Candidate candidate) throws IOException {
        String name = "";
        String domain = "";
        while (function.next()) {
            switch (function.field()) {
                case 1 -> name = function.text();
                case 7 -> node(function.message(), graph, candidate, 1);
                case 10 -> domain = function.text();
                default -> { }
            }
        }
        functions.add(domain + "." + name);
    }

    private void graph(ProtoReader message, Graph graph, Candidate candidate, int depth) throws IOException {
        while (message.next()) {
            switch (message.field()) {
                case 1 -> {
                    graph.nodes += depth == 0 ? 1 : 0;
                    node(message.message(), graph, candidate, depth);
                }
                case 5 -> tensor(message.message(), graph);
                case 11 -> {
                    if (depth == 0) {
                        graph.inputs.add(OnnxTypes.port(message.message(), TYPES));
                    }
                }
                case 12 -> {
                    if (depth == 0) {
                        graph.outputs.add(OnnxTypes.port(message.message(), TYPES));
                    }
                }
                default -> { }
            }
        }
    }

    private void node(ProtoReader node, Graph graph, Candidate candidate, int depth) throws IOException {
        if ((++graph.walked & 0xfff) == 0) {
            candidate.cancel().check();
        }
        if (depth > DEEPEST || graph.walked > MOST_NODES) {
            throw new IOException(Texts.get("preview.onnx.deep"));
        }
        String op = "";
        String domain = "";
        while (node.next()) {
            switch (node.field()) {
                case 4 -> op = node.text();
                case 7 -> domain = node.text();
                case 5 -> attribute(node.message(), graph, candidate, depth);
                default -> { }
            }
        }
        graph.ops.merge(op, 1, Integer::sum);
        if (!DOMAINS.contains(domain)) {
            graph.custom.add(domain + "." + op);
        }
    }

    /// Graphs inside attributes, as of `If` and `Loop`.
    private void attribute(ProtoReader attribute, Graph graph, Candidate candidate, int depth) throws IOException {
        while (attribute.next()) {
            if (attribute.field() == 6 || attribute.field() == 11) {
                graph(attribute.message(), graph, candidate, depth + 1);
            }
        }
    }

    private static void tensor(ProtoReader tensor, Graph graph) throws IOException {
        List<Long> shape = new ArrayList<>();
        String name = "";
        int type = 0;
        while (tensor.next()) {
            switch (tensor.field()) {
                case 1 -> {
                    for (long length : tensor.numbers(64)) {
                        shape.add(length);
                    }
                }
                case 2 -> type = (int) Math.clamp(tensor.number(), 0, TYPES.size());
                case 8 -> name = tensor.text();
                case 13 -> external(tensor.message(), graph);
                default -> { }
            }
        }
        String dtype = type < TYPES.size() ? TYPES.get(type) : "?";
        graph.tensors.add(new Tensor(name, dtype, List.copyOf(shape), Dtypes.bytes(dtype, shape)));
    }

    private static void external(ProtoReader entry, Graph graph) throws IOException {
        String key = "";
        String value = "";
        while (entry.next()) {
            if (entry.field() == 1) {
                key = entry.text();
            } else if (entry.field() == 2) {
                value = entry.text();
            }
        }
        if (key.equals("location") && graph.outside.size() < 1000) {
            graph.outside.add(value);
        }
    }

    private void tell(Graph graph, Candidate candidate, FactsBuilder facts) {
        Map<String, Fact> ops = new LinkedHashMap<>();
        graph.ops.forEach((op, count) -> ops.put(op, Fact.of(count)));
        facts.define("nodes", Fact.of(graph.nodes));
        facts.define("ops", new Fact.Fields(ops));
        facts.parameters(Parameters.of(graph.tensors));
        Set<String> weights = new HashSet<>();
        graph.tensors.forEach(tensor -> weights.add(tensor.name()));
        facts.signature(new Signature(graph.inputs.stream().filter(in -> !weights.contains(in.name())).toList(),
                graph.outputs));
        graph.custom.stream().filter(op -> !functions.contains(op)).limit(1000)
                .forEach(op -> facts.code(op, Verdict.UNKNOWN));
        if (!graph.outside.isEmpty()) {
            facts.say(OUTSIDE, Fact.texts(new TreeSet<>(graph.outside)));
        }
        for (String location : graph.outside) {
            if (location.startsWith("/") || location.contains("..") || location.contains(":")
                    || location.startsWith("\\")) {
                facts.code(Texts.get("preview.onnx.outside", location), Verdict.DANGEROUS);
            } else if (candidate.depth() == 0 && facts.file().getParent() != null
                    && !java.nio.file.Files.exists(facts.file().resolveSibling(location))) {
                facts.problem(Texts.get("preview.onnx.missing", location));
            }
        }
        if (graph.tensors.size() > Parameters.MOST) {
            facts.problem(Texts.get("preview.tensors.many", Figures.count(Parameters.MOST)));
        }
    }
}
