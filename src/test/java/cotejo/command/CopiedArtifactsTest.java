package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.Workbench;
import cotejo.model.RunFrame;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Artifacts that were copied with an import are found when the source has gone.
class CopiedArtifactsTest {

    /// The SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private Path store;
    private Path artifact;
    private Shell shell;

    @BeforeEach
    void aStoreWithOneArtifact() throws IOException {
        store = folder.resolve("mlruns");
        SmallFolder.write(store, 2, 1, 3);
        artifact = store.resolve("1").resolve(SmallFolder.id(0)).resolve("artifacts").resolve("model");
        Files.createDirectories(artifact);
        Files.writeString(artifact.resolve("weights.txt"), "abc");
        shell = new Shell(folder.resolve("ws"));
    }

    private JsonNode artifacts() {
        return shell.run("run", SmallFolder.id(0), "--json").json().get("artifacts");
    }

    @Test
    void theCopyIsTheFileByteForByteAndTheSourceStays() throws IOException {
        assertEquals(Exit.DONE, shell.run("import", store.toString(), "--copy-artifacts").exit());
        assertEquals("abc", Files.readString(folder.resolve("ws").resolve("files").resolve("ba").resolve(ABC)));
        assertEquals("abc", Files.readString(artifact.resolve("weights.txt")));
    }

    @Test
    void theCopiesAreFoundWhenTheSourceIsGone() throws IOException {
        shell.run("import", store.toString(), "--copy-artifacts");
        Files.move(store, folder.resolve("away"));
        JsonNode found = artifacts();
        assertEquals("kept", found.get("rule").textValue(), found.toString());
        assertEquals("model/weights.txt", found.get("files").get(0).get("path").textValue());
        assertEquals(3, found.get("files").get(0).get("bytes").intValue());
    }

    @Test
    void theCopiesAreComparedWhenTheSourceIsGone() throws IOException {
        shell.run("import", store.toString(), "--copy-artifacts");
        Files.move(store, folder.resolve("away"));
        JsonNode rows = shell.run("diff", SmallFolder.id(0), SmallFolder.id(1), "--json").json().get("sections")
                .get("artifacts");
        assertEquals("model/weights.txt", rows.get(0).get("key").textValue(), rows.toString());
        assertEquals("[3,null]", rows.get(0).get("values").toString());
    }

    @Test
    void theSourcesOwnFilesComeFirstWhileItIsThere() {
        shell.run("import", store.toString(), "--copy-artifacts");
        assertEquals("beside-run", artifacts().get("rule").textValue());
    }

    /// MLflow 3 logs a model outside any run when none is active; its files belong to no run.
    @Test
    void theFilesOfAModelThatNoRunWroteAreKeptToo() throws IOException {
        String id = "m-0123456789abcdef0123456789abcdef";
        Path model = store.resolve("1/models").resolve(id);
        Files.createDirectories(model.resolve("artifacts"));
        Files.writeString(model.resolve("meta.yaml"), "model_id: " + id + "\nexperiment_id: '1'\nname: net\nstatus: 2\n"
                + "creation_timestamp: 1750000000000\nlast_updated_timestamp: 1750000000000\n");
        Files.writeString(model.resolve("artifacts/weights.bin"), "abc");
        assertEquals(Exit.DONE, shell.run("import", store.toString(), "--copy-artifacts").exit());
        Files.move(store, folder.resolve("away"));
        Files.delete(folder.resolve("away/1").resolve(SmallFolder.id(0)).resolve("artifacts/model/weights.txt"));
        assertEquals(Exit.DONE, shell.run("check").exit());
        Shell.Ended made = shell.run("register", "models:/" + id, "--name", "kept", "--json");
        assertEquals(Exit.DONE, made.exit(), made.err());
        JsonNode version = shell.run("model", "kept", "--json").json().get("versions").get(0);
        assertEquals(3, version.get("bytes").intValue(), version.toString());
    }

    /// The run may arrive later than the model it logged; what was copied of the model goes with it in the end.
    @Test
    void theCopyOfAModelGoesWithTheRunThatCameLater() throws IOException {
        String id = "m-0123456789abcdef0123456789abcdef";
        String run = SmallFolder.id(0);
        Path model = store.resolve("1/models").resolve(id);
        Files.createDirectories(model.resolve("artifacts"));
        Files.writeString(model.resolve("meta.yaml"), "model_id: " + id + "\nexperiment_id: '1'\nname: net\nstatus: 2\n"
                + "source_run_id: " + run + "\n"
                + "creation_timestamp: 1750000000000\nlast_updated_timestamp: 1750000000000\n");
        Files.writeString(model.resolve("artifacts/weights.bin"), "of the model alone");
        Path away = Files.move(store.resolve("1").resolve(run), folder.resolve("later"));
        assertEquals(Exit.DONE, shell.run("import", store.toString(), "--copy-artifacts").exit());
        Files.move(away, store.resolve("1").resolve(run));
        assertEquals(Exit.DONE, shell.run("import", store.toString()).exit());
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline())) {
            long source = bench.workspace().sources().all().getFirst().key();
            assertEquals(1, bench.workspace().content().ofModel(source, id).size());
            RunFrame frame = bench.workspace().catalog().fresh();
            long key = java.util.stream.IntStream.range(0, frame.size()).mapToObj(frame::run)
                    .filter(found -> found.id().equals(run)).findFirst().orElseThrow().key();
            bench.workspace().edits().deleteForGood(List.of(key));
            assertEquals(List.of(), bench.workspace().content().ofModel(source, id));
        }
    }

    @Test
    void aDiskWithoutRoomIsAProblemThatNamesTheWorkspace() {
        shell.run("import", store.toString());
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline())) {
            ArtifactCopies copies = new ArtifactCopies(bench.workspace(), any -> 1000);
            copies.of(bench.workspace().sources().all().getFirst(), Progress.NONE, Cancel.never());
            assertEquals(1, copies.problems().size());
            assertTrue(copies.problems().getFirst().message().contains(folder.resolve("ws").toString()));
        }
        assertFalse(Files.exists(folder.resolve("ws").resolve("files").resolve("ba")));
    }

    @Test
    void withoutTheOptionNothingIsCopied() throws IOException {
        shell.run("import", store.toString());
        assertFalse(Files.exists(folder.resolve("ws").resolve("files").resolve("ba")));
    }
}
