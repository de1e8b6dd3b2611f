package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.work.Cancel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models that `made/make.py` wrote with the formats' own libraries: what is read of them equals what those libraries
/// say in `made/expected.json`.
class MadeModelsTest {

    private static Path made() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(MadeModelsTest.class.getResource("/cotejo/preview/made")).toURI());
    }

    private static JsonNode expected() throws IOException, URISyntaxException {
        return new JsonMapper().readTree(made().resolve("expected.json").toFile());
    }

    static Stream<String> names() throws IOException, URISyntaxException {
        List<String> names = new ArrayList<>();
        expected().fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsReadIsWhatTheLibrarySays(String name) throws IOException, URISyntaxException {
        JsonNode expected = expected().get(name);
        ModelFacts facts = ModelFiles.inspect(made().resolve(name), Cancel.never());
        assertEquals(List.of(), facts.problems());
        Map<String, String> said = new TreeMap<>();
        Map<String, String> read = new TreeMap<>();
        expected.properties().forEach(entry -> {
            said.put(entry.getKey(), entry.getValue().isTextual() ? entry.getValue().asText()
                    : entry.getValue().isObject() ? sorted(entry.getValue()) : entry.getValue().toString());
            read.put(entry.getKey(), switch (entry.getKey()) {
                case "format" -> facts.format();
                case "framework" -> facts.framework();
                case "execution" -> facts.execution().id();
                case "count" -> Long.toString(facts.parameters().count());
                case "inputs" -> "[\"" + String.join("\",\"", facts.signature().inputs().stream()
                        .map(Signature.Port::name).toList()) + "\"]";
                case "tensors" -> tensors(facts);
                case String key -> Objects.requireNonNull(facts.definition().get(key), key).line();
            });
        });
        assertEquals(said, read);
    }

    private static String sorted(JsonNode tensors) {
        Map<String, String> sorted = new TreeMap<>();
        tensors.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue().toString()));
        return sorted.toString();
    }

    private static String tensors(ModelFacts facts) {
        Map<String, String> sorted = new TreeMap<>();
        facts.parameters().tensors().forEach(tensor -> sorted.put(tensor.name(), "[\"" + tensor.dtype() + "\","
                + tensor.shape().toString().replace(" ", "") + "," + tensor.bytes() + "]"));
        return sorted.toString();
    }

    @Test
    void weightsThatAreCutOffAreMissed(@TempDir Path folder) throws IOException, URISyntaxException {
        byte[] whole = Files.readAllBytes(made().resolve("blocks.gguf"));
        Path cut = Files.write(folder.resolve("cut.gguf"), java.util.Arrays.copyOf(whole, whole.length - 40));
        assertEquals(Execution.NOT_FULLY_PARSED, ModelFiles.inspect(cut, Cancel.never()).execution());
    }

    @ParameterizedTest
    @MethodSource("names")
    void lookingAtAFileLeavesItAndItsFolderAsTheyWere(String name, @TempDir Path folder)
            throws IOException, URISyntaxException {
        byte[] before = Files.readAllBytes(made().resolve(name));
        Path file = Files.write(folder.resolve(name), before);
        var written = Files.getLastModifiedTime(file);
        Previewers.of(file, Cancel.never());
        ModelFiles.inspect(file, Cancel.never());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(written, Files.getLastModifiedTime(file));
        try (Stream<Path> there = Files.list(folder)) {
            assertEquals(List.of(file), there.toList());
        }
    }

    /// The files of a bundle as MLeap's `bundle-ml` writes them into a folder (`dsl/Bundle.scala`).
    @Test
    void anUnpackedMleapBundleIsOne(@TempDir Path folder) throws IOException {
        Path scaler = Files.createDirectories(folder.resolve("root/scale.node"));
        Files.writeString(folder.resolve("bundle.json"), """
                {"uid": "u", "name": "pipe", "format": "ml.combust.mleap.json", "version": "0.23.0"}""");
        Files.writeString(folder.resolve("root/model.json"), """
                {"op": "pipeline", "attributes": {"nodes": {"type": "list", "string": ["scale"]}}}""");
        Files.writeString(folder.resolve("root/node.json"), """
                {"name": "pipe", "shape": {"inputs": [{"name": "x", "port": "input"}],
                 "outputs": [{"name": "z", "port": "output"}]}}""");
        Files.writeString(scaler.resolve("model.json"), "{\"op\": \"standard_scaler\", \"attributes\": {}}");
        Files.writeString(scaler.resolve("node.json"), "{\"name\": \"scale\", \"shape\": {}}");
        ModelFacts facts = ModelFiles.inspect(folder, Cancel.never());
        assertEquals(List.of("mleap", "MLeap 0.23.0", "none"),
                List.of(facts.format(), facts.framework(), facts.execution().id()));
        assertEquals(List.of(), facts.problems());
        assertEquals(Fact.of("pipeline"), facts.definition().get("class"));
        assertEquals(Fact.texts(List.of("pipeline", "scale.node: standard_scaler")), facts.definition().get("ops"));
        assertEquals("x", facts.signature().inputs().getFirst().name());
    }
}
