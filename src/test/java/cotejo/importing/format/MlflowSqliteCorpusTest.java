package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cotejo.importing.Claim;
import cotejo.model.Lifecycle;
import cotejo.model.RegisteredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The database that MLflow's own client wrote, with what its own client counted in it.
class MlflowSqliteCorpusTest {

    private static final Path FOLDER = Path.of("..", "shared", "corpus", "mlflow-sqlite");
    private static final Path FILE = FOLDER.resolve("mlflow.db");

    @BeforeEach
    void corpusIsThere() {
        assumeTrue(Files.exists(FILE));
    }

    @Test
    void isClaimedForCertain() throws IOException {
        Claim claim = new MlflowSqlite().claim(FILE);
        assertEquals(Claim.Strength.CERTAIN, claim.strength());
        assertTrue(claim.evidence().contains("534353b11cbc"), claim.evidence());
    }

    @Test
    void holdsWhatMlflowsClientCounts() throws IOException {
        JsonNode expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
        SqliteSink sink = MlflowDatabase.read(FILE);
        Map<String, Long> got = new TreeMap<>();
        got.put("experiments", (long) sink.experiments.size());
        got.put("experimentsDeleted", sink.experiments.values().stream()
                .filter(one -> one.lifecycle() == Lifecycle.DELETED).count());
        got.put("runs", (long) sink.runs.size());
        got.put("runsDeleted", sink.runs.values().stream().filter(one -> one.lifecycle() == Lifecycle.DELETED).count());
        got.put("nestedRuns", sink.runs.values().stream().filter(one -> !one.parentId().isEmpty()).count());
        got.put("params", sink.runs.values().stream().mapToLong(one -> one.params().size()).sum());
        got.put("tags", sink.runs.values().stream().mapToLong(one -> one.tags().size()).sum());
        got.put("metricPoints", sink.allPoints());
        got.put("metricKeys", sink.points.values().stream().flatMap(all -> all.stream())
                .map(SqliteSink.Point::key).distinct().count());
        got.put("datasets", sink.runs.values().stream().flatMap(one -> one.datasets().stream())
                .map(use -> use.dataset().name() + use.dataset().digest()).distinct().count());
        got.put("registeredModels", (long) sink.registeredModels.size());
        got.put("modelVersions", sink.registeredModels.values().stream().mapToLong(one -> one.versions().size()).sum());
        got.put("loggedModels", (long) sink.loggedModels.size());
        Map<String, Long> wanted = new TreeMap<>();
        got.keySet().forEach(key -> wanted.put(key, expected.get(key).asLong()));
        assertEquals(wanted, got);
        assertEquals(expected.get("runs").asLong(), sink.expected);
        assertEquals(List.of(), sink.problems);
    }

    @Test
    void holdsTheSameStatusStagesAliasesAndRunsOfEachExperiment() throws IOException {
        JsonNode expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
        SqliteSink sink = MlflowDatabase.read(FILE);
        assertEquals(counts(expected.get("status")), sink.runs.values().stream()
                .collect(Collectors.groupingBy(run -> run.status().name(), TreeMap::new, Collectors.counting())));
        assertEquals(counts(expected.get("stages")), sink.registeredModels.values().stream()
                .flatMap(model -> model.versions().stream())
                .collect(Collectors.groupingBy(one -> one.stage().canonical(), TreeMap::new, Collectors.counting())));
        Map<String, Long> aliases = new TreeMap<>();
        for (RegisteredModel model : sink.registeredModels.values()) {
            model.aliases().forEach((alias, version) -> aliases.put(model.name() + "@" + alias, (long) version));
        }
        assertEquals(counts(expected.get("aliases")), aliases);
        Map<String, Long> runs = new TreeMap<>();
        sink.experiments.values().forEach(one -> runs.put(one.name(), sink.runs.values().stream()
                .filter(run -> run.experimentId().equals(one.id())).count()));
        assertEquals(counts(expected.get("experimentRuns")), runs);
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> found = new TreeMap<>();
        node.properties().forEach(entry -> found.put(entry.getKey(), entry.getValue().asLong()));
        return found;
    }

    @Test
    void findsNanInfinitiesDatasetsAndArtifactsBesideIt() throws IOException {
        SqliteSink sink = MlflowDatabase.read(FILE);
        assertTrue(sink.points.values().stream().flatMap(all -> all.stream())
                .anyMatch(one -> Double.isNaN(one.value())));
        assertTrue(sink.points.values().stream().flatMap(all -> all.stream())
                .anyMatch(one -> Double.isInfinite(one.value())));
        assertTrue(sink.runs.values().stream().flatMap(run -> run.datasets().stream())
                .anyMatch(use -> use.context().equals("training")
                        && use.dataset().schema().contains("mlflow_colspec")));
        // Counted in the corpus by hand: estimator.html and metric_info.json.
        assertEquals(2, sink.run("24c30b390edd4037915b18c8b293adc2").artifacts());
    }

    @Test
    void keepsLoggedModelsAndWhereVersionsCameFrom() throws IOException {
        SqliteSink sink = MlflowDatabase.read(FILE);
        assertEquals("READY", sink.loggedModel("m-e1c58218be2b49c0ac4defcad17dfb65").status());
        assertEquals(36, sink.loggedModels.values().stream().mapToInt(model -> model.metrics().size()).sum());
        assertEquals(40, sink.loggedModels.values().stream().mapToInt(model -> model.params().size()).sum());
        assertEquals("m-e1c58218be2b49c0ac4defcad17dfb65",
                sink.registeredModel("wine-classifier").versions().getFirst().modelId());
    }

    @Test
    void readingChangesNothing() throws IOException {
        Map<String, String> before = MlflowDatabase.snapshot(FOLDER);
        new MlflowSqlite().claim(FILE);
        MlflowDatabase.read(FILE);
        assertEquals(before, MlflowDatabase.snapshot(FOLDER));
    }

    @Test
    void readingTwiceFindsAllUnchanged() throws IOException {
        SqliteSink sink = MlflowDatabase.read(FILE);
        MlflowDatabase.readAgain(FILE, sink);
        assertEquals(43, sink.calls.size());
        assertTrue(sink.calls.stream().allMatch(call -> call.startsWith("unchanged ")), sink.calls.toString());
    }
}
