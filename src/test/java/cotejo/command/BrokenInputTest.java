package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Broken input gets its sentence and its exit code: 3 where nothing could be imported, 1 where the rest was.
class BrokenInputTest {

    @TempDir
    private Path folder;

    private Shell shell;
    private Path store;

    @BeforeEach
    void aStoreOfTwoRuns() throws IOException {
        shell = new Shell(folder.resolve("ws"));
        store = folder.resolve("store");
        SmallFolder.write(store, 2, 1, 3);
    }

    private Path run(int number) {
        return store.resolve("1").resolve(SmallFolder.id(number));
    }

    private void refused(Path path) {
        Shell.Ended ended = shell.run("import", path.toString(), "--json");
        assertEquals(Exit.UNREADABLE, ended.exit(), ended.out());
        assertTrue(ended.err().contains(path.getFileName().toString()), ended.err());
        assertTrue(ended.err().lines().count() <= 2, ended.err());
        assertEquals(0, ended.json().get("sources").size());
        assertTrue(ended.json().get("problems").get(0).get("file").textValue()
                .endsWith(path.getFileName().toString()), ended.out());
    }

    /// Imports the store and expects so many runs, and a problem that names the file.
    private void partly(int runs, String file) {
        Shell.Ended ended = shell.run("import", store.toString(), "--json");
        assertEquals(Exit.PROBLEMS, ended.exit(), ended.out() + ended.err());
        JsonNode source = ended.json().get("sources").get(0);
        assertEquals(runs, source.get("runsAdded").intValue(), ended.out());
        List<String> files = new ArrayList<>();
        source.get("problems").forEach(problem -> files.add(problem.get("file").textValue()));
        assertTrue(files.stream().anyMatch(name -> name.endsWith(file)), files.toString());
    }

    @Test
    void nothingThere() {
        refused(folder.resolve("gone"));
    }

    /// What was done as told is not told again.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aCircleThatWasTakenAwayIsForgotten() throws IOException {
        Path link = run(1).resolve("artifacts/self");
        Files.createSymbolicLink(link, link);
        assertEquals(Exit.PROBLEMS, shell.run("import", store.toString()).exit());
        Shell.Ended again = shell.run("import", store.toString(), "--json");
        assertEquals(Exit.PROBLEMS, again.exit());
        assertEquals(2, again.json().get("sources").get(0).get("runsUnchanged").intValue());
        Files.delete(link);
        assertEquals(Exit.DONE, shell.run("import", store.toString()).exit());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void aLinkToItself() throws IOException {
        Path link = folder.resolve("self");
        refused(Files.createSymbolicLink(link, link));
        assertTrue(shell.run("import", link.toString()).err().contains("circle"));
    }

    @Test
    void anEmptyFolder() throws IOException {
        refused(Files.createDirectory(folder.resolve("empty")));
    }

    @Test
    void anEmptyFile() throws IOException {
        refused(Files.createFile(folder.resolve("empty.db")));
    }

    @Test
    void aFileOfAnotherKind() throws IOException {
        refused(Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam"));
    }

    @Test
    void aDatabaseThatWasCutOff() throws IOException {
        Path corpus = Path.of("..", "shared", "corpus", "mlflow-sqlite", "mlflow.db");
        Assumptions.assumeTrue(Files.exists(corpus));
        byte[] whole = Files.readAllBytes(corpus);
        for (int length : new int[] {50, 5000, whole.length / 2}) {
            Path cut = folder.resolve("cut" + length + ".db");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            Shell.Ended ended = shell.run("import", cut.toString());
            assertTrue(ended.exit() == Exit.UNREADABLE || ended.exit() == Exit.PROBLEMS, length + ": " + ended);
            assertTrue(ended.err().contains(cut.getFileName().toString()), ended.err());
        }
    }

    @Test
    void aMetaFileWithTabs() throws IOException {
        Files.writeString(run(1).resolve("meta.yaml"), "run_id:\tx\n\tstatus: 3\n\t\t- [\n");
        partly(2, "meta.yaml");
    }

    @Test
    void aMetaFileFullOfAliases() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9) + "*a" + (i - 1)));
        }
        Files.writeString(run(1).resolve("meta.yaml"), bomb);
        partly(2, "meta.yaml");
    }

    @Test
    void aSingleLineOfTwoGigabytes() throws IOException {
        Path line = run(1).resolve("metrics/m0");
        try (RandomAccessFile file = new RandomAccessFile(line.toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        Shell.Ended ended = shell.run("import", store.toString(), "--json");
        assertEquals(Exit.PROBLEMS, ended.exit(), ended.out() + ended.err());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there (2026-11-27)")
    void linksInACircle() throws IOException {
        Files.createSymbolicLink(store.resolve("again"), store);
        Files.createSymbolicLink(run(0).resolve("metrics/self"), run(0));
        partly(2, "store/again");
    }

    /// The store is still one store, not each of its experiments by itself.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are not POSIX there (2026-11-27)")
    void anExperimentThatMayNotBeLookedInto() throws IOException {
        Path closed = Files.createDirectories(store.resolve("2"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(closed), "the administrator may read everything");
        partly(2, "store/2");
        assertEquals(store.toString(), shell.run("import", store.toString(), "--json").json().get("sources").get(0)
                .get("path").textValue());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are not POSIX there (2026-11-27)")
    void aFileThatMayNotBeRead() throws IOException {
        Path file = run(1).resolve("meta.yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "the administrator may read everything");
        partly(2, "meta.yaml");
    }

    @Test
    void aZipThatClimbsOut() throws IOException {
        Path zip = folder.resolve("climbs.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("../../evil/meta.yaml"));
            out.write("run_id: x".getBytes(StandardCharsets.UTF_8));
        }
        refused(zip);
        assertFalse(Files.exists(folder.resolve("../evil")));
    }

    @Test
    void aRunFolderThatLeadsElsewhere() throws IOException {
        Files.writeString(run(1).resolve("meta.yaml"), Files.readString(run(1).resolve("meta.yaml"))
                .replace("artifact_uri: ", "artifact_uri: file:///../../etc/") + "\n");
        partly(2, SmallFolder.id(1) + "/meta.yaml");
        assertEquals(Exit.PROBLEMS, shell.run("import", store.toString()).exit(), "nothing has changed for the better");
    }

    @Test
    void goodBesideBrokenIsImportedAndTold() {
        Shell.Ended ended = shell.run("import", store.toString(), folder.resolve("gone").toString(), "--json");
        assertEquals(Exit.PROBLEMS, ended.exit());
        assertEquals(2, ended.json().get("sources").get(0).get("runsAdded").intValue());
        assertEquals(1, ended.json().get("problems").size());
    }

    @Test
    void aCancelledImportEndsWith130AndKeepsWhatItHas() {
        cotejo.work.Cancel cancel = new cotejo.work.Cancel();
        cancel.request();
        Shell.Ended ended = shell.run(cancel, Session.Screen.PIPE, "import", store.toString(), "--json");
        assertEquals(Exit.CANCELLED, ended.exit());
        assertTrue(ended.json().has("sources"));
    }

    @Test
    void aDamagedWorkspaceIsNamedWithAWayOut() throws IOException {
        Files.createDirectories(folder.resolve("ws"));
        Files.writeString(folder.resolve("ws/cotejo.mv.db"), "this is no database at all");
        Shell.Ended ended = shell.run("runs");
        assertEquals(Exit.WORKSPACE, ended.exit());
        assertTrue(ended.err().contains("cotejo.mv.db") && ended.err().contains("restore"), ended.err());
    }

    @Test
    void noBackupIsRefusedAndTheWorkspaceStays() throws IOException {
        shell.run("import", store.toString());
        Path letter = Files.writeString(folder.resolve("letter.zip"), "no zip");
        Shell.Ended ended = shell.run("restore", letter.toString());
        assertEquals(Exit.UNREADABLE, ended.exit());
        assertTrue(ended.err().contains("letter.zip"), ended.err());
        assertEquals(Exit.UNREADABLE, shell.run("restore", folder.resolve("gone.zip").toString()).exit());
        assertEquals(2, shell.run("runs", "--json").json().get("total").intValue());
    }

    /// An error names its file once, in one line.
    private void toldOnce(Path path) {
        Shell.Ended ended = shell.run("import", path.toString());
        assertEquals(Exit.UNREADABLE, ended.exit(), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertEquals(2, ended.err().split(java.util.regex.Pattern.quote(path.toString()), -1).length, ended.err());
    }

    @Test
    void theFileIsNamedOnce() throws IOException {
        byte[] start = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);
        toldOnce(Files.write(folder.resolve("cut.db"), start));
        toldOnce(Files.write(folder.resolve("noise.db"), java.util.Arrays.copyOf(start, 9000)));
        toldOnce(Files.write(folder.resolve("noise.zip"), new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3}));
        toldOnce(Files.createFile(folder.resolve("nothing.db")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no named pipes in folders there (2026-11-27)")
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        toldOnce(pipe);
        assertTrue(shell.run("import", pipe.toString()).err().contains("neither"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are not POSIX there (2026-11-27)")
    void aFolderThatMayNotBeLookedIntoIsToldBesideTheRest() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("all/closed"));
        SmallFolder.write(folder.resolve("all/open"), 1, 1, 1);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(closed), "the administrator may read everything");
        Shell.Ended ended = shell.run("import", folder.resolve("all").toString(), "--json");
        assertEquals(Exit.PROBLEMS, ended.exit(), ended.err());
        assertEquals(1, ended.json().get("sources").get(0).get("runsAdded").intValue());
        assertTrue(ended.err().contains("all/closed"), ended.err());
    }

    @Test
    void aRunWithManyTagsIsStoredInOneGo() throws IOException {
        for (int tag = 0; tag < 3000; tag++) {
            Files.writeString(run(1).resolve("tags/tag" + tag), "value " + tag);
        }
        assertEquals(Exit.DONE, shell.run("import", store.toString()).exit());
        assertEquals("value 2999", shell.run("run", SmallFolder.id(1), "--json").json().get("tags").get("tag2999")
                .textValue());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the address has another form there (2026-11-27)")
    void aWorkspacePathTheDatabaseCannotTakeIsRefused() {
        Shell.Ended ended = new Shell(folder.resolve("a;INIT=shutdown")).run("import", store.toString());
        assertEquals(Exit.WORKSPACE, ended.exit());
        assertTrue(ended.err().contains("semicolon") && ended.err().contains("a;INIT"), ended.err());
        assertFalse(Files.exists(folder.resolve("a;INIT=shutdown")));
    }

    @Test
    void aWorkspacePathMayHoldBlanksAndLetters() {
        Shell odd = new Shell(folder.resolve("a b#c%20é日本"));
        assertEquals(Exit.DONE, odd.run("import", store.toString()).exit());
        assertEquals(2, odd.run("runs", "--json").json().get("total").intValue());
    }

    @Test
    void aFileInThePlaceOfTheWorkspaceIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Shell.Ended ended = new Shell(file).run("runs");
        assertEquals(Exit.WORKSPACE, ended.exit());
        assertTrue(ended.err().contains(file.toString()) && !ended.err().contains("Exception"), ended.err());
    }

    @Test
    void anUnfinishedBackupIsNone() throws IOException {
        shell.run("import", store.toString());
        assertEquals(Exit.DONE, shell.run("backup").exit());
        try (java.util.stream.Stream<Path> files = Files.list(folder.resolve("ws/backups"))) {
            assertTrue(files.allMatch(file -> file.toString().endsWith(".zip")));
        }
    }

    @Test
    void aParamATagAndAMetricMayShareTheirNames() throws IOException {
        for (String name : new String[] {"seed", "depth", "width"}) {
            Files.writeString(run(1).resolve("params").resolve(name), "param " + name);
            Files.writeString(run(1).resolve("tags").resolve(name), "tag " + name);
            Files.writeString(run(1).resolve("metrics").resolve(name), "1 2.5 0\n");
        }
        Shell.Ended ended = shell.run("import", store.toString());
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        JsonNode run = shell.run("run", SmallFolder.id(1), "--json").json();
        for (String name : new String[] {"seed", "depth", "width"}) {
            assertEquals("param " + name, run.get("params").get(name).textValue());
            assertEquals("tag " + name, run.get("tags").get(name).textValue());
            assertEquals(2.5, run.get("metrics").get(name).get("last").doubleValue());
        }
    }
}
