package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cotejo diff --explain` and `--real` on the sample data.
class DiffAnswersTest {

    private static final String FAST = "params.lr = '0.3'";
    private static final String SLOW = "params.lr = '0.03'";

    @TempDir
    private static Path folder;

    private static Shell shell;

    @BeforeAll
    static void importTheSample() {
        shell = new Shell(folder.resolve("workspace"));
        assertEquals(Exit.DONE, shell.run("import", Path.of("sample-data").toString()).exit());
    }

    private static Shell.Ended asked(String... more) {
        List<String> all = new ArrayList<>(List.of("diff", "--group", FAST, "--group", SLOW, "--experiment",
                "digits-mlp"));
        all.addAll(List.of(more));
        return shell.run(all.toArray(String[]::new));
    }

    private static JsonNode json(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--json");
        Shell.Ended ended = asked(all.toArray(String[]::new));
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        return ended.json();
    }

    /// The same groups as `cotejo runs --filter` lists.
    @Test
    void groupsAreWhatTheirFiltersSay() {
        JsonNode groups = json("--explain").get("groups");
        for (int i = 0; i < 2; i++) {
            JsonNode runs = shell.run("runs", "--experiment", "digits-mlp", "--filter", i == 0 ? FAST : SLOW, "--json")
                    .json().get("runs");
            List<String> expected = new ArrayList<>();
            runs.forEach(run -> expected.add(run.get("id").textValue()));
            List<String> found = new ArrayList<>();
            groups.get(i).get("runs").forEach(run -> found.add(run.textValue()));
            assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList());
        }
    }

    @Test
    void theParamThatPartsTheGroupsIsNamedWithItsEvidence() {
        JsonNode explained = json("--explain", "--metric", "val/accuracy").get("explain").get(0);
        assertEquals("val/accuracy", explained.get("metric").textValue());
        JsonNode cause = explained.get("causes").get(0);
        assertEquals("lr", cause.get("key").textValue());
        assertTrue(cause.get("sentence").textValue().startsWith("lr: 0.3 against 0.03."), cause.toString());
        assertEquals(explained.get("second").doubleValue() - explained.get("first").doubleValue(),
                explained.get("difference").doubleValue(), 1e-12);
    }

    @Test
    void theComparisonIsThereBesideTheAnswers() {
        JsonNode json = json("--explain", "--real");
        assertTrue(json.get("sections").get("params").isArray());
        assertTrue(json.get("runs").size() > 2);
        assertEquals("holm", json.get("real").get("correction").textValue());
        assertTrue(json.get("real").get("metrics").size() > 1);
    }

    @Test
    void oneMetricNeedsNoCorrection() {
        JsonNode one = json("--real", "--metric", "val/accuracy").get("real").get("metrics").get(0);
        assertEquals(one.get("pWelch").doubleValue(), one.get("pCorrected").doubleValue());
    }

    @Test
    void manyMetricsAreCorrectedUnlessNoneIsWanted() {
        boolean raised = false;
        for (JsonNode metric : json("--real").get("real").get("metrics")) {
            raised |= metric.get("pCorrected").doubleValue() > metric.get("pWelch").doubleValue();
        }
        assertTrue(raised);
        for (JsonNode metric : json("--real", "--correction", "none").get("real").get("metrics")) {
            assertEquals(metric.get("pWelch"), metric.get("pCorrected"));
        }
    }

    @Test
    void oneRunAgainstAnotherIsTooFewAndSaysSo() {
        JsonNode metric = shell.run("diff", "digits-mlp/lr=0.3 h=64 s=3", "digits-mlp/lr=0.1 h=64 s=3", "--real",
                "--json").json().get("real").get("metrics").get(0);
        assertEquals("too-few", metric.get("answer").textValue());
        assertTrue(metric.get("pWelch").isNull());
        assertTrue(metric.get("sentence").textValue().startsWith("Too few runs (1 + 1)"));
    }

    @Test
    void oneGroupStandsAgainstTheRest() {
        JsonNode groups = shell.run("diff", "--group", FAST, "--experiment", "digits-mlp", "--real", "--json").json()
                .get("groups");
        int all = shell.run("runs", "--experiment", "digits-mlp", "--json").json().get("total").intValue();
        assertEquals(all, groups.get(0).get("runs").size() + groups.get(1).get("runs").size());
    }

    @Test
    void everyFormatHasTheAnswers(@TempDir Path out) throws IOException {
        assertTrue(asked("--explain").out().contains("  1  Parameter: lr: 0.3 against 0.03."));
        assertTrue(asked("--real").out().contains("p Mann–Whitney"));
        assertTrue(asked("--explain", "--format", "csv").out().startsWith("metric,rank,kind,key,strength,evidence\n"));
        assertTrue(asked("--real", "--format", "csv").out().startsWith("metric,n1,n2,mean1,mean2,difference,low,high"));
        assertTrue(asked("--explain", "--format", "markdown").out().contains("1. **Parameter**: lr: 0.3"));
        assertTrue(asked("--real", "--format", "latex").out().contains("\\toprule"));
        Path page = out.resolve("answers.html");
        assertEquals(Exit.DONE, asked("--explain", "--real", "--out", page.toString()).exit());
        assertTrue(Files.readString(page).contains("<h2>Explain the gap</h2>"));
        assertTrue(Files.readString(page).contains("<h2>Is it real?</h2>"));
    }

    @Test
    void wrongUsageIsExplained() {
        for (List<String> wrong : List.of(List.of("diff", "--group", FAST, "--real"),
                List.of("diff", "--group", FAST, "--group", SLOW),
                List.of("diff", "--group", FAST, "--group", FAST, "--real"),
                List.of("diff", "--group", "params.lr >", "--group", SLOW, "--real"),
                List.of("diff", "--group", FAST, "--group", SLOW, "--real", "--metric", "nothing/such"),
                List.of("diff", "--group", FAST, "--group", SLOW, "--real", "--correction", "some"),
                List.of("diff", "--group", FAST, "--group", SLOW, "--real", "--explain", "--format", "csv"),
                List.of("diff", "--experiment", "digits-mlp", "--real"))) {
            Shell.Ended ended = shell.run(wrong.toArray(String[]::new));
            assertEquals(Exit.USAGE, ended.exit(), wrong.toString());
            assertTrue(ended.err().startsWith("cotejo: "), ended.err());
            assertEquals("", ended.out());
        }
    }

    @Test
    void aGroupWithoutRunsIsNamed() {
        Shell.Ended ended = shell.run("diff", "--group", FAST, "--group", "params.lr = '99'", "--real");
        assertEquals(Exit.UNREADABLE, ended.exit());
        assertTrue(ended.err().contains("params.lr = '99'"), ended.err());
    }
}
