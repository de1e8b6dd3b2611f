package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `cotejo chart` on the sample data and on a small store.
final class ChartCommandTest {

    private static final String DIVERGED = "4da3cb4833614576bb5bb63d28e840bf";

    private static final String PARENT = "1500374c6ced46a0bad659e0e8247351";
    private static final String INTERRUPTED = "1239684b64474b10b0151bf92ede984a";

    @TempDir
    private static Path folder;

    private static Shell shell;

    @BeforeAll
    static void importTheSample() throws IOException {
        shell = new Shell(folder.resolve("workspace"));
        SmallFolder.write(folder.resolve("store"), 4, 2, 50);
        Shell.Ended ended = shell.run("import", Path.of("sample-data", "digits-and-more").toString(),
                folder.resolve("store").toString(), "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
    }

    private static Shell.Ended chart(String out, String... more) {
        List<String> all = new java.util.ArrayList<>(List.of("chart", "--out", folder.resolve(out).toString()));
        all.addAll(List.of(more));
        return shell.run(all.toArray(new String[0]));
    }

    private static String text(String out) throws IOException {
        return Files.readString(folder.resolve(out), StandardCharsets.ISO_8859_1);
    }

    @Test
    void anExperimentBecomesAFigureAndJsonSaysWhatIsInIt() throws IOException {
        Shell.Ended ended = chart("loss.svg", "--experiment", "digits-mlp", "--metric", "val/loss", "--group-by",
                "all-but:params.seed", "--band", "ci95", "--smooth", "ema:0.6", "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        JsonNode json = ended.json();
        assertEquals("line", json.get("kind").textValue());
        assertEquals(27, json.get("runs").intValue());
        assertEquals(8, json.get("lines").intValue());
        assertTrue(text("loss.svg").contains(">lr=0.03 ") || text("loss.svg").contains("lr=0.03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "svg", "pdf", "csv", "parquet"})
    void theSameCommandWritesTheSameBytes(String format) throws IOException {
        for (String name : List.of("one.", "two.")) {
            assertEquals(Exit.DONE, chart(name + format, "--experiment", "small", "--metric", "m0", "--metric", "m1",
                    "--width", "90mm", "--theme", "print", "--quiet").exit());
        }
        assertEquals(-1, Files.mismatch(folder.resolve("one." + format), folder.resolve("two." + format)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--metric val/loss --x wall", "--metric val/loss --kind scatter --x start_time"})
    void theyAreTheSameInEveryTimeZone(String options) throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "Asia/Tokyo")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                List<String> all = new ArrayList<>(List.of("--experiment", "digits-mlp", "--quiet"));
                all.addAll(List.of(options.split(" ")));
                assertEquals(Exit.DONE, chart(zone.substring(0, 3) + ".svg", all.toArray(new String[0])).exit());
            }
        } finally {
            TimeZone.setDefault(before);
        }
        assertEquals(text("UTC.svg"), text("Asi.svg"));
        assertTrue(text("UTC.svg").contains(" (UTC)<"));
    }

    @Test
    void rawDataAreAllStoredPoints() throws IOException {
        assertEquals(Exit.DONE, chart("raw.csv", DIVERGED, "--metric", "train/loss", "--smooth", "mean:9", "--data",
                "raw").exit());
        List<String> lines = Files.readAllLines(folder.resolve("raw.csv"));
        assertEquals("run,name,metric,step,time,value", lines.getFirst());
        assertEquals(43, lines.size());
        assertTrue(lines.getLast().endsWith(",Infinity"), lines.getLast());
    }

    /// Read back by the command that shows tabular files.
    @Test
    void rawDataAreWrittenAsParquetToo() {
        assertEquals(Exit.DONE, chart("raw.parquet", DIVERGED, "--metric", "train/loss", "--data", "raw").exit());
        JsonNode data = shell.run("data", folder.resolve("raw.parquet").toString(), "--rows", "40:42", "--json").json();
        assertEquals(42, data.get("totalRows").intValue());
        JsonNode row = data.get("rows").get(1);
        assertEquals(DIVERGED, row.get(0).textValue());
        assertEquals("Infinity", row.get(5).asText());
        assertTrue(row.get(3).isIntegralNumber());
    }

    /// The mean of the first three sines that the store was written with.
    @Test
    void drawnDataAreWhatThePictureShows() throws IOException {
        assertEquals(Exit.DONE, chart("drawn.csv", SmallFolder.id(0), "--metric", "m0", "--smooth", "mean:3", "--raw",
                "hidden").exit());
        List<String> lines = Files.readAllLines(folder.resolve("drawn.csv"));
        assertEquals("line,metric,part,x,y", lines.getFirst());
        assertEquals(51, lines.size());
        assertEquals("run 0", lines.get(2).split(",")[0]);
        assertEquals((Math.sin(0) + Math.sin(0.01) + Math.sin(0.02)) / 3, Double.parseDouble(
                lines.get(2).split(",")[4]), 1e-12);
    }

    @Test
    void everyOptionOfLinesIsTaken() {
        Shell.Ended ended = chart("all.pdf", "--filter", "metrics.m0 > -2", "--metric", "m0", "--x", "metric:m1", "--y",
                "symlog", "--smooth", "gaussian:2", "--group-by", "params.lr", "--center", "median", "--band", "iqr",
                "--width", "900px", "--height", "500px", "--font-size", "10", "--theme", "dark", "--outliers",
                "ignore", "--pieces", "apart", "--markers", "all", "--members", "hidden", "--interpolate", "--title",
                "A title", "--limit", "3", "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        assertEquals(3, ended.json().get("runs").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--smooth|boxcar:3", "--band|wide", "--center|mode", "--x|sideways", "--y|cubic",
        "--width|huge", "--theme|sepia", "--kind|pie", "--group-by|nothing.x", "--font-size|0", "--data|raw",
        "--height|3mm", "--set|nonsense", "--set|nonsense=1", "--set|xMin=left"})
    void wrongUsageIsSaidInASentence(String wrong) {
        String[] parts = wrong.split("\\|");
        Shell.Ended ended = chart("wrong.svg", "--experiment", "small", "--metric", "m0", parts[0], parts[1]);
        assertEquals(Exit.USAGE, ended.exit(), ended.err());
        assertTrue(ended.err().lines().count() <= 2, ended.err());
        assertFalse(Files.exists(folder.resolve("wrong.svg")));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(Exit.USAGE, shell.run("chart", "--experiment", "small", "--metric", "m0").exit());
        assertTrue(chart("a.svg", "--experiment", "small").err().contains("--metric"));
        assertTrue(chart("a.svg", "--metric", "m0").err().contains("RUN"));
        assertTrue(chart("a.docx", "--experiment", "small", "--metric", "m0").err().contains(".svg"));
    }

    @Test
    void nothingToDrawIsAnError() {
        Shell.Ended ended = chart("none.svg", "--experiment", "small", "--metric", "nowhere");
        assertEquals(Exit.UNREADABLE, ended.exit());
        assertTrue(ended.err().contains("nowhere"));
        assertEquals(Exit.UNREADABLE, chart("none.csv", "--experiment", "small", "--metric", "nowhere", "--data", "raw")
                .exit());
        assertEquals(Exit.UNREADABLE, chart("none.svg", "--filter", "metrics.m0 > 99", "--metric", "m0").exit());
        assertEquals(Exit.UNREADABLE, chart("no/such/folder/a.svg", "--experiment", "small", "--metric", "m0").exit());
    }

    @Test
    void otherKindsAreDrawnToo() {
        Shell.Ended ended = chart("scatter.svg", "--kind", "scatter", "--experiment", "digits-mlp", "--metric",
                "val/loss", "--set", "x=params.lr", "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        assertEquals("scatter", ended.json().get("kind").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--group-by|params.nowhere", "--x|metric:nowhere"})
    void aColumnThatNoRunHasIsAnErrorThatNamesIt(String wrong) {
        String[] parts = wrong.split("\\|");
        Shell.Ended ended = chart("column.svg", "--experiment", "small", "--metric", "m0", parts[0], parts[1]);
        assertEquals(Exit.UNREADABLE, ended.exit(), ended.err());
        assertTrue(ended.err().contains("nowhere"), ended.err());
        assertFalse(Files.exists(folder.resolve("column.svg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scatter|x", "parallel|axes", "bar|y", "box|group", "histogram|x", "heatmap|color",
        "pareto|y", "importance|params"})
    void aColumnThatNoRunHasIsAnErrorOfOtherKindsToo(String wrong) {
        String[] parts = wrong.split("\\|");
        Shell.Ended ended = chart("kind.svg", "--experiment", "digits-mlp", "--kind", parts[0], "--set",
                parts[1] + "=params.nowhere");
        assertEquals(Exit.UNREADABLE, ended.exit(), ended.err());
        assertTrue(ended.err().contains("nowhere"), ended.err());
    }

    /// One of the two has a `grid` and no loss, the other a loss and no `grid`.
    @Test
    void aChartWithNothingInItIsAnErrorAndNoFile() {
        Shell.Ended ended = chart("blank.svg", PARENT, INTERRUPTED, "--kind", "scatter", "--set", "x=params.grid",
                "--set", "y=metrics.`train/loss`");
        assertEquals(Exit.UNREADABLE, ended.exit(), ended.err());
        assertTrue(ended.err().contains("grid"), ended.err());
        assertFalse(Files.exists(folder.resolve("blank.svg")));
    }

    @Test
    void anOptionThatNamesNoColumnIsCalledByItsName() {
        assertTrue(chart("a.svg", "--experiment", "small", "--metric", "m0", "--group-by", "nothing.x").err()
                .contains("--group-by"));
    }

    /// All runs of the sweep have the same `activation`, `epochs` and so on, which two others lack.
    @Test
    void groupsAreNamedByTheFewParamsThatTellThemApart() throws IOException {
        assertEquals(Exit.DONE, chart("groups.svg", "--experiment", "digits-mlp", "--metric", "train/loss",
                "--group-by", "all-but:params.seed").exit());
        assertTrue(text("groups.svg").contains("lr=0.003"));
        assertFalse(text("groups.svg").contains("activation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scatter", "box", "violin", "heatmap"})
    void aParamWithOneValueIsNotChosenForAnAxis(String kind) throws IOException {
        assertEquals(Exit.DONE, chart("guess.svg", "--experiment", "digits-mlp", "--kind", kind).exit());
        assertFalse(text("guess.svg").contains("epochs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "bar", "scatter", "parallel", "box", "violin", "histogram", "heatmap", "pareto",
        "importance"})
    void everyKindGivesTheSameBytesWithItsTextAsText(String kind) throws IOException {
        for (String name : List.of("kind-one.svg", "kind-two.svg", "kind-one.pdf", "kind-two.pdf", "kind-one.png",
                "kind-two.png")) {
            assertEquals(Exit.DONE, chart(name, "--experiment", "digits-mlp", "--kind", kind, "--metric",
                    "val/accuracy", "--width", "120mm", "--theme", "print").exit());
        }
        for (String ending : List.of(".svg", ".pdf", ".png")) {
            assertEquals(-1, Files.mismatch(folder.resolve("kind-one" + ending), folder.resolve("kind-two" + ending)));
        }
        assertTrue(text("kind-one.svg").contains("val/accuracy</text>"));
    }

    /// The two files say the same, read back by the command that shows tabular files.
    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void rawDataOfAnotherKindAreTheColumnsItShows(String ending) {
        assertEquals(Exit.DONE, chart("columns." + ending, DIVERGED, INTERRUPTED, "--kind", "scatter", "--set",
                "x=params.lr", "--set", "y=metrics.`train/loss`", "--set", "color=params.optimizer", "--data", "raw")
                .exit());
        JsonNode data = shell.run("data", folder.resolve("columns." + ending).toString(), "--json").json();
        assertEquals(2, data.get("totalRows").intValue());
        assertEquals(DIVERGED, data.get("rows").get(0).get(0).textValue());
        assertEquals(8.0, data.get("rows").get(0).get(2).doubleValue());
        assertEquals("sgd", data.get("rows").get(0).get(4).textValue());
        assertEquals(0.3858759680000002, data.get("rows").get(1).get(3).doubleValue());
    }

    /// Six runs of each of four learning rates have an accuracy (the sample's `expected.json` names them); as drawn is
    /// their box, raw is every run.
    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void dataOfABoxPlotAsDrawnAreItsBoxes(String ending) {
        assertEquals(Exit.DONE, chart("boxes." + ending, "--experiment", "digits-mlp", "--kind", "box", "--metric",
                "val/accuracy", "--group-by", "params.lr", "--data", "drawn").exit());
        JsonNode data = shell.run("data", folder.resolve("boxes." + ending).toString(), "--json").json();
        assertEquals(4, data.get("totalRows").intValue());
        assertEquals("median", data.get("columns").get(4).textValue());
        assertEquals(6.0, data.get("rows").get(0).get(1).doubleValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scatter", "parallel", "bar", "box", "violin", "histogram", "heatmap", "pareto",
        "importance"})
    void everyKindHasBothKindsOfData(String kind) throws IOException {
        for (String data : List.of("drawn", "raw")) {
            assertEquals(Exit.DONE, chart(kind + data + ".csv", "--experiment", "digits-mlp", "--kind", kind,
                    "--metric", "val/accuracy", "--data", data).exit());
            assertTrue(Files.readAllLines(folder.resolve(kind + data + ".csv")).size() > 1, kind + data);
        }
    }

    /// Among the points of learning rate 0.3 and more.
    @Test
    void dataAsDrawnEndWhereTheAxesEnd() throws IOException {
        assertEquals(Exit.DONE, chart("part.csv", "--experiment", "digits-mlp", "--kind", "scatter", "--set",
                "x=params.lr", "--metric", "val/accuracy", "--set", "xMin=0.2", "--data", "drawn").exit());
        assertEquals(7, Files.readAllLines(folder.resolve("part.csv")).size());
    }

    @Test
    void linesAsDrawnAreReducedAndSayItAndRawOnesAreNot() throws IOException {
        Shell.Ended ended = chart("reduced.csv", "--experiment", "digits-mlp", "--metric", "train/loss", "--width",
                "40px", "--data", "drawn", "--json");
        assertTrue(ended.json().get("remarks").toString().contains("points"), ended.out());
        assertEquals(Exit.DONE, chart("raw.csv", "--experiment", "digits-mlp", "--metric", "train/loss", "--data",
                "raw").exit());
        assertTrue(Files.readAllLines(folder.resolve("reduced.csv")).size()
                < Files.readAllLines(folder.resolve("raw.csv")).size() * 3 / 4);
    }

    /// The run with `lr=8` has no accuracy, so the axis has no place for it.
    @Test
    void anAxisReachesOverTheRunsThatAreDrawn() throws IOException {
        assertEquals(Exit.DONE, chart("axis.svg", "--experiment", "digits-mlp", "--kind", "scatter", "--set",
                "x=params.lr", "--metric", "val/accuracy").exit());
        assertTrue(text("axis.svg").contains(">0.1</text>"));
        assertFalse(text("axis.svg").contains(">10</text>"));
    }
}
