package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Imported registries show what MLflow's own client counted in them.
class CorpusRegistryTest {

    @TempDir
    private Path folder;

    static Stream<Path> samples() {
        return Stream.of(House.SAMPLE, Path.of("..", "shared", "corpus", "mlflow-folder"),
                Path.of("..", "shared", "corpus", "mlflow-sqlite"), Path.of("..", "shared", "corpus", "sample-source"))
                .filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void versionsStagesAndAliasesAreThoseOfMlflow(Path sample) throws IOException {
        JsonNode expected = new JsonMapper().readTree(sample.resolve("expected.json").toFile());
        Map<String, Integer> stages = new TreeMap<>();
        Map<String, Integer> aliases = new TreeMap<>();
        int versions = 0;
        try (House house = new House(folder).importing(sample)) {
            for (ModelCard model : house.registry.models()) {
                for (VersionCard version : model.live()) {
                    versions++;
                    stages.merge(version.stage(), 1, Integer::sum);
                }
                model.aliases().forEach((alias, version) -> aliases.put(model.name() + "@" + alias, version));
            }
            assertEquals(expected.get("registeredModels").asInt(), house.registry.models().size());
        }
        assertEquals(expected.get("modelVersions").asInt(), versions);
        assertEquals(map(expected.get("stages")), stages);
        assertEquals(map(expected.get("aliases")), aliases);
    }

    private static Map<String, Integer> map(JsonNode node) {
        Map<String, Integer> map = new TreeMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asInt()));
        return map;
    }
}
