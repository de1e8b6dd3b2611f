package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.Workbench;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The artifacts of a store in a zip file are those of the folder it was made from, in every way they are used.
class ZippedSourceTest {

    private static final String MODEL = "m-e5119adb3305475699df2198dfed9094";

    @TempDir
    private Path folder;

    private Path store;
    private Path model;
    private Shell shell;

    @BeforeEach
    void theSample() throws IOException {
        store = Path.of("sample-data/digits-and-more/mlruns").toAbsolutePath();
        try (Stream<Path> all = Files.walk(store, 3)) {
            model = all.filter(path -> path.endsWith(MODEL)).findFirst().orElseThrow().resolve("artifacts");
        }
        shell = new Shell(folder.resolve("ws"));
    }

    /// The store as a zip file, its paths below `top`.
    private Path zip(String top) throws IOException {
        Path zip = folder.resolve("store.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> all = Files.walk(store)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(top + store.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return zip;
    }

    private String runWithArtifacts() throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            Path file = all.filter(path -> path.toString().contains("artifacts") && Files.isRegularFile(path)
                    && !path.toString().contains("models")).sorted().findFirst().orElseThrow();
            return store.relativize(file).getName(1).toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mlruns/", "old!/mlruns/"})
    void aFileInAZipFileIsOpenedWithItsBytes(String top) throws IOException {
        String run = runWithArtifacts();
        shell.run("import", zip(top).toString());
        JsonNode artifacts = shell.run("run", run, "--json").json().get("artifacts");
        assertEquals("beside-run", artifacts.get("rule").textValue(), artifacts.toString());
        assertFalse(artifacts.get("files").isEmpty());
        Path unpacked = folder.resolve("ws").resolve("unpacked");
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline())) {
            for (JsonNode file : artifacts.get("files")) {
                Path opened = bench.workspace().artifacts().file(artifacts.get("place").textValue(),
                        file.get("path").textValue(), Cancel.never());
                assertTrue(opened.startsWith(unpacked), opened.toString());
                assertEquals(-1, Files.mismatch(opened, original(run).resolve(file.get("path").textValue())));
            }
        }
        assertFalse(Files.exists(unpacked), "what was unpacked is cleared when the workspace is closed");
    }

    private Path original(String run) throws IOException {
        try (Stream<Path> all = Files.walk(store, 2)) {
            return all.filter(path -> path.endsWith(run)).findFirst().orElseThrow().resolve("artifacts");
        }
    }

    @Test
    void aLoggedModelInAZipFileIsRegisteredWithAllItsFiles() throws IOException {
        shell.run("import", zip("mlruns/").toString());
        Shell.Ended ended = shell.run("register", "models:/" + MODEL, "--name", "fresh", "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        sameBytes();
    }

    /// What a version has, against the folder it came from.
    private void sameBytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(model)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertEquals(bytes, registeredBytes());
    }

    @Test
    void anArtifactInAZipFileIsRegistered() throws IOException {
        String run = runWithArtifacts();
        shell.run("import", zip("mlruns/").toString());
        String path = shell.run("run", run, "--json").json().get("artifacts").get("files").get(0).get("path")
                .textValue();
        Shell.Ended ended = shell.run("register", run, path, "--name", "fresh", "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        assertEquals(Files.size(original(run).resolve(path)), registeredBytes());
    }

    private long registeredBytes() {
        for (JsonNode model : shell.run("models", "--json").json().get("models")) {
            if (model.get("name").textValue().equals("fresh")) {
                return model.get("versions").get(0).get("bytes").longValue();
            }
        }
        return -1;
    }

    @Test
    void copiesOutOfAZipFileAreThoseOfTheFolderAndIncludeLoggedModels() throws IOException {
        Path zip = zip("mlruns/");
        assertEquals(Exit.DONE, shell.run("import", zip.toString(), "--copy-artifacts").exit());
        Files.delete(zip);
        copiesAreThere();
    }

    @Test
    void theRunThatLoggedAModelTellsItsFilesWhetherInTheSourceOrCopied() throws IOException {
        Path zip = zip("mlruns/");
        shell.run("import", zip.toString(), "--copy-artifacts");
        JsonNode own = loggedModel();
        assertEquals("beside-run", own.get("rule").textValue(), own.toString());
        assertEquals(modelFiles(), files(own));
        Files.delete(zip);
        JsonNode kept = loggedModel();
        assertEquals("kept", kept.get("rule").textValue(), kept.toString());
        assertEquals(modelFiles(), files(kept));
        List<String> ofTheRun = files(shell.run("run", runOfTheModel(), "--json").json().get("artifacts"));
        assertFalse(ofTheRun.stream().anyMatch(file -> file.startsWith("models/")), ofTheRun.toString());
        String told = shell.run("run", runOfTheModel()).out();
        assertTrue(told.contains(MODEL) && told.contains("model/MLmodel"), told);
    }

    private JsonNode loggedModel() throws IOException {
        for (JsonNode one : shell.run("run", runOfTheModel(), "--json").json().get("loggedModels")) {
            if (one.get("id").textValue().equals(MODEL)) {
                return one.get("artifacts");
            }
        }
        throw new AssertionError("the run does not tell the model");
    }

    /// The run that the model's own meta file names.
    private String runOfTheModel() throws IOException {
        try (Stream<String> lines = Files.lines(model.resolveSibling("meta.yaml"))) {
            return lines.filter(line -> line.startsWith("source_run_id:")).findFirst().orElseThrow()
                    .substring("source_run_id:".length()).strip();
        }
    }

    private static List<String> files(JsonNode artifacts) {
        List<String> files = new ArrayList<>();
        artifacts.get("files").forEach(file -> files.add(file.get("path").textValue() + " " + file.get("bytes")));
        return files.stream().sorted().toList();
    }

    private List<String> modelFiles() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(model)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(model.relativize(file).toString().replace('\\', '/') + " " + Files.size(file));
            }
        }
        return files.stream().sorted().toList();
    }

    @Test
    void copiesOfAFolderIncludeLoggedModels() throws IOException {
        Path copy = folder.resolve("mlruns");
        try (Stream<Path> all = Files.walk(store)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(store.relativize(path).toString()));
            }
        }
        assertEquals(Exit.DONE, shell.run("import", copy.toString(), "--copy-artifacts").exit());
        Files.move(copy, folder.resolve("away"));
        copiesAreThere();
    }

    private void copiesAreThere() throws IOException {
        JsonNode artifacts = shell.run("run", runWithArtifacts(), "--json").json().get("artifacts");
        assertEquals("kept", artifacts.get("rule").textValue(), artifacts.toString());
        Shell.Ended ended = shell.run("register", "models:/" + MODEL, "--name", "fresh", "--json");
        assertEquals(Exit.DONE, ended.exit(), ended.err());
        sameBytes();
    }

    @Test
    void anEntryThatUnpacksToFarMoreThanAnArtifactIsNotOpened() throws IOException {
        String run = runWithArtifacts();
        Path zip = zip("mlruns/");
        Path big = folder.resolve("big.zip");
        String inside = "mlruns/" + store.relativize(original(run)).toString().replace('\\', '/') + "/zeros.bin";
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(big));
                java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry(inside));
            for (int i = 0; i < 32; i++) {
                out.write(new byte[1 << 20]);
            }
            out.closeEntry();
        }
        Shell.Ended ended = shell.run("import", big.toString(), "--copy-artifacts");
        assertEquals(Exit.PROBLEMS, ended.exit());
        assertTrue(ended.err().contains("zeros.bin"), ended.err());
        ended = shell.run("register", run, "zeros.bin", "--name", "fresh");
        assertTrue(ended.exit() != Exit.DONE && ended.err().contains("zeros.bin"), ended.err());
    }
}
