package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command on the sample data, as the contract of the command line has it.
class CommandsTest {

    private static final Path SAMPLE = Path.of("sample-data", "digits-and-more");
    private static final String RUN = "62502278ea034711a9bbe42da82b5f52";

    @TempDir
    private static Path folder;

    private static Shell shell;
    private static JsonNode imported;
    private static JsonNode expected;

    @BeforeAll
    static void importTheSample() throws IOException {
        shell = new Shell(folder.resolve("workspace"));
        Shell.Ended ended = shell.run("import", SAMPLE.toString(), "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        imported = ended.json();
        expected = JsonMapper.builder().build().readTree(SAMPLE.resolve("expected.json").toFile());
    }

    @Test
    void importCountsWhatMlflowCounts() {
        JsonNode source = imported.get("sources").get(0);
        for (String count : List.of("experiments", "experimentsDeleted", "runs", "runsDeleted", "nestedRuns", "params",
                "metricPoints", "tags", "datasets", "metricKeys", "registeredModels", "modelVersions",
                "loggedModels")) {
            assertEquals(expected.get(count), source.get(count), count);
        }
        assertEquals("mlflow-folder", source.get("format").textValue());
        assertEquals(43, source.get("runsAdded").intValue());
    }

    @Test
    void importHasTheKeysOfTheContract() {
        assertEquals(Set.of("path", "format", "label", "experiments", "experimentsDeleted", "runs", "runsDeleted",
                "nestedRuns", "params", "metricKeys", "metricPoints", "tags", "artifacts", "datasets", "loggedModels",
                "registeredModels", "modelVersions", "runsAdded", "runsUpdated", "runsUnchanged", "seconds",
                "cancelled", "problems"), keys(imported.get("sources").get(0)));
    }

    @Test
    void importingAgainAddsNothing() {
        JsonNode again = shell.run("import", SAMPLE.toString(), "--json").json().get("sources").get(0);
        assertEquals(0, again.get("runsAdded").intValue());
        assertEquals(0, again.get("runsUpdated").intValue());
        assertEquals(43, again.get("runsUnchanged").intValue());
        assertEquals(expected.get("metricPoints"), again.get("metricPoints"));
    }

    @Test
    void aDryRunCountsTheSameAndStoresNothing() {
        Shell elsewhere = new Shell(folder.resolve("dry"));
        JsonNode counted = elsewhere.run("import", "--dry-run", SAMPLE.toString(), "--json").json().get("sources")
                .get(0);
        assertEquals(expected.get("metricPoints"), counted.get("metricPoints"));
        assertEquals(0, counted.get("runsAdded").intValue());
        assertEquals(0, elsewhere.run("runs", "--json").json().get("total").intValue());
    }

    @Test
    void formatsNeedNoWorkspace() {
        JsonNode formats = new Shell(folder.resolve("none")).run("import", "--formats", "--json").json().get("formats");
        assertEquals("mlflow-folder", formats.get(0).get("id").textValue());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void experimentsCountTheirRuns() {
        JsonNode experiments = shell.run("experiments", "--json").json().get("experiments");
        assertEquals(4, experiments.size());
        experiments.forEach(experiment -> assertEquals(
                expected.get("experimentRuns").get(experiment.get("name").textValue()), experiment.get("runs"),
                experiment.toString()));
    }

    /// Of the 27 runs of this experiment 26 have a loss in training; of other experiments are accuracy, mae and so on.
    @Test
    void theTableOfRunsShowsMetricsThatTheseRunsHave() {
        String head = shell.run("runs", "--experiment", "digits-mlp").out().lines().findFirst().orElseThrow();
        assertEquals(List.of("metrics.`train/loss`", "metrics.lr", "metrics.`train/accuracy`"),
                List.of(head.strip().split(" +")).subList(6, 9));
    }

    @Test
    void runsHaveTheKeysOfTheContract() {
        JsonNode runs = shell.run("runs", "--json", "--deleted").json();
        assertEquals(43, runs.get("total").intValue());
        assertEquals(43, runs.get("runs").size());
        JsonNode run = find(runs.get("runs"), RUN);
        assertTrue(keys(run).containsAll(Set.of("id", "name", "experiment", "status", "start", "end", "parent",
                "params", "metrics", "tags")));
        assertEquals("forest depth 8", run.get("name").textValue());
        assertEquals("2026-11-22T06:14:48.121Z", run.get("start").textValue());
        JsonNode metric = run.get("metrics").get("accuracy");
        assertEquals(Set.of("last", "lastStep", "min", "minStep", "max", "maxStep", "mean", "first", "count",
                "nonFinite"), keys(metric));
        assertTrue(metric.get("lastStep").isIntegralNumber());
    }

    @Test
    void runsInTheTrashAreShownOnDemandOnly() {
        assertEquals(42, shell.run("runs", "--json").json().get("total").intValue());
    }

    @Test
    void runsAreFilteredSortedAndCut() {
        JsonNode runs = shell.run("runs", "--json", "--experiment", "digits-mlp", "--filter",
                "metrics.`val/accuracy` > 0.05 AND status = 'FINISHED'", "--sort", "metrics.`val/accuracy`:desc",
                "--limit", "3").json();
        assertEquals(3, runs.get("runs").size());
        assertTrue(runs.get("total").intValue() >= 3);
        double before = 2;
        for (JsonNode run : runs.get("runs")) {
            double accuracy = run.get("metrics").get("val/accuracy").get("last").doubleValue();
            assertTrue(accuracy <= before && accuracy > 0.05);
            before = accuracy;
        }
    }

    @Test
    void nonFiniteNumbersAreStrings() {
        List<String> odd = new ArrayList<>();
        for (JsonNode run : shell.run("runs", "--json").json().get("runs")) {
            run.get("metrics").forEach(metric -> metric.forEach(number -> {
                if (number.isTextual()) {
                    odd.add(number.textValue());
                }
            }));
        }
        assertTrue(odd.contains("Infinity"), "the sample has a run that diverged");
        assertTrue(Set.of("NaN", "Infinity", "-Infinity").containsAll(odd), odd.toString());
    }

    @Test
    void everyFormatPrintsRows() {
        assertTrue(shell.run("runs").out().contains("forest depth 8"));
        assertTrue(shell.run("runs", "--format", "csv", "--columns", "run_name,metrics.accuracy").out()
                .startsWith("run_name,metrics.accuracy\n"));
        assertTrue(shell.run("runs", "--format", "markdown", "--columns", "run_name").out().startsWith("| run"));
        assertTrue(shell.run("runs", "--format", "latex", "--columns", "run_name").out().contains("\\toprule"));
        assertEquals(Exit.USAGE, shell.run("runs", "--format", "xlsx").exit());
    }

    @Test
    void aRunIsFoundByIdPrefixAndName() {
        for (String name : List.of(RUN, RUN.substring(0, 8), "breast-cancer/forest depth 8")) {
            JsonNode run = shell.run("run", name, "--json").json();
            assertEquals(RUN, run.get("id").textValue(), name);
            assertTrue(run.get("source").textValue().endsWith("mlruns"));
        }
        assertEquals(Exit.USAGE, shell.run("run", RUN.substring(0, 7)).exit());
        assertEquals(Exit.USAGE, shell.run("run", "no-such-run").exit());
    }

    @Test
    void anAmbiguousNameListsTheCandidates(@TempDir Path other) throws IOException {
        Shell twice = new Shell(other.resolve("workspace"));
        SmallFolder.write(other.resolve("a"), 1, 2, 1);
        SmallFolder.write(other.resolve("b"), 1, 2, 1);
        twice.run("import", other.resolve("a").toString(), other.resolve("b").toString());
        Shell.Ended ended = twice.run("run", "small/run 0");
        assertEquals(Exit.USAGE, ended.exit());
        assertTrue(ended.err().contains(SmallFolder.id(0)), ended.err());
        int number = ended.err().lastIndexOf('#', ended.err().indexOf("),"));
        String one = ended.err().substring(number, ended.err().indexOf(')', number));
        assertEquals(SmallFolder.id(0), twice.run("run", one, "--json").json().get("id").textValue());
    }

    @Test
    void aMetricIsPrintedWholeAndInOrder() {
        JsonNode metric = shell.run("metric", RUN, "accuracy", "--json").json();
        assertEquals(Set.of("run", "key", "points"), keys(metric));
        JsonNode point = metric.get("points").get(0);
        assertEquals(3, point.size());
        assertTrue(point.get(0).isIntegralNumber() && point.get(1).isIntegralNumber());
        assertEquals(find(shell.run("runs", "--json").json().get("runs"), RUN).get("metrics").get("accuracy")
                .get("count").intValue(), metric.get("points").size());
        assertTrue(shell.run("metric", RUN, "accuracy", "--format", "csv").out().startsWith("step,time,value\n"));
        Shell.Ended unknown = shell.run("metric", RUN, "acuracy");
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("accuracy"), unknown.err());
    }

    @Test
    void checkFindsASoundWorkspace() {
        JsonNode check = shell.run("check", "--json").json();
        assertTrue(check.get("sound").booleanValue(), check.toString());
        assertEquals(expected.get("metricPoints"), check.get("metricPoints"));
        assertEquals(43, check.get("runs").intValue());
    }

    @Test
    void exportWritesWhatRunsShows(@TempDir Path out) throws IOException {
        Path file = out.resolve("runs.csv");
        assertEquals(Exit.DONE, shell.run("export", "--out", file.toString(), "--columns", "run_id").exit());
        assertEquals(43, Files.readAllLines(file).size());
        Shell.Ended nowhere = shell.run("export", "--out", out.resolve("gone/runs.csv").toString());
        assertEquals(Exit.UNREADABLE, nowhere.exit());
        assertTrue(nowhere.err().contains("runs.csv"), nowhere.err());
    }

    @Test
    void numbersSurviveExport(@TempDir Path out) throws IOException {
        Path file = out.resolve("runs.json");
        shell.run("export", "--out", file.toString(), "--columns", "run_id,metrics.accuracy");
        JsonNode rows = JsonMapper.builder().build().readTree(file.toFile());
        JsonNode runs = shell.run("runs", "--json").json().get("runs");
        for (JsonNode row : rows) {
            JsonNode metric = find(runs, row.get("run_id").textValue()).get("metrics").get("accuracy");
            if (metric != null) {
                assertEquals(metric.get("last").doubleValue(), row.get("metrics.accuracy").doubleValue());
            }
        }
    }

    @Test
    void whatIsNoCommandLineIsExplained() {
        for (List<String> wrong : List.of(List.of("runs", "--filtr", "x"), List.of("run"), List.of("metric", "x"),
                List.of("runs", "--limit", "-3"), List.of("runs", "--sort", "(("), List.of("runs", "--filter", "a >"),
                List.of("--nonsense"), List.of("import"),
                List.of("delete", RUN), List.of("edit", RUN), List.of("export", "--out", "x.doc"),
                List.of("runs", "--experiment", "none"), List.of("edit", RUN, "--star", "--unstar"))) {
            Shell.Ended ended = shell.run(wrong.toArray(String[]::new));
            assertEquals(Exit.USAGE, ended.exit(), wrong + ended.err());
            assertTrue(ended.err().startsWith("cotejo: "), ended.err());
            assertFalse(ended.err().contains("\tat "), ended.err());
            assertEquals("", ended.out(), wrong.toString());
        }
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (Command command : Commands.all()) {
            Shell.Ended help = shell.run(command.name(), "--help");
            assertEquals(Exit.DONE, help.exit());
            assertTrue(help.out().contains(command.example()), help.out());
        }
        assertTrue(shell.run("--help").out().contains("metric"));
        assertTrue(shell.run("--version").out().startsWith("Cotejo "));
    }

    @Test
    void aTerminalSeesNoControlCharacters() {
        assertEquals("x [2J y", TerminalTable.plain("x\u001b[2J\u202ey"));
    }

    private static JsonNode find(JsonNode runs, String id) {
        for (JsonNode run : runs) {
            if (run.get("id").textValue().equals(id)) {
                return run;
            }
        }
        throw new AssertionError("no run " + id);
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new HashSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void aRunSaysWhereItsArtifactsLieAndByWhichRule() {
        JsonNode artifacts = shell.run("run", RUN, "--json").json().get("artifacts");
        assertEquals("beside-run", artifacts.get("rule").textValue());
        Path place = Path.of(artifacts.get("place").textValue());
        assertTrue(place.endsWith(Path.of(RUN, "artifacts")), place.toString());
        assertFalse(artifacts.get("files").isEmpty());
        artifacts.get("files").forEach(file -> assertEquals(file.get("bytes").longValue(),
                place.resolve(file.get("path").textValue()).toFile().length()));
        assertTrue(shell.run("run", RUN).out().contains("beside-run"));
    }
}
