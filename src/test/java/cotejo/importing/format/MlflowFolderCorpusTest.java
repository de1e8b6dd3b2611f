package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cotejo.importing.Claim;
import cotejo.importing.ImportedExperiment;
import cotejo.importing.ImportedRun;
import cotejo.importing.RecordingSink;
import cotejo.model.DatasetUse;
import cotejo.model.Lifecycle;
import cotejo.model.ModelVersion;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stores written by MLflow's own client, and the counts its client gives.
class MlflowFolderCorpusTest {

    private static final String SAMPLE = "sample-data/digits-and-more";
    private static final String HARD = "../shared/corpus/mlflow-folder";

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, HARD})
    void theCountsAreThoseOfMlflowsOwnClient(String store) throws Exception {
        RecordingSink sink = read(store);
        JsonNode expected = new ObjectMapper().readTree(Path.of(store, "expected.json").toFile());

        List<ImportedRun> runs = sink.runs.values().stream().map(RecordingSink.Stored::run).toList();
        assertEquals(List.of(), sink.problems);
        assertEquals(expected.get("experiments").asInt(), sink.experiments.size());
        assertEquals(expected.get("experimentsDeleted").asLong(),
                sink.experiments.values().stream().filter(e -> e.lifecycle() == Lifecycle.DELETED).count());
        assertEquals(expected.get("runs").asInt(), runs.size());
        assertEquals(expected.get("runsDeleted").asLong(),
                runs.stream().filter(run -> run.lifecycle() == Lifecycle.DELETED).count());
        assertEquals(expected.get("nestedRuns").asLong(), runs.stream().filter(r -> !r.parentId().isEmpty()).count());
        assertEquals(expected.get("params").asLong(), runs.stream().mapToLong(run -> run.params().size()).sum());
        assertEquals(expected.get("tags").asLong(), runs.stream().mapToLong(run -> run.tags().size()).sum());
        assertEquals(expected.get("metricPoints").asLong(), sink.points());
        assertEquals(expected.get("metricKeys").asLong(),
                sink.runs.values().stream().flatMap(run -> run.points().keySet().stream()).distinct().count());
        assertEquals(expected.get("datasets").asLong(), runs.stream().flatMap(run -> run.datasets().stream())
                .map(DatasetUse::dataset).map(d -> d.name() + " " + d.digest()).distinct().count());
        assertEquals(counts(expected.get("status")), counted(runs.stream().map(run -> run.status().name())));
        assertEquals(counts(expected.get("experimentRuns")), runsOfExperiments(sink));
    }

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, HARD})
    void theRegistryIsThatOfMlflowsOwnClient(String store) throws Exception {
        RecordingSink sink = read(store);
        JsonNode expected = new ObjectMapper().readTree(Path.of(store, "expected.json").toFile());

        List<ModelVersion> versions = sink.registeredModels.values().stream()
                .flatMap(model -> model.versions().stream()).toList();
        Map<String, Integer> aliases = new TreeMap<>();
        sink.registeredModels.values().forEach(model -> model.aliases()
                .forEach((alias, version) -> aliases.put(model.name() + "@" + alias, version)));
        assertEquals(expected.get("registeredModels").asInt(), sink.registeredModels.size());
        assertEquals(expected.get("modelVersions").asInt(), versions.size());
        assertEquals(counts(expected.get("stages")), counted(versions.stream().map(v -> v.stage().canonical())));
        assertEquals(counts(expected.get("aliases")), aliases);
        assertEquals(expected.get("loggedModels").asInt(), sink.loggedModels.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, HARD})
    void importingTwiceAddsNothing(String store) throws Exception {
        RecordingSink sink = read(store);
        int runs = sink.runs.size();
        sink.forgetCalls();

        new MlflowFolder().read(Path.of(store, "mlruns"), sink, Cancel.never());

        assertEquals(runs, sink.unchanged.size());
        assertEquals(List.of(), sink.replaced);
        assertEquals(List.of(), sink.extended);
        assertEquals(0, sink.pointsWritten);
    }

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, HARD})
    void theSourceIsAsItWas(String store) throws Exception {
        assumeTrue(Files.isDirectory(Path.of(store)));
        Map<String, String> before = fingerprint(Path.of(store));
        RecordingSink unused = read(store);
        assertEquals(before, fingerprint(Path.of(store)));
        assertTrue(unused.points() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, HARD})
    void theStoreIsClaimedAndWhatLiesAroundItIsNot(String store) throws Exception {
        assumeTrue(Files.isDirectory(Path.of(store)));
        MlflowFolder importer = new MlflowFolder();
        assertEquals(Claim.Strength.CERTAIN, importer.claim(Path.of(store, "mlruns")).strength());
        assertEquals(Claim.Strength.NONE, importer.claim(Path.of(store)).strength());
    }

    private static RecordingSink read(String store) throws IOException {
        assumeTrue(Files.isDirectory(Path.of(store)));
        RecordingSink sink = new RecordingSink();
        new MlflowFolder().read(Path.of(store, "mlruns"), sink, Cancel.never());
        return sink;
    }

    private static Map<String, Integer> runsOfExperiments(RecordingSink sink) {
        Map<String, Integer> counts = new TreeMap<>();
        sink.experiments.values().forEach(experiment -> counts.put(experiment.name(), 0));
        for (RecordingSink.Stored stored : sink.runs.values()) {
            ImportedExperiment experiment = sink.experiments.get(stored.run().experimentId());
            assertNotNull(experiment);
            counts.merge(experiment.name(), 1, Integer::sum);
        }
        return counts;
    }

    private static Map<String, Integer> counted(Stream<String> words) {
        Map<String, Integer> counts = new TreeMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> counts(JsonNode object) {
        Map<String, Integer> counts = new TreeMap<>();
        object.properties().forEach(field -> counts.put(field.getKey(), field.getValue().asInt()));
        return counts;
    }

    private static Map<String, String> fingerprint(Path root) throws Exception {
        Map<String, String> prints = new HashMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                String hash = Files.isRegularFile(path) ? HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path))) : "folder";
                prints.put(path.toString(), Files.getLastModifiedTime(path) + " " + hash);
            }
        }
        return prints;
    }
}
