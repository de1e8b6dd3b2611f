package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.Workbench;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that change the workspace, and those that need the window's drawing.
class ChangesTest {

    @TempDir
    private Path folder;

    private Shell shell;
    private Path store;

    @BeforeEach
    void importAStore() throws IOException {
        shell = new Shell(folder.resolve("ws"));
        store = folder.resolve("store");
        SmallFolder.write(store, 3, 2, 4);
        assertEquals(Exit.DONE, shell.run("import", store.toString()).exit());
    }

    private int total() {
        return shell.run("runs", "--json").json().get("total").intValue();
    }

    @Test
    void editsShowAndSurviveTheNextImport() {
        JsonNode edited = shell.run("edit", SmallFolder.id(0), SmallFolder.id(1), "--name", "fresh", "--tag", "a=b=c",
                "--note", "*why*", "--star", "--hide", "--json").json();
        assertEquals(2, edited.get("runs").size());
        shell.run("import", store.toString());
        JsonNode run = shell.run("run", SmallFolder.id(1), "--json").json();
        assertEquals("fresh", run.get("name").textValue());
        assertEquals("b=c", run.get("tags").get("a").textValue());
        assertEquals("*why*", run.get("tags").get("mlflow.note.content").textValue());
        assertTrue(run.get("starred").booleanValue() && run.get("hidden").booleanValue());
        shell.run("edit", SmallFolder.id(1), "--untag", "a", "--unstar", "--show");
        JsonNode back = shell.run("run", SmallFolder.id(1), "--json").json();
        assertFalse(back.get("tags").has("a") || back.get("starred").booleanValue()
                || back.get("hidden").booleanValue());
    }

    @Test
    void aMistakeInOneOfSeveralEditsChangesNothing() {
        assertEquals(Exit.USAGE, shell.run("edit", SmallFolder.id(0), "--name", "x", "--tag", "novalue").exit());
        assertEquals(Exit.USAGE, shell.run("edit", SmallFolder.id(0), "missing-run", "--name", "x").exit());
        assertEquals("run 0", shell.run("run", SmallFolder.id(0), "--json").json().get("name").textValue());
    }

    @Test
    void anEditThatChangesNothingSaysSo() {
        Shell.Ended ended = shell.run("edit", SmallFolder.id(0), SmallFolder.id(1), "--untag", "nope");
        assertEquals(Exit.DONE, ended.exit());
        assertEquals("0 runs changed.\n", ended.out());
        assertTrue(ended.err().contains("the tag nope"), ended.err());
        shell.run("edit", SmallFolder.id(0), "--tag", "seen=yes");
        Shell.Ended one = shell.run("edit", SmallFolder.id(0), SmallFolder.id(1), "--untag", "seen");
        assertEquals("1 run changed.\n", one.out());
        assertEquals("", one.err());
        assertEquals("0 runs changed.\n", shell.run("edit", SmallFolder.id(0), "--unstar").out());
        assertEquals("1 run changed.\n", shell.run("edit", SmallFolder.id(0), "--star").out());
    }

    @Test
    void anOrderThatIsNoneIsRefusedAndOneByAKeyOfNoRunIsTold() {
        String metric = shell.run("run", SmallFolder.id(0), "--json").json().get("metrics").fieldNames().next();
        Shell.Ended none = shell.run("runs", "--sort", "metrics." + metric + ":up");
        assertEquals(Exit.USAGE, none.exit());
        assertTrue(none.err().contains("up") && none.err().contains("desc"), none.err());
        assertEquals(Exit.USAGE, shell.run("runs", "--sort", "start_time:up").exit());
        for (String unknown : List.of("metrics.nope", "params.nope:desc", "tags.nope", "min(metrics.nope)")) {
            Shell.Ended told = shell.run("runs", "--json", "--sort", unknown);
            assertEquals(Exit.DONE, told.exit());
            assertTrue(told.err().contains("nope"), unknown + told.err());
            assertEquals(3, told.json().get("total").intValue());
        }
        assertEquals("", shell.run("runs", "--sort", "metrics." + metric + ":DESC", "--sort", "run_id").err());
    }

    @Test
    void aRunIsReadWhole() {
        String why = "because the learning rate of the last three was too high for the width of the net, see the log";
        shell.run("edit", SmallFolder.id(0), "--tag", "why=" + why);
        Shell.Ended run = shell.run("run", SmallFolder.id(0));
        assertTrue(run.out().lines().anyMatch(line -> line.endsWith("  " + why)), run.out());
        assertTrue(run.out().lines().noneMatch(line -> line.endsWith("…") || line.endsWith(" ")), run.out());
    }

    @Test
    void runsGoToTheTrashAndComeBack() {
        shell.run("edit", SmallFolder.id(2), "--trash");
        assertEquals(2, total());
        shell.run("edit", SmallFolder.id(2), "--restore");
        assertEquals(3, total());
    }

    @Test
    void deletingAsksForYesAndLastsAcrossImports() {
        JsonNode listed = shell.run("delete", SmallFolder.id(0), "--permanently", "--json").json();
        assertFalse(listed.get("deleted").booleanValue());
        assertEquals(8, listed.get("points").intValue());
        assertTrue(listed.get("bytes").longValue() > 0);
        assertEquals(3, total());
        assertTrue(shell.run("delete", SmallFolder.id(0), "--permanently", "--yes", "--json").json().get("deleted")
                .booleanValue());
        shell.run("import", store.toString());
        assertEquals(2, total());
        assertTrue(Files.exists(store.resolve("1").resolve(SmallFolder.id(0)).resolve("meta.yaml")));
    }

    @Test
    void sourcesAreWatchedRemappedAndRemoved() throws IOException {
        Path artifacts = Files.createDirectory(folder.resolve("artifacts"));
        JsonNode source = shell.run("sources", "--watch", store.toString(), "--json").json().get("sources").get(0);
        assertTrue(source.get("watched").booleanValue());
        source = shell.run("sources", "--remap", store.toString(), artifacts.toString(), "--json").json()
                .get("sources").get(0);
        assertTrue(source.get("watched").booleanValue());
        assertEquals(artifacts.toString(), source.get("remap").textValue());
        assertEquals(Exit.USAGE, shell.run("sources", "--unwatch", folder.resolve("other").toString()).exit());
        assertEquals(0, shell.run("sources", "--remove", store.toString(), "--json").json().get("sources").size());
        assertEquals(0, total());
        assertTrue(Files.exists(store.resolve("1/meta.yaml")));
    }

    @Test
    void aBackupBringsBackWhatWasThere() {
        String backup = shell.run("backup", "--json").json().get("file").textValue();
        shell.run("edit", SmallFolder.id(0), "--trash");
        JsonNode restored = shell.run("restore", backup, "--json").json();
        assertEquals(3, total());
        assertTrue(Files.exists(Path.of(restored.get("before").textValue())));
    }

    @Test
    void aPartWithAWrongByteIsFoundByCheck() throws IOException {
        // A bit in the stored points flips: the check sum tells, and names the run.
        Damage.flipAPoint(folder.resolve("ws"));
        Shell.Ended ended = shell.run("check", "--json");
        assertEquals(Exit.WORKSPACE, ended.exit(), ended.out());
        assertFalse(ended.json().get("sound").booleanValue());
        assertTrue(ended.json().get("problems").get(0).get("message").textValue().contains("abc"), ended.out());
    }

    @Test
    void whereNothingWasBeforeARestoreNamesNoFileOfBefore() {
        String backup = shell.run("backup", "--json").json().get("file").asText();
        Shell.Ended ended = new Shell(folder.resolve("moved")).run("restore", backup);
        assertEquals(backup + " is in place. There was no database before.\n", ended.out(), ended.err());
    }

    @Test
    void viewsAreListedAndDrawn() throws IOException {
        Shell drawing = new Shell(folder.resolve("ws"), new Front(Optional.empty(), Optional.of(new Pencil())));
        assertEquals("runs\ncurves\n", drawing.run("render", "--list").out());
        Path out = folder.resolve("x.png");
        assertEquals(Exit.DONE, drawing.run("render", "runs", "--out", out.toString(), "--size", "300x200", "--theme",
                "dark").exit());
        assertEquals("runs 300x200 DARK 3", Files.readString(out));
        for (List<String> wrong : List.of(List.of("nothing", "--out", "x.png"), List.of("runs"),
                List.of("runs", "--out", "x", "--size", "big"), List.of("runs", "--out", "x", "--theme", "blue"))) {
            String[] args = java.util.stream.Stream.concat(java.util.stream.Stream.of("render"), wrong.stream())
                    .toArray(String[]::new);
            assertEquals(Exit.USAGE, drawing.run(args).exit(), wrong.toString());
        }
    }

    @Test
    void withoutADisplayPathsAreImportedAndViewsDrawn() throws IOException {
        SmallFolder.write(folder.resolve("more"), 5, 1, 1);
        Front front = new Front(Optional.of(request -> {
            throw new UnsupportedOperationException("Unable to open DISPLAY");
        }), Optional.of(new Pencil()));
        Shell.Ended ended = new Shell(folder.resolve("tour"), front).run(folder.resolve("more").toString());
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        assertEquals("runs 1600x1000 LIGHT 5", Files.readString(folder.resolve("tour/pictures/runs.png")));
        assertTrue(ended.out().contains(folder.resolve("tour/pictures").toString()), ended.out());
    }

    @Test
    void withoutADisplayTheExitCodeTellsOfProblemsAsThatOfAnImport() throws IOException {
        Path odd = folder.resolve("odd");
        SmallFolder.write(odd, 2, 1, 1);
        Files.writeString(odd.resolve("1/" + SmallFolder.id(0) + "/metrics/m0"), "what is this\n");
        Front front = new Front(Optional.of(request -> {
            throw new UnsupportedOperationException("Unable to open DISPLAY");
        }), Optional.of(new Pencil()));
        Shell.Ended ended = new Shell(folder.resolve("tour-odd"), front).run(odd.toString());
        assertEquals(Exit.PROBLEMS, ended.exit(), ended.err());
        assertTrue(Files.exists(folder.resolve("tour-odd/pictures/runs.png")));
    }

    @Test
    void theWindowGetsThePathsAndTheOpenWorkspace() {
        Front front = new Front(Optional.of(request -> {
            assertEquals(List.of(store), request.paths());
            return request.workbench().workspace().catalog().frame().size();
        }), Optional.empty());
        assertEquals(3, new Shell(folder.resolve("ws"), front).run(store.toString()).exit());
    }

    /// Draws a line of text.
    private static final class Pencil implements ViewRenderer {

        @Override
        public List<String> views() {
            return List.of("runs", "curves");
        }

        @Override
        public void render(Workspace workspace, String view, RenderOptions options) throws IOException {
            Files.writeString(options.out(), view + " " + options.width() + "x" + options.height() + " "
                    + options.theme() + " " + workspace.catalog().frame().size());
        }
    }

    @Test
    void theSameWorkspaceOpensAgainAfterEveryCommand() {
        try (Workbench workbench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline())) {
            assertEquals(3, workbench.workspace().catalog().frame().size());
        }
    }
}
