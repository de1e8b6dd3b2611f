package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that was imported with a problem has it still when nothing in it has changed, and importing again says so.
class ProblemsAgainTest {

    @TempDir
    private Path folder;

    private Path store;
    private Path metric;
    private Shell shell;

    @BeforeEach
    void aStoreWithOneBadMetricLine() throws IOException {
        store = folder.resolve("mlruns");
        SmallFolder.write(store, 5, 1, 3);
        metric = store.resolve("1").resolve(SmallFolder.id(2)).resolve("metrics").resolve("m0");
        Files.writeString(metric, "1750000000000 0.5 0\nno numbers here\n1750000001000 0.25 1\n");
        shell = new Shell(folder.resolve("ws"));
    }

    private static JsonNode source(Shell.Ended ended) {
        return ended.json().get("sources").get(0);
    }

    @Test
    void aSecondImportTellsTheProblemsOfUnchangedRunsAgain() {
        JsonNode first = source(shell.run("import", store.toString(), "--json"));
        JsonNode second = source(shell.run("import", store.toString(), "--json"));
        assertEquals(5, second.get("runsUnchanged").intValue());
        assertEquals(1, second.get("problems").size());
        assertEquals(first.get("problems"), second.get("problems"));
    }

    @Test
    void aSecondImportOfAStoreWithProblemsEndsWithOneAsWell() {
        assertEquals(Exit.PROBLEMS, shell.run("import", store.toString()).exit());
        assertEquals(Exit.PROBLEMS, shell.run("import", store.toString()).exit());
        assertEquals(Exit.PROBLEMS, shell.run("import", store.toString()).exit());
    }

    @Test
    void aProblemThatWasMendedIsNotToldAgain() throws IOException {
        shell.run("import", store.toString());
        Files.writeString(metric, "1750000000000 0.5 0\n1750000001000 0.25 1\n");
        Shell.Ended mended = shell.run("import", store.toString(), "--json");
        assertEquals(0, source(mended).get("problems").size(), mended.out());
        assertEquals(Exit.DONE, mended.exit());
        assertEquals(Exit.DONE, shell.run("import", store.toString()).exit());
    }

    @Test
    void theProblemOfARunThatIsGoneIsNotToldAgain() throws IOException {
        shell.run("import", store.toString());
        Files.move(metric.getParent().getParent(), folder.resolve("elsewhere"));
        assertEquals(0, source(shell.run("import", store.toString(), "--json")).get("problems").size());
    }
}
