package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cotejo diff` on the sample data. Values are those in the files of the store; sums are by sha256sum 9.4.
class DiffCommandTest {

    private static final String DEEP = "breast-cancer/forest depth 8";
    private static final String FLAT = "breast-cancer/forest depth 3";
    private static final String FAST = "digits-mlp/lr=0.3 h=64 s=3";
    private static final String SLOW = "digits-mlp/lr=0.1 h=64 s=3";

    @TempDir
    private static Path folder;

    private static Shell shell;

    @BeforeAll
    static void importTheSample() {
        shell = new Shell(folder.resolve("workspace"));
        assertEquals(Exit.DONE, shell.run("import", Path.of("sample-data").toString()).exit());
    }

    private static JsonNode diff(String... args) {
        List<String> all = new ArrayList<>(List.of("diff"));
        all.addAll(List.of(args));
        all.add("--json");
        Shell.Ended ended = shell.run(all.toArray(String[]::new));
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        return ended.json();
    }

    private static JsonNode row(JsonNode diff, String section, String key) {
        for (JsonNode row : diff.get("sections").get(section)) {
            if (row.get("key").textValue().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no " + key + " in " + diff.get("sections").get(section));
    }

    private static List<String> keys(JsonNode diff, String section) {
        List<String> keys = new ArrayList<>();
        diff.get("sections").get(section).forEach(row -> keys.add(row.get("key").textValue()));
        return keys;
    }

    @Test
    void theJsonHasTheShapeOfTheContract() {
        JsonNode diff = diff(DEEP, FLAT);
        assertEquals("62502278ea034711a9bbe42da82b5f52", diff.get("runs").get(0).get("id").textValue());
        JsonNode setting = row(diff, "params", "setting");
        assertEquals("[\"depth 8\",\"depth 3\"]", setting.get("values").toString());
        assertTrue(setting.get("differs").booleanValue());
        for (String section : List.of("params", "metrics", "tags", "run", "times", "source", "environment", "datasets",
                "artifacts")) {
            assertTrue(diff.get("sections").get(section).isArray(), section);
        }
    }

    @Test
    void onlyDifferencesAreListed() {
        assertEquals(List.of("setting"), keys(diff(DEEP, FLAT), "params"));
    }

    @Test
    void allOnDemand() {
        JsonNode model = row(diff(DEEP, FLAT, "--all"), "params", "model");
        assertEquals("[\"forest\",\"forest\"]", model.get("values").toString());
        assertFalse(model.get("differs").booleanValue());
    }

    @Test
    void aMissingValueIsNull() {
        JsonNode diff = diff(DEEP, FAST);
        assertEquals("[null,\"0.3\"]", row(diff, "params", "lr").get("values").toString());
        assertTrue(row(diff, "params", "lr").get("differs").booleanValue());
    }

    @Test
    void theBestRunFollowsThePrimaryMetricOfTheExperiment() {
        JsonNode accuracy = row(diff(SLOW, FAST), "metrics", "val/accuracy");
        assertEquals("declared", accuracy.get("directionFrom").textValue());
        assertEquals("higher", accuracy.get("direction").textValue());
        assertEquals(1, accuracy.get("best").intValue());
    }

    @Test
    void otherMetricsAreReadAtTheStepWhereThePrimaryOneIsBest() {
        JsonNode loss = row(diff(FAST, SLOW), "metrics", "val/loss");
        JsonNode atBest = part(loss, "atBest");
        JsonNode steps = part(loss, "bestStep");
        JsonNode points = shell.run("metric", FAST, "val/loss", "--json").json().get("points");
        for (JsonNode point : points) {
            if (point.get(0).intValue() == steps.get("values").get(0).intValue()) {
                assertEquals(point.get(2).doubleValue(), atBest.get("values").get(0).doubleValue());
                return;
            }
        }
        throw new AssertionError("no point at " + steps);
    }

    private static JsonNode part(JsonNode row, String key) {
        for (JsonNode part : row.get("parts")) {
            if (part.get("key").textValue().equals(key)) {
                return part;
            }
        }
        throw new AssertionError("no " + key + " in " + row);
    }

    @Test
    void changesAreMeasuredFromTheBaseline() {
        JsonNode change = row(diff(FAST, SLOW, "--baseline", FAST), "params", "lr").get("change");
        assertTrue(change.get(0).isNull());
        assertEquals(-0.2, change.get(1).get("absolute").doubleValue(), 1e-12);
        assertEquals(-66.67, change.get(1).get("percent").doubleValue(), 0.01);
    }

    @Test
    void aBaselineThatIsNotNamedAmongTheRunsJoinsThem() {
        JsonNode runs = diff(SLOW, "--baseline", FAST).get("runs");
        assertEquals(2, runs.size());
        assertTrue(runs.get(0).get("baseline").booleanValue());
    }

    @Test
    void ignoredKeysAreLeftOut() {
        JsonNode diff = diff(DEEP, FAST, "--ignore", "seed,l?", "--ignore", "*setting*");
        assertFalse(keys(diff, "params").contains("lr"));
        assertFalse(keys(diff, "params").contains("setting"));
        assertTrue(keys(diff, "params").contains("model"));
    }

    @Test
    void aToleranceForgivesSmallDifferencesOnly() {
        assertTrue(keys(diff(FAST, SLOW, "--tolerance", "0.1"), "params").contains("lr"));
        assertFalse(keys(diff(FAST, SLOW, "--tolerance", "0.3"), "params").contains("lr"));
        assertFalse(keys(diff(FAST, SLOW, "--tolerance", "70%"), "params").contains("lr"));
    }

    @Test
    void whichWayAMetricIsBetterCanBeChosen() {
        JsonNode named = row(diff(FAST, SLOW), "metrics", "train/loss");
        assertEquals("name", named.get("directionFrom").textValue());
        assertEquals("lower", named.get("direction").textValue());
        JsonNode chosen = row(diff(FAST, SLOW, "--better", "train/loss=max"), "metrics", "train/loss");
        assertEquals("chosen", chosen.get("directionFrom").textValue());
        assertEquals("higher", chosen.get("direction").textValue());
        assertEquals(1 - named.get("best").intValue(), chosen.get("best").intValue());
        for (String wrong : List.of("train/loss", "=max", "train/loss=best")) {
            Shell.Ended ended = shell.run("diff", FAST, SLOW, "--better", wrong);
            assertEquals(Exit.USAGE, ended.exit(), wrong);
            assertTrue(ended.err().contains("--better"), ended.err());
        }
    }

    @Test
    void filesOfOneSizeAreToldApartByTheirSums() {
        JsonNode config = row(diff(FAST, SLOW), "artifacts", "config.yaml");
        assertEquals("[58,58]", config.get("values").toString());
        assertEquals("[\"9a04773b60d2f3486c274d688115e6133fa32058a45ce1b1f5a18979376f1d2b\","
                + "\"783597a4e65660d454dc1a30c4845614b66ee11b6d77a960e8b656423029c365\"]",
                part(config, "sha256").get("values").toString());
    }

    @Test
    void onATerminalItSaysThatItDraws() {
        Shell.Ended ended = shell.run(new Cancel(), Session.Screen.TERMINAL, "diff", FAST, SLOW, "--out",
                folder.resolve("drawn.html").toString());
        assertTrue(ended.err().contains("drawing curves"), ended.err());
        assertTrue(shell.run("diff", FAST, SLOW, "--out", folder.resolve("quiet.html").toString()).err().isEmpty());
    }

    @Test
    void aLongValueIsCutAroundWhatDiffers(@TempDir Path two) throws IOException {
        Path runs = two.resolve("mlruns").resolve("1");
        Files.createDirectories(runs);
        Files.writeString(runs.resolve("meta.yaml"), "experiment_id: '1'\nname: long\nlifecycle_stage: active\n");
        for (String run : List.of("a", "b")) {
            Path folderOfRun = Files.createDirectories(runs.resolve(run.repeat(32)).resolve("params")).getParent();
            Files.writeString(folderOfRun.resolve("meta.yaml"), "run_id: " + run.repeat(32) + "\nrun_name: " + run
                    + "\nexperiment_id: '1'\nlifecycle_stage: active\nstatus: 3\nstart_time: 1\n");
            Files.writeString(folderOfRun.resolve("params").resolve("data"),
                    "s3://bucket/team/vision/experiments/2026/resnet50/augmented/fold-" + run + "/weights-final.pt");
        }
        Shell own = new Shell(two.resolve("workspace"));
        assertEquals(Exit.DONE, own.run("import", two.resolve("mlruns").toString()).exit());
        String table = own.run("diff", "long/a", "long/b").out();
        assertTrue(table.contains("fold-a/") && table.contains("fold-b/"), table);
    }

    @Test
    void theTableNamesTheBestRun() {
        String line = shell.run("diff", FAST, SLOW).out().lines().filter(text -> text.contains("val/accuracy  "))
                .findFirst().orElseThrow();
        JsonNode accuracy = row(diff(FAST, SLOW), "metrics", "val/accuracy");
        assertTrue(line.endsWith(accuracy.get("best").intValue() == 0 ? "lr=0.3 h=64 s=3" : "lr=0.1 h=64 s=3"), line);
    }

    @Test
    void packagesComeFromTheFilesOfTheModel() {
        assertEquals("[\"1.6.1\",\"1.6.1\"]", row(diff(DEEP, FLAT, "--all"), "environment", "scikit-learn")
                .get("values").toString());
        assertEquals("[\"3.11.7\",\"3.11.7\"]", row(diff(DEEP, FLAT, "--all"), "environment", "python")
                .get("values").toString());
    }

    @Test
    void aSchemaIsComparedColumnByColumn() {
        JsonNode dataset = diff(DEEP, FLAT, "--all").get("sections").get("datasets").get(0);
        assertEquals("double", part(dataset, "schema.mean radius").get("values").get(0).textValue());
    }

    @Test
    void everyFormatIsWritten(@TempDir Path out) throws IOException {
        assertTrue(shell.run("diff", DEEP, FLAT).out().contains("depth 3"));
        assertTrue(shell.run("diff", DEEP, FLAT, "--format", "markdown").out().contains("| setting | depth 8 |"));
        assertTrue(shell.run("diff", DEEP, FLAT, "--format", "csv").out().startsWith("section,key,forest depth 8,"));
        assertTrue(shell.run("diff", DEEP, FLAT, "--format", "latex").out().contains("\\toprule"));
        Path page = out.resolve("diff.html");
        assertEquals(Exit.DONE, shell.run("diff", DEEP, FLAT, "--out", page.toString()).exit());
        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void aPageHasTheCurvesOfWhatDiffers() {
        String page = shell.run("diff", FAST, SLOW, "--format", "html").out();
        assertEquals(diff(FAST, SLOW).get("sections").get("metrics").size(), page.split("<svg ", -1).length - 1);
        assertTrue(page.contains("<figcaption>val/loss</figcaption>"));
        assertFalse(page.contains("<script"));
        List<String> names = new ArrayList<>();
        java.util.regex.Pattern.compile(" id=\"([^\"]*)\"").matcher(page).results()
                .forEach(found -> names.add(found.group(1)));
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void wrongUsageIsExplained() {
        for (List<String> wrong : List.of(List.of("diff"), List.of("diff", DEEP), List.of("diff", DEEP, "nothing/such"),
                List.of("diff", DEEP, FLAT, "--format", "xlsx"), List.of("diff", DEEP, FLAT, "--tolerance", "much"),
                List.of("diff", DEEP, FLAT, "--baseline", "nobody"), List.of("diff", DEEP, FLAT, "--out", "a.doc"))) {
            Shell.Ended ended = shell.run(wrong.toArray(String[]::new));
            assertEquals(Exit.USAGE, ended.exit(), wrong.toString());
            assertTrue(ended.err().startsWith("cotejo: "), ended.err());
            assertEquals("", ended.out());
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path out) {
        Shell.Ended ended = shell.run("diff", DEEP, FLAT, "--out", out.resolve("gone").resolve("a.csv").toString());
        assertEquals(Exit.UNREADABLE, ended.exit());
        assertTrue(ended.err().contains("a.csv"), ended.err());
    }
}
