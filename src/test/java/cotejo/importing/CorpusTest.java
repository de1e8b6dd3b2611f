package cotejo.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.Workbench;
import cotejo.model.Experiment;
import cotejo.model.RegisteredModel;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of every importer, on every sample: what MLflow's own client counted is what the workspace holds,
/// importing again adds nothing, and the source is as it was.
class CorpusTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    static Stream<Path> samples() {
        return Stream.of(Path.of("sample-data", "digits-and-more"), Path.of("..", "shared", "corpus", "mlflow-folder"),
                Path.of("..", "shared", "corpus", "mlflow-sqlite"), Path.of("..", "shared", "corpus", "sample-source"))
                .filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countsAreThoseOfMlflowsOwnClient(Path sample) throws IOException {
        JsonNode expected = JSON.readTree(sample.resolve("expected.json").toFile());
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder), "test", Tasks.inline())) {
            Workspace workspace = bench.workspace();
            ImportReport report = importOnly(workspace, sample);
            JsonNode told = JSON.valueToTree(report);
            for (String key : List.of("experiments", "experimentsDeleted", "runs", "runsDeleted", "nestedRuns",
                    "params",
                    "metricPoints", "tags", "datasets", "metricKeys", "registeredModels", "modelVersions",
                    "loggedModels")) {
                assertEquals(expected.get(key).asLong(), told.get(key).asLong(), key + " of " + sample);
            }
            assertEquals(List.of(), report.problems());
            assertEquals(report.runs(), report.runsAdded());
            assertEquals(expected.get("status"), statuses(workspace));
            assertEquals(expected.get("experimentRuns"), runsByExperiment(workspace));
            Source source = workspace.sources().all().getFirst();
            List<RegisteredModel> models = workspace.registry().registered(source.key());
            assertEquals(expected.get("stages"), stages(models));
            assertEquals(expected.get("aliases"), aliases(models));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void importingTwiceAddsNothingAndLeavesTheSourceAsItWas(Path sample) throws IOException {
        Map<String, FileTime> before = times(sample);
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder), "test", Tasks.inline())) {
            ImportReport first = importOnly(bench.workspace(), sample);
            ImportReport second = importOnly(bench.workspace(), sample);
            assertEquals(0, second.runsAdded() + second.runsUpdated());
            assertEquals(first.runs(), second.runsUnchanged());
            assertEquals(first.metricPoints(), second.metricPoints());
            assertEquals(first.params(), second.params());
            assertEquals(first.nestedRuns(), second.nestedRuns());
            assertEquals(first.datasets(), second.datasets());
            assertEquals(first.artifacts(), second.artifacts());
            assertEquals(first.runs(), bench.workspace().catalog().fresh().size());
        }
        assertEquals(before, times(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDryRunCountsTheSameAndWritesNothing(Path sample) throws IOException {
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder), "test", Tasks.inline())) {
            Workspace workspace = bench.workspace();
            FoundStore found = workspace.recognition().look(List.of(sample), Cancel.never()).stores().getFirst();
            ImportReport dry = workspace.imports().dryRun(found, Cancel.never());
            assertTrue(workspace.sources().all().isEmpty());
            ImportReport real = workspace.imports().run(found, Progress.NONE, Cancel.never());
            assertEquals(real.metricPoints(), dry.metricPoints());
            assertEquals(real.runs(), dry.runs());
            assertEquals(real.metricKeys(), dry.metricKeys());
        }
    }

    private static ImportReport importOnly(Workspace workspace, Path sample) throws IOException {
        Looked looked = workspace.recognition().look(List.of(sample), Cancel.never());
        assertEquals(List.of(), looked.refused());
        assertEquals(1, looked.stores().size(), looked.stores().toString());
        return workspace.imports().run(looked.stores().getFirst(), Progress.NONE, Cancel.never());
    }

    private static JsonNode statuses(Workspace workspace) {
        RunFrame frame = workspace.catalog().fresh();
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < frame.size(); row++) {
            counts.merge(frame.run(row).status().name(), 1, Integer::sum);
        }
        return JSON.valueToTree(counts);
    }

    private static JsonNode runsByExperiment(Workspace workspace) {
        RunFrame frame = workspace.catalog().frame();
        Map<String, Integer> counts = new TreeMap<>();
        for (Experiment experiment : frame.experiments().values()) {
            counts.put(experiment.name(), 0);
        }
        for (int row = 0; row < frame.size(); row++) {
            counts.merge(String.valueOf(frame.experiments().get(frame.run(row).experimentKey()).name()), 1,
                    Integer::sum);
        }
        return JSON.valueToTree(counts);
    }

    private static JsonNode stages(List<RegisteredModel> models) {
        Map<String, Integer> counts = new TreeMap<>();
        models.forEach(model -> model.versions()
                .forEach(version -> counts.merge(version.stage().canonical(), 1, Integer::sum)));
        return JSON.valueToTree(counts);
    }

    private static JsonNode aliases(List<RegisteredModel> models) {
        Map<String, Integer> all = new TreeMap<>();
        models.forEach(model -> model.aliases()
                .forEach((alias, version) -> all.put(model.name() + "@" + alias, version)));
        return JSON.valueToTree(all);
    }

    private static Map<String, FileTime> times(Path root) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.forEach(file -> {
                try {
                    times.put(root.relativize(file) + " " + (Files.isRegularFile(file) ? Files.size(file) : 0),
                            Files.getLastModifiedTime(file));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        return times;
    }
}
