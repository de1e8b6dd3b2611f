package cotejo.preview;

import cotejo.codec.ProtoReader;
import cotejo.preview.CodeName.Verdict;
import cotejo.preview.Signature.Port;
import cotejo.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// TensorFlow's SavedModel (`saved_model.pb`) and frozen graphs: operators, signatures, variables by their headers.
/// Operators that reach files or Python are dangerous, those on a list that only compute are calm, and any other is
/// unknown; those that restore a checkpoint are what every one has.
final class TensorFlowReader implements ModelReader {

    private static final Set<String> DANGEROUS = Set.of("ReadFile", "WriteFile", "MatchingFiles", "PyFunc",
            "PyFuncStateless", "EagerPyFunc", "WholeFileReader", "WholeFileReaderV2", "TextLineReader",
            "TextLineReaderV2", "FixedLengthRecordReader", "FixedLengthRecordReaderV2", "TFRecordReader",
            "TFRecordReaderV2", "LMDBReader", "LoadLibrary", "SaveDataset", "LoadDataset", "ImmutableConst",
            "InitializeTableFromTextFile", "InitializeTableFromTextFileV2", "PrintV2", "DebugIdentity",
            "DebugIdentityV2", "DebugIdentityV3", "DumpTensor", "RpcCall", "RpcClient", "RpcServer", "RemoteCall",
            "SqlDataset", "LMDBDataset", "TextLineDataset", "TFRecordDataset", "TFRecordDatasetV2",
            "FixedLengthRecordDataset", "FixedLengthRecordDatasetV2", "CSVDataset", "CSVDatasetV2",
            "MatchingFilesDataset", "SaveDatasetV2", "DatasetToTFRecord", "SnapshotDataset", "SnapshotDatasetV2",
            "LoadAndRemapMatrix", "CreateSummaryFileWriter", "CreateSummaryDbWriter", "GeneratorDataset",
            "FixedUnigramCandidateSampler", "XlaCustomCall", "XlaCustomCallV2", "DataServiceDatasetV4");
    private static final Set<String> KNOWN = known();
    private static final Map<Integer, String> TYPES = Map.ofEntries(Map.entry(1, "float32"), Map.entry(2, "float64"),
            Map.entry(3, "int32"), Map.entry(4, "uint8"), Map.entry(5, "int16"), Map.entry(6, "int8"),
            Map.entry(7, "string"), Map.entry(8, "complex64"), Map.entry(9, "int64"), Map.entry(10, "bool"),
            Map.entry(14, "bfloat16"), Map.entry(17, "uint16"), Map.entry(18, "complex128"), Map.entry(19, "float16"),
            Map.entry(20, "resource"), Map.entry(21, "variant"), Map.entry(22, "uint32"), Map.entry(23, "uint64"));
    private static final int DEEPEST = 16;

    private final Map<String, Integer> ops = new TreeMap<>();
    private final Set<String> functions = new HashSet<>();
    private final Set<String> tags = new TreeSet<>();
    private final Set<Tensor> variables = new LinkedHashSet<>();
    private int nodes;

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.named("saved_model.pb") && candidate.size() > 2
                || candidate.named(".pb") && graph(candidate);
    }

    /// A frozen graph begins with a node, whose first field is its name.
    private static boolean graph(Candidate candidate) {
        ProtoReader message = new ProtoReader(candidate.blob());
        try {
            if (!message.next() || message.field() != 1 || message.isNumber()) {
                return false;
            }
            ProtoReader node = message.message();
            boolean op = false;
            while (node.next()) {
                op |= node.field() == 2 && node.text().matches("[A-Z]\\w*");
            }
            return op;
        } catch (IOException noProtobuf) {
            return false;
        }
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        new TensorFlowReader().model(candidate, facts);
    }

    private void model(Candidate candidate, FactsBuilder facts) throws IOException {
        boolean frozen = graph(candidate);
        facts.format(frozen ? "tensorflow-graph" : "tensorflow-savedmodel").framework("");
        try {
            if (frozen) {
                graph(new ProtoReader(candidate.blob()), candidate, 0);
            } else {
                ProtoReader model = new ProtoReader(candidate.blob());
                while (model.next()) {
                    if (model.field() == 2) {
                        meta(model.message(), candidate, facts);
                    }
                }
            }
        } finally {
            tell(facts);
        }
        if (nodes == 0) {
            throw new IOException(Texts.get("preview.tensorflow.empty"));
        }
    }

    private void tell(FactsBuilder facts) {
        Map<String, Fact> counted = new LinkedHashMap<>();
        ops.forEach((op, count) -> {
            counted.put(op, Fact.of(count));
            if (DANGEROUS.contains(op)) {
                facts.code("tensorflow." + op, Verdict.DANGEROUS);
            } else if (!KNOWN.contains(op) && !functions.contains(op)) {
                facts.code("tensorflow." + op, Verdict.UNKNOWN);
            }
        });
        facts.framework("TensorFlow");
        facts.define("nodes", Fact.of(nodes)).define("ops", new Fact.Fields(counted));
        if (!tags.isEmpty()) {
            facts.say("tags", Fact.texts(tags));
        }
        if (!variables.isEmpty()) {
            facts.parameters(Parameters.of(List.copyOf(variables)));
        }
    }

    private void meta(ProtoReader meta, Candidate candidate, FactsBuilder facts) throws IOException {
        while (meta.next()) {
            switch (meta.field()) {
                case 1 -> info(meta.message(), facts);
                case 2 -> graph(meta.message(), candidate, 0);
                case 5 -> signature(meta.message(), facts);
                case 7 -> objects(meta.message(), facts);
                default -> { }
            }
        }
    }

    private void info(ProtoReader info, FactsBuilder facts) throws IOException {
        while (info.next()) {
            if (info.field() == 4) {
                tags.add(info.text());
            } else if (info.field() == 5) {
                facts.framework("TensorFlow " + info.text());
            }
        }
    }

    private void graph(ProtoReader graph, Candidate candidate, int depth) throws IOException {
        while (depth < DEEPEST && graph.next()) {
            if (graph.field() == 1) {
                node(graph.message(), candidate);
            } else if (graph.field() == 2) {
                library(graph.message(), candidate);
            }
        }
    }

    private void node(ProtoReader node, Candidate candidate) throws IOException {
        if ((++nodes & 0xfff) == 0) {
            candidate.cancel().check();
        }
        while (node.next()) {
            if (node.field() == 2) {
                ops.merge(node.text(), 1, Integer::sum);
                return;
            }
        }
    }

    /// Functions of the graph: their nodes stand in field 3 of each.
    private void library(ProtoReader library, Candidate candidate) throws IOException {
        while (library.next()) {
            if (library.field() != 1) {
                continue;
            }
            ProtoReader function = library.message();
            while (function.next()) {
                if (function.field() == 3) {
                    node(function.message(), candidate);
                } else if (function.field() == 1) {
                    function(function.message());
                }
            }
        }
    }

    /// A function may be called by its name, as an operator is.
    private void function(ProtoReader signature) throws IOException {
        while (signature.next()) {
            if (signature.field() == 1 && !DANGEROUS.contains(signature.text())) {
                functions.add(signature.text());
            }
        }
    }

    private static Set<String> known() {
        String list = "/cotejo/preview/tensorflow-ops.txt";
        InputStream in = Objects.requireNonNull(TensorFlowReader.class.getResourceAsStream(list), list);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<String> known = new HashSet<>();
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> known.addAll(
                    List.of(line.split(" "))));
            return Set.copyOf(known);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void signature(ProtoReader entry, FactsBuilder facts) throws IOException {
        String key = "";
        List<Port> inputs = new ArrayList<>();
        List<Port> outputs = new ArrayList<>();
        while (entry.next()) {
            if (entry.field() == 1) {
                key = entry.text();
            } else if (entry.field() == 2) {
                ProtoReader definition = entry.message();
                while (definition.next()) {
                    if (definition.field() == 1) {
                        inputs.add(port(definition.message()));
                    } else if (definition.field() == 2) {
                        outputs.add(port(definition.message()));
                    }
                }
            }
        }
        if (!key.startsWith("__") && (key.equals("serving_default") || !facts.hasSignature())) {
            facts.signature(new Signature(inputs, outputs)).say("signature", key);
        }
    }

    private static Port port(ProtoReader entry) throws IOException {
        String name = "";
        String type = "?";
        List<String> shape = List.of();
        while (entry.next()) {
            if (entry.field() == 1) {
                name = entry.text();
            } else if (entry.field() == 2) {
                ProtoReader tensor = entry.message();
                while (tensor.next()) {
                    if (tensor.field() == 2) {
                        type = type(tensor.number());
                    } else if (tensor.field() == 3) {
                        shape = shape(tensor.message()).stream().map(n -> n < 0 ? "?" : Long.toString(n)).toList();
                    }
                }
            }
        }
        return Port.required(name, type, shape);
    }

    static String type(long number) {
        return TYPES.getOrDefault((int) Math.clamp(number, 0, 1000), "type " + number);
    }

    static List<Long> shape(ProtoReader shape) throws IOException {
        List<Long> lengths = new ArrayList<>();
        while (shape.next() && lengths.size() < 64) {
            if (shape.field() == 2) {
                ProtoReader length = shape.message();
                long size = 0;
                while (length.next()) {
                    size = length.field() == 1 ? length.number() : size;
                }
                lengths.add(size);
            }
        }
        return lengths;
    }

    /// The variables among the saved objects, and what Keras says of itself there.
    private void objects(ProtoReader objects, FactsBuilder facts) throws IOException {
        while (objects.next()) {
            if (objects.field() != 1) {
                continue;
            }
            ProtoReader object = objects.message();
            while (object.next()) {
                if (object.field() == 7) {
                    variable(object.message());
                } else if (object.field() == 4) {
                    user(object.message(), facts);
                }
            }
        }
    }

    private void variable(ProtoReader variable) throws IOException {
        String name = "";
        String type = "?";
        List<Long> shape = List.of();
        while (variable.next()) {
            switch (variable.field()) {
                case 1 -> type = type(variable.number());
                case 2 -> shape = shape(variable.message());
                case 6 -> name = variable.text();
                default -> { }
            }
        }
        // An optimizer's copies go by the names of what they are copies of.
        Tensor tensor = new Tensor(name, type, shape, Dtypes.bytes(type, shape));
        if (shape.stream().allMatch(n -> n >= 0) && variables.size() <= Parameters.MOST) {
            variables.add(tensor);
        }
    }

    private static void user(ProtoReader user, FactsBuilder facts) throws IOException {
        while (user.next()) {
            if (user.field() == 3) {
                String json = new String(user.bytes(4 << 20), StandardCharsets.UTF_8);
                if (json.contains("\"class_name\": \"Lambda\"") || json.contains("\"class_name\":\"Lambda\"")) {
                    facts.code(Texts.get("preview.keras.lambda", "Lambda", ""), Verdict.DANGEROUS);
                }
            }
        }
    }
}
