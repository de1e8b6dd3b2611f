package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.Run;
import cotejo.model.RunStatus;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database whose end is missing opens as it was some time ago, or not at all; both are told.
class CutDatabaseTest {

    @TempDir
    private Path folder;

    /// A workspace of two hundred runs, each committed by itself, closed in order.
    private Path workspace() {
        Path workspace = folder.resolve("whole");
        try (Database database = Database.open(WorkspaceFolder.at(workspace), "test")) {
            long source = new SourceStore(database).register("test", "/a/store", "store").key();
            Random noise = new Random(7);
            try (ImportWriter writer = ImportWriter.begin(database, source)) {
                writer.experiment(new Experiment(0, 0, "1", "one", Lifecycle.ACTIVE, "", 0, 0, Map.of()));
                for (int i = 0; i < 200; i++) {
                    RunDraft draft = writer.replace(new Run(0, 0, 0, "run" + i, "run " + i, RunStatus.FINISHED,
                            Lifecycle.ACTIVE, 0, 0, "", "", null, false, false), "1", Map.of(), Map.of(), List.of(), 0);
                    for (int step = 0; step < 300; step++) {
                        draft.point("loss", step, step, noise.nextDouble());
                    }
                    draft.done(new byte[0]);
                    writer.commit();
                }
            }
        }
        return workspace.resolve("cotejo.mv.db");
    }

    @Test
    void whereverTheFileIsCutItIsTold() throws IOException {
        Path whole = workspace();
        assertEquals(SchemaLook.Finding.PLAIN, SchemaLook.at(whole));
        long size = Files.size(whole);
        int earlier = 0;
        for (int part = 1; part < 20; part++) {
            Path cut = folder.resolve("cut" + part);
            Files.createDirectories(cut);
            Path file = Files.copy(whole, cut.resolve("cotejo.mv.db"));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(size * part / 20);
            }
            earlier += told(cut);
        }
        assertTrue(earlier > 5, "opened as they were before: " + earlier);
    }

    /// 1 when the workspace was opened, and the loss told; 0 when it was refused in a sentence that names the file.
    private static int told(Path cut) {
        try (Database database = Database.open(WorkspaceFolder.at(cut), "test")) {
            long runs = Verification.of(database, Progress.NONE, Cancel.never()).runs();
            Optional<String> loss = database.loss().map(problem -> problem.file());
            assertEquals(Optional.of(cut.resolve("cotejo.mv.db").toString()), loss, "with " + runs + " runs");
            assertTrue(Verification.of(database, Progress.NONE, Cancel.never()).problems()
                    .contains(database.loss().orElseThrow()));
            return 1;
        } catch (StoreException refused) {
            assertTrue(String.valueOf(refused.getMessage()).contains(cut.toString()), refused.getMessage());
            return 0;
        }
    }

    @Test
    void aProgramThatWasKilledHasLostNothing() throws IOException {
        Path whole = folder.resolve("killed");
        try (Database database = Database.open(WorkspaceFolder.at(whole), "test")) {
            SourceStore sources = new SourceStore(database);
            for (int i = 0; i < 60; i++) {
                sources.register("test", "/a/store" + i, "store");
                Path copy = Files.createDirectories(folder.resolve("copy" + i)).resolve("cotejo.mv.db");
                Files.copy(whole.resolve("cotejo.mv.db"), copy);
                assertEquals(SchemaLook.Finding.PLAIN, SchemaLook.at(copy), "after " + i);
            }
        }
    }
}
