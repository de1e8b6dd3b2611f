package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
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
