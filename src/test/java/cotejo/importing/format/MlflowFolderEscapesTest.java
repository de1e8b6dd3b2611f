package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.importing.RecordingSink;
import cotejo.model.Problem;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses that climb out of a store, and links that lead in a circle: one problem each, with its file, and the rest
/// is imported.
class MlflowFolderEscapesTest {

    private static final String RUN = SmallStore.RUN;

    @TempDir
    private Path temp;
    private SmallStore store;

    @BeforeEach
    void makeStore() throws IOException {
        store = SmallStore.withTwoRuns(temp.resolve("mlruns"));
    }

    private Problem only(String file, String word) throws IOException {
        RecordingSink sink = store.read();
        assertEquals(1, sink.problems.size(), sink.problems.toString());
        Problem problem = sink.problems.getFirst();
        assertTrue(problem.file().endsWith(file), problem.toString());
        assertTrue(problem.message().contains(word), problem.toString());
        assertEquals(2, sink.runs.size());
        return problem;
    }

    private void address(String uri) throws IOException {
        store.write("7/" + RUN + "/meta.yaml", "run_id: " + RUN + "\nexperiment_id: '7'\nstatus: 3\nartifact_uri: '"
                + uri + "'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../..", "../../../etc", "file:///../../etc/passwd", "/srv/../../../etc",
            "file:///data/%2e%2e/%2e%2e/etc", "mlflow-artifacts:/../../secret", "..\\..\\Windows",
            "./mlruns/../../../x",
            "file:///../../etc/7/" + RUN + "/artifacts", "./../a/../../../7/" + RUN + "/artifacts"})
    void anArtifactAddressThatClimbsOutIsTold(String uri) throws IOException {
        address(uri);
        Problem problem = only("7/" + RUN + "/meta.yaml", "climbs");
        assertTrue(problem.message().contains(uri), problem.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"./mlruns/7/" + RUN + "/artifacts", "../mlruns/7/" + RUN + "/artifacts",
            "../../mlruns/7/" + RUN + "/artifacts", "/home/me/code/../mlruns/7/" + RUN + "/artifacts",
            "s3://bucket/../7", "file:///data/a..b/7/" + RUN + "/artifacts", ""})
    void ordinaryAddressesAreNotTold(String uri) throws IOException {
        address(uri);
        assertEquals(List.of(), store.read().problems);
    }

    @Test
    void aLoggedModelsAddressThatClimbsOutIsTold() throws IOException {
        store.write("7/models/m-1/meta.yaml",
                "model_id: m-1\nexperiment_id: '7'\nname: net\nartifact_location: ../../../../etc\n");
        only("7/models/m-1/meta.yaml", "climbs");
    }

    @Test
    void inADatabaseTheRunIsNamed() throws Exception {
        Path file = MlflowDatabase.write(temp.resolve("mlflow.db"), MlflowDatabase.run(MlflowDatabase.RUN),
                MlflowDatabase.run(MlflowDatabase.OTHER_RUN),
                "UPDATE runs SET artifact_uri='../../../etc' WHERE run_uuid='" + MlflowDatabase.RUN + "'");
        SqliteSink sink = new SqliteSink();
        new MlflowSqlite().read(file, sink, Cancel.never());
        assertEquals(1, sink.problems.size(), sink.problems.toString());
        String sentence = sink.problems.getFirst().message();
        assertTrue(sentence.contains(MlflowDatabase.RUN) && sentence.contains("climbs"), sentence);
        assertEquals(2, sink.runs.size());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aCircleAmongArtifactsBesideADatabaseIsTold() throws Exception {
        Path file = MlflowDatabase.write(temp.resolve("mlflow.db"), MlflowDatabase.run(MlflowDatabase.RUN));
        Path artifacts = Files.createDirectories(temp.resolve("artifacts/1/" + MlflowDatabase.RUN + "/artifacts"));
        Files.writeString(artifacts.resolve("model.txt"), "x");
        Files.createSymbolicLink(artifacts.resolve("up"), artifacts.getParent());
        SqliteSink sink = new SqliteSink();
        new MlflowSqlite().read(file, sink, Cancel.never());
        assertEquals(1, sink.problems.size(), sink.problems.toString());
        assertTrue(sink.problems.getFirst().file().endsWith("up"), sink.problems.toString());
        assertTrue(sink.problems.getFirst().message().contains("circle"), sink.problems.toString());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void manyCirclesAreToldAsOne() throws IOException {
        Path folder = Files.createDirectories(store.root.resolve("7/" + RUN + "/artifacts/model"));
        for (int i = 0; i < 200; i++) {
            Files.createSymbolicLink(folder.resolve("up" + i), folder);
        }
        RecordingSink sink = store.read();
        assertEquals(1, sink.problems.size(), sink.problems.toString());
        assertTrue(sink.problems.getFirst().message().contains("circle"), sink.problems.toString());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aCircleInAnExperimentIsTold() throws IOException {
        Files.createSymbolicLink(store.root.resolve("7/again"), store.root.resolve("7"));
        only("7/again", "circle");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aCircleAmongExperimentsIsTold() throws IOException {
        Files.createSymbolicLink(store.root.resolve("8"), store.root);
        only("mlruns/8", "circle");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aLinkToItselfIsTold() throws IOException {
        Files.createSymbolicLink(store.root.resolve("7/self"), store.root.resolve("7/self"));
        only("7/self", "circle");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aCircleAmongArtifactsIsTold() throws IOException {
        Path model = Files.createDirectories(store.root.resolve("7/" + RUN + "/artifacts/model"));
        Files.writeString(model.resolve("MLmodel"), "x");
        Files.createSymbolicLink(model.resolve("up"), model.getParent());
        Files.createSymbolicLink(model.resolve("self"), model.resolve("self"));
        RecordingSink sink = store.read();
        assertEquals(1, sink.problems.size(), sink.problems.toString());
        assertTrue(sink.problems.getFirst().file().startsWith(model.toString()), sink.problems.toString());
        assertTrue(sink.problems.getFirst().message().contains("circle"), sink.problems.toString());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aCircleAmongMetricsIsTold() throws IOException {
        Files.createDirectories(store.root.resolve("7/" + RUN + "/metrics"));
        Files.createSymbolicLink(store.root.resolve("7/" + RUN + "/metrics/up"), store.root.resolve("7/" + RUN));
        only("metrics/up", "circle");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aLinkToWhatLiesBesideIsNoCircle() throws IOException {
        Files.createSymbolicLink(store.root.resolve("7/copy"), store.root.resolve("7/" + SmallStore.OTHER));
        assertEquals(List.of(), store.read().problems);
    }
}
