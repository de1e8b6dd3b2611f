package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.Cotejo;
import cotejo.workspace.Workspace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be done ends with the exit code of the contract and one sentence that says what to do.
class UsageTest {

    private static final Path SAMPLE = Path.of("sample-data", "digits-and-more");

    @TempDir
    private static Path folder;

    private static Shell shell;

    @BeforeAll
    static void importTheSample() {
        shell = new Shell(folder.resolve("workspace"));
        assertEquals(Exit.DONE, shell.run("import", SAMPLE.toString()).exit());
    }

    private static void refused(Shell.Ended ended, int exit, String sentence) {
        assertEquals("cotejo: " + sentence + System.lineSeparator(), ended.err());
        assertEquals(exit, ended.exit());
        assertEquals("", ended.out());
    }

    @Test
    void aWordThatIsNeitherCommandNorFileOpensNoWindow() {
        refused(shell.run("runz"), Exit.USAGE, "There is neither a command nor a file runz. Try: cotejo --help");
    }

    @Test
    void aFileThatIsNotThereOpensNoWindow() {
        Path missing = folder.resolve("mlruns");
        refused(shell.run(missing.toString()), Exit.UNREADABLE,
                missing + ": There is no such file or folder. Check the path.");
    }

    @ParameterizedTest
    @CsvSource({"runs --limit x, --limit cannot be x.", "runs --limit -1, --limit cannot be -1.",
        "runs --locale fr, --locale cannot be fr.", "runs --limit, --limit wants a value.",
        "runs --json=true, --json takes no value.",
        "profile sample-data/digits-and-more/data/diabetes.csv --from sample:0, --from cannot be sample:0.",
        "profile sample-data/digits-and-more/data/diabetes.csv --from 5, --from cannot be 5.",
        "chart --metric m --out a.svg, RUN|--experiment|--filter is missing.",
        "alias frob m a 1, ACTION cannot be frob.",
        "alias set m a, NUMBER is missing.",
        "promote diabetes-progression 1, --to is missing.", "import, PATH is missing.",
        "edit --star --unstar 62502278, --star and --unstar cannot be given together.",
        "render runs --theme blue --out x.png, --theme cannot be blue."})
    void whatIsWrongOrMissingIsNamedWithTheHelpOfItsCommand(String line, String sentence) {
        Shell all = new Shell(folder.resolve("workspace"),
                new Front(Optional.empty(), Optional.of(new NoViews())));
        String[] words = line.split(" ");
        refused(all.run(words), Exit.USAGE, sentence + " Try: cotejo " + words[0] + " --help");
    }

    /// A script with an unset variable gives an empty text, which would be the folder one happens to be in.
    @ParameterizedTest
    @ValueSource(strings = {"import", "data", "schema", "inspect", "restore", "--locale en", "export --out",
        "chart --experiment digits-mlp --metric val/loss --out", "convert x.csv", "edit 62502278 --attach"})
    void anEmptyTextIsNoPath(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.add("");
        refused(shell.run(words.toArray(String[]::new)), Exit.USAGE,
                "An empty text is no path. Name a file or folder; the current folder is a dot.");
    }

    /// Knows one view and draws none.
    private static final class NoViews implements ViewRenderer {

        @Override
        public List<String> views() {
            return List.of("runs");
        }

        @Override
        public void render(Workspace workspace, String view, RenderOptions options) {
            throw new AssertionError(view);
        }
    }

    @Test
    void aBlankWorkspaceIsNotTheFolderOneIsIn() throws Exception {
        Spawned.Ended ended = Spawned.start(Cotejo.class, folder, "runs", "--workspace", "").end();
        assertEquals(Exit.USAGE, ended.exit(), ended.err());
        assertTrue(ended.err().startsWith("cotejo: --workspace cannot be \"\"."), ended.err());
        assertFalse(Files.exists(folder.resolve("cotejo.mv.db")));
    }

    @ParameterizedTest
    @CsvSource({"convert sample-data/digits-and-more/data/diabetes.csv, x.parquet",
        "export --out, x.csv", "chart 62502278 --metric accuracy --out, x.svg",
        "chart 62502278 --metric accuracy --data raw --out, x.csv",
        "export models:/diabetes-progression@champion --out, x.zip"})
    void aFileInAFolderThatIsNotThereIsNamedAsItWasAskedFor(String command, String name) {
        Path out = folder.resolve("nowhere").resolve(name);
        refused(shell.run((command + " " + out).split(" ")), Exit.UNREADABLE, "The file " + out
                + " could not be written (no such folder). Check that its folder is there and can be written to.");
    }

    @ParameterizedTest
    @CsvSource({"check", "backup", "runs", "experiments", "models", "sources"})
    void aWorkspaceThatNobodyMadeIsNeitherSoundNorEmpty(String command) {
        Path nowhere = folder.resolve("mistyped");
        refused(new Shell(nowhere).run(command), Exit.WORKSPACE,
                "There is no workspace in " + nowhere + ". Name the folder of one with --workspace.");
        assertFalse(Files.exists(nowhere));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anOutputThatCannotBeWrittenIsSaidOnce() throws Exception {
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Cotejo.class.getName(), "runs", "--json", "--workspace",
                folder.resolve("workspace").toString()).redirectOutput(new File("/dev/full"))
                .redirectError(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        assertEquals(Exit.UNREADABLE, builder.start().waitFor());
        assertEquals(1, Files.readAllLines(said).stream().filter(line -> line.startsWith("cotejo: ")).count(),
                Files.readString(said));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayPathsWithJsonGiveTheDocumentOfAnImport() throws Exception {
        Spawned.Ended ended = Spawned.start(Cotejo.class, folder, "--json", "--workspace", "tour",
                SAMPLE.toAbsolutePath().toString()).end();
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        assertEquals(43, new JsonMapper().readTree(ended.out()).get("sources").get(0).get("runs").intValue());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayTheWindowSaysSoWithoutTheNameOfAClass() throws Exception {
        Spawned.Ended ended = Spawned.start(Cotejo.class, folder, "--workspace", "none").end();
        assertEquals(Exit.UNREADABLE, ended.exit(), ended.err());
        assertEquals("cotejo: No window can be shown here (no display, or no GTK). Commands work without one; see:"
                + " cotejo --help\n", ended.err());
    }
}
