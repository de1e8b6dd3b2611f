package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files attached to a run are copied in, listed, checked, and taken away again.
class AttachedFilesTest {

    /// The SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private Path store;
    private Path note;
    private Path report;
    private Shell shell;

    @BeforeEach
    void aRunAndFilesBesideIt() throws IOException {
        store = folder.resolve("mlruns");
        SmallFolder.write(store, 2, 1, 3);
        note = Files.writeString(folder.resolve("note.txt"), "abc");
        report = folder.resolve("report");
        Files.createDirectories(report.resolve("plots"));
        Files.writeString(report.resolve("index.html"), "<p>good</p>");
        Files.writeString(report.resolve("plots").resolve("roc.svg"), "<svg/>");
        shell = new Shell(folder.resolve("ws"));
        shell.run("import", store.toString());
    }

    private void attach(Path... paths) {
        List<String> words = new ArrayList<>(List.of("edit", SmallFolder.id(0)));
        Stream.of(paths).forEach(path -> words.addAll(List.of("--attach", path.toString())));
        assertEquals(Exit.DONE, shell.run(words.toArray(String[]::new)).exit());
    }

    private List<String> attached() {
        JsonNode list = shell.run("run", SmallFolder.id(0), "--json").json().get("artifacts").get("attached");
        List<String> paths = new ArrayList<>();
        list.forEach(file -> paths.add(file.get("path").textValue()));
        return paths;
    }

    @Test
    void aFileIsAttachedAlone() throws IOException {
        Path made = Path.of("src", "test", "resources", "cotejo", "registry", "onnx");
        attach(made.resolve("mlp_dynamo.onnx"));
        assertEquals(List.of("mlp_dynamo.onnx"), attached());
        assertEquals(Exit.DONE, shell.run("check").exit());
    }

    private Path content() {
        return folder.resolve("ws").resolve("files").resolve("ba").resolve(ABC);
    }

    @Test
    void aFileIsCopiedUnderTheHashOfItsContent() throws IOException {
        attach(note);
        assertEquals("abc", Files.readString(content()));
    }

    @Test
    void whereTheFileCameFromStays() throws IOException {
        attach(note);
        assertEquals("abc", Files.readString(note));
    }

    @Test
    void aFolderKeepsItsNameAndWhatIsInIt() {
        attach(report);
        assertEquals(List.of("report/index.html", "report/plots/roc.svg"), attached());
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        attach(note);
        attach(note, report);
        attach(report);
        assertEquals(List.of("note (2).txt", "note.txt", "report (2)/index.html", "report (2)/plots/roc.svg",
                "report/index.html", "report/plots/roc.svg"), attached());
    }

    /// The second sum is by sha256sum 9.4, of "abd".
    @Test
    void whatIsAttachedIsCompared() throws IOException {
        attach(note);
        Path other = Files.writeString(Files.createDirectories(folder.resolve("other")).resolve("note.txt"), "abd");
        shell.run("edit", SmallFolder.id(1), "--attach", other.toString());
        JsonNode rows = shell.run("diff", SmallFolder.id(0), SmallFolder.id(1), "--json").json().get("sections")
                .get("artifacts");
        assertEquals("attached/note.txt", rows.get(0).get("key").textValue(), rows.toString());
        assertTrue(rows.get(0).get("differs").booleanValue(), rows.toString());
        assertTrue(rows.toString().contains("[\"" + ABC + "\","
                + "\"a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9\"]"), rows.toString());
    }

    @Test
    void oneMissingFileAndNothingIsAttached() {
        assertEquals(Exit.UNREADABLE, shell.run("edit", SmallFolder.id(0), "--attach", note.toString(), "--attach",
                folder.resolve("nowhere").toString()).exit());
        assertEquals(List.of(), attached());
        assertFalse(Files.exists(content()));
    }

    @Test
    void itIsStillThereAfterAnotherImport() {
        attach(note);
        shell.run("import", store.toString(), "--copy-artifacts");
        assertEquals(List.of("note.txt"), attached());
    }

    @Test
    void itIsStillThereWhenTheSourceIsGone() throws IOException {
        attach(note);
        Files.move(store, folder.resolve("away"));
        assertEquals(List.of("note.txt"), attached());
    }

    @Test
    void whatIsTakenAwayIsNotKept() {
        attach(note);
        assertEquals(Exit.DONE, shell.run("edit", SmallFolder.id(0), "--detach", "note.txt").exit());
        assertEquals(List.of(), attached());
        assertFalse(Files.exists(content()));
    }

    @Test
    void aWholeFolderIsTakenAwayByItsName() {
        attach(report, note);
        shell.run("edit", SmallFolder.id(0), "--detach", "report");
        assertEquals(List.of("note.txt"), attached());
    }

    @Test
    void whatIsNotAttachedCannotBeTakenAway() {
        assertEquals(Exit.USAGE, shell.run("edit", SmallFolder.id(0), "--detach", "other.txt").exit());
    }

    @Test
    void checkFindsAnAttachedFileThatWasChanged() throws IOException {
        attach(note);
        assertEquals(Exit.DONE, shell.run("check").exit());
        assertTrue(content().toFile().setWritable(true));
        Files.writeString(content(), "abd");
        assertEquals(Exit.WORKSPACE, shell.run("check").exit());
        String said = shell.run("check").out() + shell.run("check").err();
        assertTrue(said.contains("note.txt"), said);
    }

    @Test
    void anAttachedFileCanBeRegistered() {
        attach(note);
        assertEquals(Exit.DONE, shell.run("register", SmallFolder.id(0), "note.txt", "--name", "m").exit());
    }
}
