package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.importing.ImportedExperiment;
import cotejo.importing.ImportedRun;
import cotejo.importing.RecordingSink;
import cotejo.importing.RecordingSink.Point;
import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Lifecycle;
import cotejo.model.LoggedModel;
import cotejo.model.RegisteredModel;
import cotejo.model.RunStatus;
import cotejo.model.Stage;
import cotejo.work.Cancel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What real stores hold, one thing each.
class MlflowFolderTest {

    private static final String RUN = SmallStore.RUN;

    @TempDir
    private Path temp;
    private SmallStore store;

    @BeforeEach
    void makeStore() throws IOException {
        store = SmallStore.withTwoRuns(temp.resolve("mlruns"));
    }

    private static RecordingSink.Stored run(RecordingSink sink) {
        return Objects.requireNonNull(sink.runs.get(RUN));
    }

    private static ImportedExperiment experiment(RecordingSink sink, String id) {
        return Objects.requireNonNull(sink.experiments.get(id));
    }

    private RecordingSink readCleanly() throws IOException {
        RecordingSink sink = store.read();
        assertEquals(List.of(), sink.problems);
        return sink;
    }

    private List<Point> points(String lines) throws IOException {
        store.metric("7", RUN, "m", lines);
        return run(readCleanly()).of("m");
    }

    @Test
    void aRunsFieldsAreRead() throws IOException {
        ImportedRun run = run(readCleanly()).run();
        assertEquals("7", run.experimentId());
        assertEquals("run 0", run.name());
        assertEquals(RunStatus.FINISHED, run.status());
        assertEquals(Lifecycle.ACTIVE, run.lifecycle());
        assertEquals(1500000000000L, run.start());
        assertEquals(1500000009000L, run.end());
        assertEquals("me", run.user());
        assertEquals("file:///x/7/" + RUN + "/artifacts", run.artifactUri());
    }

    @ParameterizedTest
    @CsvSource({"1,RUNNING", "2,SCHEDULED", "3,FINISHED", "4,FAILED", "5,KILLED", "FINISHED,FINISHED",
            "failed,FAILED", "'''3''',FINISHED", "Dancing,UNKNOWN", "null,RUNNING"})
    void theStatusIsANumberOrAWord(String written, RunStatus status) throws IOException {
        store.run("7", RUN, "status: " + written + "\n");
        assertEquals(status, run(readCleanly()).run().status());
    }

    @Test
    void anOldRunIsNamedByOlderFieldsAndTags() throws IOException {
        store.write("7/" + RUN + "/meta.yaml", "run_uuid: " + RUN + "\nexperiment_id: 7\nname: ''\nstatus: 3\n"
                + "source_type: 4\nend_time: null\n");
        store.write("7/" + RUN + "/tags/mlflow.runName", "by tag");
        store.write("7/" + RUN + "/tags/mlflow.user", "someone");
        ImportedRun run = run(readCleanly()).run();
        assertEquals("by tag", run.name());
        assertEquals("someone", run.user());
        assertEquals(0, run.end());
    }

    @Test
    void aNestedRunKnowsItsParent() throws IOException {
        store.write("7/" + RUN + "/tags/mlflow.parentRunId", SmallStore.OTHER);
        assertEquals(SmallStore.OTHER, run(readCleanly()).run().parentId());
    }

    @Test
    void keysWithSlashesLieInFoldersAndValuesAreKeptAsTheyAre() throws IOException {
        store.write("7/" + RUN + "/params/opt/inner/lr", "0.1");
        store.write("7/" + RUN + "/params/with blank ñ", " two\nlines\n");
        store.write("7/" + RUN + "/params/empty", "");
        store.write("7/" + RUN + "/params/.DS_Store", "litter");
        store.write("7/" + RUN + "/tags/mlflow.note.content", "# Note");
        ImportedRun run = run(readCleanly()).run();
        assertEquals(Map.of("opt/inner/lr", "0.1", "with blank ñ", " two\nlines\n", "empty", ""), run.params());
        assertEquals(Map.of("mlflow.note.content", "# Note"), run.tags());
    }

    @Test
    void metricFilesInFoldersHaveKeysWithSlashes() throws IOException {
        store.metric("7", RUN, "val/top 5/acc", "1500000000000 0.5 3\n");
        assertEquals(List.of(new Point(3, 1500000000000L, 0.5)), run(readCleanly()).of("val/top 5/acc"));
    }

    @Test
    void metricLinesHaveTwoToManyFields() throws IOException {
        assertEquals(List.of(new Point(0, 1500000000000L, 0.25), new Point(-3, 1500000000001L, 0.5),
                new Point(4, 1500000000002L, 1e-5), new Point(5, 1500000000003L, 2), new Point(6, 1500000000004L, 3)),
                points("1500000000000 0.25\n1500000000001 0.5 -3\n1500000000002 1e-05 4 data a1b2\n"
                        + "1500000000003 2 5 my data set a1b2\r\n1500000000004 3 6 extra\n"));
    }

    @Test
    void notANumberAndInfinitiesAreKept() throws IOException {
        List<Double> values = points("1500000000000 nan 0\n1500000000000 inf 1\n1500000000000 -inf 2\n"
                + "1500000000000 1.7976931348623157e+308 3\n1500000000000 -0.0 4\n").stream()
                .map(Point::value).toList();
        assertEquals(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -0.0),
                values);
    }

    @Test
    void oldTimesInSecondsBecomeMilliseconds() throws IOException {
        assertEquals(List.of(new Point(0, 1500000000000L, 1)), points("1500000000 1.0 0\n"));
    }

    @Test
    void linesWrittenTwiceCountOnceAlsoOutOfOrder() throws IOException {
        assertEquals(List.of(new Point(5, 1500000000005L, 5), new Point(1, 1500000000001L, 1),
                new Point(1, 1500000000001L, 2), new Point(9, 1500000000009L, Double.NaN)),
                points("1500000000005 5 5\n1500000000001 1 1\n1500000000005 5.0 5\n1500000000001 2 1\n"
                        + "1500000000009 nan 9\n1500000000009 nan 9\n1500000000001 1 1\n"));
    }

    @Test
    void aTrashedExperimentAndItsRunsAreDeletedWhateverTheirFilesSay() throws IOException {
        Files.createDirectories(store.root.resolve(".trash"));
        Files.move(store.root.resolve("7"), store.root.resolve(".trash/7"));
        RecordingSink sink = readCleanly();
        assertEquals(Lifecycle.DELETED, experiment(sink, "7").lifecycle());
        assertEquals(Lifecycle.DELETED, run(sink).run().lifecycle());
    }

    @Test
    void aStoreNeedsNoExperimentZeroAndNoEmptyFolders() throws IOException {
        RecordingSink sink = readCleanly();
        assertEquals(Set.of("7"), sink.experiments.keySet());
        assertEquals(2, sink.runs.size());
        assertEquals(Map.of(), run(sink).run().params());
    }

    @Test
    void longExperimentIdsStayText() throws IOException {
        store.experiment("997947740581232310", "long");
        assertEquals("long", experiment(readCleanly(), "997947740581232310").name());
    }

    @Test
    void anExperimentWithoutMetaIsNamedByItsFolder() throws IOException {
        Files.delete(store.root.resolve("7/meta.yaml"));
        RecordingSink sink = store.read();
        assertEquals("7", experiment(sink, "7").name());
        assertEquals(2, sink.runs.size());
        assertEquals(1, sink.problems.size());
        assertTrue(sink.problems.getFirst().file().endsWith("7/meta.yaml"));
    }

    @Test
    void aRunWithoutMetaIsImportedWithWhatIsKnown() throws IOException {
        Files.delete(store.root.resolve("7/" + RUN + "/meta.yaml"));
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\n");
        RecordingSink sink = store.read();
        assertEquals(RunStatus.UNKNOWN, run(sink).run().status());
        assertEquals(1, run(sink).of("loss").size());
        assertEquals(1, sink.problems.size());
        assertTrue(sink.problems.getFirst().file().endsWith(RUN + "/meta.yaml"));
    }

    @Test
    void aFolderWithArtifactsOnlyIsNoRun() throws IOException {
        store.write("7/11111111111111111111111111111111/artifacts/model.bin", "x");
        assertEquals(2, readCleanly().runs.size());
    }

    @Test
    void artifactsBesideTheRunAreCounted() throws IOException {
        store.write("7/" + RUN + "/artifacts/a.txt", "x");
        store.write("7/" + RUN + "/artifacts/deep/er/b.txt", "x");
        assertEquals(2, run(readCleanly()).run().artifacts());
    }

    @Test
    void aDigestThatLooksLikeANumberStaysText() throws IOException {
        store.write("7/datasets/d1/meta.yaml", "digest: 12e45678\nname: 0o17\nprofile: '{}'\nschema: '[1]'\n"
                + "source: '{\"uri\": \"x\"}'\nsource_type: local\n");
        store.write("7/" + RUN + "/inputs/i1/meta.yaml", "destination_id: d1\ndestination_type: RUN\nsource_id: d1\n"
                + "source_type: DATASET\ntags:\n  mlflow.data.context: training\n");
        store.write("7/" + RUN + "/inputs/i2/meta.yaml", "source_id: m-1\nsource_type: MODEL\ntags: {}\n");
        DatasetRef dataset = new DatasetRef("0o17", "12e45678", "local", "{\"uri\": \"x\"}", "[1]", "{}");
        assertEquals(List.of(new DatasetUse(dataset, "training")), run(readCleanly()).run().datasets());
    }

    @Test
    void aLoggedModelHasParamsTagsAndMetricsWithDatasets() throws IOException {
        store.write("7/models/m-1/meta.yaml", "model_id: m-1\nexperiment_id: '7'\nname: net\nmodel_type: null\n"
                + "artifact_location: file:///x\ncreation_timestamp: 1500000000000\nstatus: 2\nsource_run_id: " + RUN
                + "\nlifecycle_stage: deleted\n");
        store.write("7/models/m-1/params/depth", "3");
        store.write("7/models/m-1/tags/k", "v");
        store.write("7/models/m-1/metrics/acc", "1500000000000 0.5 2 " + RUN + "\n1500000000000 0.75 2 " + RUN
                + " my data set a1b2\n");
        LoggedModel model = Objects.requireNonNull(readCleanly().loggedModels.get("m-1"));
        assertEquals("READY", model.status());
        assertEquals(Lifecycle.DELETED, model.lifecycle());
        assertEquals("", model.modelType());
        assertEquals(RUN, model.runId());
        assertEquals(Map.of("depth", "3"), model.params());
        assertEquals(List.of(new LoggedModel.Metric("acc", 0.5, 1500000000000L, 2, RUN, "", ""),
                new LoggedModel.Metric("acc", 0.75, 1500000000000L, 2, RUN, "my data set", "a1b2")), model.metrics());
    }

    @Test
    void aRegisteredModelsAliasesAreThoseOfItsFolderAndDeletedVersionsAreHidden() throws IOException {
        store.write("models/net/meta.yaml", "name: net\ndescription: d\ncreation_timestamp: 1\n"
                + "aliases:\n  stale: '1'\n");
        store.write("models/net/aliases/champion", "2");
        store.write("models/net/aliases/gone", "3");
        store.write("models/net/tags/task", "t");
        store.write("models/net/version-1/meta.yaml", "name: net\nversion: 1\ncurrent_stage: production\n");
        store.write("models/net/version-2/meta.yaml", "version: 2\ncurrent_stage: None\nrun_id: " + RUN + "\n");
        store.write("models/net/version-3/meta.yaml", "version: 3\ncurrent_stage: Deleted_Internal\n");
        store.write("models/net/version-10/meta.yaml", "version: 10\ncurrent_stage: Archived\nstatus: READY\n");
        RegisteredModel model = Objects.requireNonNull(readCleanly().registeredModels.get("net"));
        assertEquals(Map.of("champion", 2), model.aliases());
        assertEquals(Map.of("task", "t"), model.tags());
        assertEquals(List.of(1, 2, 10), model.versions().stream().map(version -> version.version()).toList());
        assertEquals(List.of(Stage.PRODUCTION, Stage.NONE, Stage.ARCHIVED),
                model.versions().stream().map(version -> version.stage()).toList());
    }

    @Test
    void anExperimentDroppedAloneIsRead() throws IOException {
        Path renamed = Files.move(store.root.resolve("7"), temp.resolve("a copy"));
        RecordingSink sink = new RecordingSink();
        new MlflowFolder().read(renamed, sink, Cancel.never());
        assertEquals("first", experiment(sink, "7").name());
        assertEquals(2, sink.runs.size());
        assertEquals(List.of(), sink.problems);
    }

    @Test
    void aRunDroppedAloneIsReadWithTheExperimentAroundIt() throws IOException {
        RecordingSink sink = new RecordingSink();
        new MlflowFolder().read(store.root.resolve("7/" + RUN), sink, Cancel.never());
        assertEquals("first", experiment(sink, "7").name());
        assertEquals(Set.of(RUN), sink.runs.keySet());
    }

    @Test
    void aStoreInAZipFileIsRead() throws IOException {
        Path zip = temp.resolve("store.zip");
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"));
                Stream<Path> all = Files.walk(store.root)) {
            for (Path path : all.sorted().toList()) {
                Path target = files.getPath("/store/" + store.root.relativize(path));
                Files.createDirectories(target.getParent());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            RecordingSink sink = new RecordingSink();
            new MlflowFolder().read(files.getPath("/store"), sink, Cancel.never());
            assertEquals(Set.of("7"), sink.experiments.keySet());
            assertEquals(2, sink.runs.size());
            assertEquals(1, sink.points());
            sink.forgetCalls();
            new MlflowFolder().read(files.getPath("/store"), sink, Cancel.never());
            assertEquals(2, sink.unchanged.size());
        }
    }
}
