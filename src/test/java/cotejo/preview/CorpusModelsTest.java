package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.codec.Blob;
import cotejo.codec.ZipParts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Real model files are recognised, with the facts that the formats' own libraries gave (`expected.json`). Skips where
/// the corpus is not there.
class CorpusModelsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path MODELS = Path.of("..", "shared", "corpus", "models");

    static Stream<String> named() throws IOException {
        return files(node -> true);
    }

    static Stream<String> withTensors() throws IOException {
        return files(node -> node.has("tensors"));
    }

    static Stream<String> earlyPickles() throws IOException {
        return files(node -> node.has("importsBySimpleScan")).filter(name -> name.matches(".*proto[0-3].*"));
    }

    static Stream<String> pickles() throws IOException {
        return files(node -> node.has("opcodes"));
    }

    private interface Wanted {
        boolean test(JsonNode node);
    }

    private static Stream<String> files(Wanted wanted) throws IOException {
        if (!Files.isDirectory(MODELS)) {
            return Stream.of("");
        }
        List<String> names = new ArrayList<>();
        expected().properties().forEach(entry -> {
            if (wanted.test(entry.getValue())) {
                names.add(entry.getKey());
            }
        });
        return names.stream();
    }

    private static JsonNode expected() throws IOException {
        return JSON.readTree(MODELS.resolve("expected.json").toFile());
    }

    private static JsonNode expected(String name) throws IOException {
        Assumptions.assumeFalse(name.isEmpty(), "no corpus beside the project");
        return expected().get(name);
    }

    private static ModelFacts inspect(String name) throws IOException {
        return ModelFiles.inspect(MODELS.resolve(name), Cancel.never());
    }

    @ParameterizedTest
    @MethodSource("named")
    void formatAndSizeAreTheirs(String name) throws IOException {
        JsonNode expected = expected(name);
        ModelFacts facts = inspect(name);
        assertEquals(expected.get("bytes").asLong(), facts.bytes());
        if (expected.has("format")) {
            assertEquals(expected.get("format").asText(), facts.format());
        }
    }

    @ParameterizedTest
    @MethodSource("withTensors")
    void tensorsAreTheirs(String name) throws IOException {
        Map<String, String> tensors = new TreeMap<>();
        expected(name).get("tensors").properties().forEach(e -> tensors.put(e.getKey(), e.getValue().toString()));
        boolean typed = tensors.values().iterator().next().startsWith("[\"");
        Map<String, String> found = new TreeMap<>();
        for (Tensor tensor : inspect(name).parameters().tensors()) {
            String shape = tensor.shape().toString().replace(" ", "");
            found.put(tensor.name(), typed ? "[\"" + tensor.dtype() + "\"," + shape + "]" : shape);
        }
        assertEquals(tensors, found);
    }

    static Stream<String> safetensors() throws IOException {
        return files(node -> node.has("metadata"));
    }

    static Stream<String> graphs() throws IOException {
        return files(node -> node.has("opset"));
    }

    static Stream<String> archives() throws IOException {
        return files(node -> node.has("entries"));
    }

    @ParameterizedTest
    @MethodSource("safetensors")
    void metadataIsTheirs(String name) throws IOException {
        Map<String, String> metadata = new TreeMap<>();
        expected(name).get("metadata").properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        Map<String, String> found = new TreeMap<>();
        inspect(name).metadata().fields().forEach((key, value) -> found.put(key, value.line()));
        assertEquals(metadata, found);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void graphsAreTheirs(String name) throws IOException {
        JsonNode expected = expected(name);
        ModelFacts facts = inspect(name);
        assertEquals(expected.get("producer").asText(), facts.framework());
        assertEquals(Fact.of(expected.get("irVersion").asLong()), facts.definition().get("irVersion"));
        assertEquals(Fact.of(expected.get("nodes").asLong()), facts.definition().get("nodes"));
        assertEquals(names(expected.get("ops")),
                ((Fact.Fields) Objects.requireNonNull(facts.definition().get("ops"))).fields().keySet());
        Map<String, Fact> opsets = new TreeMap<>();
        expected.get("opset").properties().forEach(e -> opsets.put(e.getKey(), Fact.of(e.getValue().asLong())));
        assertEquals(opsets, new TreeMap<>(
                ((Fact.Fields) Objects.requireNonNull(facts.definition().get("opset"))).fields()));
        assertEquals(names(expected.get("inputs")), named(facts.signature().inputs()));
        assertEquals(names(expected.get("outputs")), named(facts.signature().outputs()));
        Map<String, String> weights = new TreeMap<>();
        expected.get("initializers").properties().forEach(e -> weights.put(e.getKey(), e.getValue().toString()));
        Map<String, String> found = new TreeMap<>();
        facts.parameters().tensors().forEach(t -> found.put(t.name(), t.shape().toString().replace(" ", "")));
        assertEquals(weights, found);
    }

    @ParameterizedTest
    @MethodSource("archives")
    void zipsAreLookedInto(String name) throws IOException {
        JsonNode expected = expected(name);
        if (expected.get("zip").asBoolean()) {
            TreeSet<String> found = new TreeSet<>();
            try (Blob blob = Blob.open(MODELS.resolve(name))) {
                ZipParts.of(blob).entries().forEach(entry -> found.add(entry.name()));
            }
            assertEquals(names(expected.get("entries")), found);
        }
    }

    private static TreeSet<String> names(JsonNode list) {
        TreeSet<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static TreeSet<String> named(List<Signature.Port> ports) {
        return new TreeSet<>(ports.stream().map(Signature.Port::name).toList());
    }

    /// What wrote each file and the class it holds (the corpus' README), the numbers of weights that its architecture
    /// has, and the verdict its imports deserve; `-` where a file says nothing of it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UNSAFE_harmless_os_system.pkl|-|-|-1|dangerous-imports",
        "cloudpickle_lambda.pkl|-|-|-1|dangerous-imports",
        "conv.safetensors|PyTorch|-|347|none",
        "dtypes.safetensors|-|-|15|none",
        "conv_external.onnx|pytorch 2.13.0|-|314|none",
        "mlp_dynamo.onnx|pytorch 2.13.0+cpu|-|178|none",
        "sklearn_pipeline.onnx|skl2onnx 1.21.0|-|0|none",
        "keras_arch.json|Keras|Sequential|-1|known-constructors",
        "keras_legacy.h5|Keras 3.15.1|Sequential|-|known-constructors",
        "keras_mlp.keras|Keras 3.15.1|Sequential|-|known-constructors",
        "lightgbm.txt|LightGBM|gradient boosted trees|-|none",
        "lightgbm.json|LightGBM|gradient boosted trees|-|none",
        "mlp.tflite|-|-|-|none",
        "sklearn_pipeline_proto0.pkl|-|sklearn.pipeline.Pipeline|-|known-constructors",
        "sklearn_pipeline_proto1.pkl|-|sklearn.pipeline.Pipeline|-|known-constructors",
        "sklearn_pipeline_proto2.pkl|-|sklearn.pipeline.Pipeline|-|known-constructors",
        "sklearn_pipeline_proto3.pkl|-|sklearn.pipeline.Pipeline|-|known-constructors",
        "sklearn_pipeline_proto4.pkl|-|sklearn.pipeline.Pipeline|-|known-constructors",
        "sklearn_pipeline_proto5.pkl|-|sklearn.pipeline.Pipeline|-|known-constructors",
        "sklearn_rf.joblib|-|sklearn.ensemble._forest.RandomForestClassifier|-|known-constructors",
        "sklearn_rf_lz4.joblib|-|sklearn.ensemble._forest.RandomForestClassifier|-|known-constructors",
        "sklearn_rf_zlib.joblib|-|sklearn.ensemble._forest.RandomForestClassifier|-|known-constructors",
        "tf_ckpt|-|-|-|none",
        "tf_savedmodel|-|-|-|none",
        "torch_checkpoint.ckpt|PyTorch|-|347|known-constructors",
        "torch_export.pt2|PyTorch|-|178|known-constructors",
        "torch_legacy_nonzip.pth|PyTorch|-|178|known-constructors",
        "torch_state_dict.pt|PyTorch|-|178|known-constructors",
        "torch_whole_module.pth|PyTorch|torch.nn.modules.container.Sequential|178|known-constructors",
        "torchscript_conv.pt|PyTorch|-|347|unknown-imports",
        "torchscript_mlp.pt|PyTorch|-|178|unknown-imports"})
    void whatWroteItAndWhatItWouldRunAreSaid(String name, String framework, String type, String count, String verdict)
            throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(MODELS), "no corpus beside the project");
        ModelFacts facts = inspect(name);
        String said = name + "|" + (framework.equals("-") ? "-" : facts.framework()) + "|"
                + (type.equals("-") ? "-" : Objects.requireNonNull(facts.definition().get("class")).line()) + "|"
                + (count.equals("-") ? "-" : facts.parameters().count()) + "|" + facts.execution().id();
        assertEquals(String.join("|", name, framework, type, count, verdict), said);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("earlyPickles")
    void importsAreThoseOfASimpleScanWhereThatScanIsRight(String name) throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        expected(name).get("importsBySimpleScan").forEach(node -> expected.add(node.asText()));
        TreeSet<String> found = new TreeSet<>();
        inspect(name).imports().forEach(code -> found.add(code.name()));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @MethodSource("pickles")
    void everyInstructionIsFollowed(String name) throws IOException {
        assertEquals(Fact.of(expected(name).get("opcodes").asLong()), inspect(name).metadata().get("instructions"));
    }

    @ParameterizedTest
    @MethodSource("named")
    void nothingCalmIsSaidOfWhatIsNoModel(String name) throws IOException {
        expected(name);
        ModelFacts facts = inspect(name);
        assertTrue(facts.recognised() || !facts.execution().calm());
    }
}
