package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.bench.StoreGenerator;
import cotejo.importing.FoundStore;
import cotejo.importing.ImportSession;
import cotejo.importing.Importers;
import cotejo.importing.Recognition;
import cotejo.model.Problem;
import cotejo.model.StoredFile;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the workspace takes in is kept once, whole, and for as long as somebody refers to it.
class ContentStoreTest {

    /// The SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private WorkspaceFolder workspace;
    private Database database;
    private ContentStore content;

    @BeforeEach
    void aWorkspaceOfThreeRuns() throws Exception {
        workspace = WorkspaceFolder.at(folder.resolve("ws"));
        Path store = folder.resolve("store");
        StoreGenerator.folder(store, new StoreGenerator.Shape(3, 2, 2, 50, 1));
        open();
        for (FoundStore found : new Recognition(Importers.all()).look(List.of(store), Cancel.never()).stores()) {
            new ImportSession(database, new SourceStore(database)).run(found, Progress.NONE, Cancel.never());
        }
    }

    private void open() {
        database = Database.open(workspace, "test");
        content = new ContentStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// What Linux and macOS say when a file system has no room, met on the way as a full disk would.
    @Test
    void aDiskWithoutRoomIsSaidWithTheFileAndTheWorkspace() throws IOException {
        java.io.InputStream full = new java.io.InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 7;
                }
                throw new IOException("No space left on device");
            }
        };
        try (ContentStore.Intake intake = content.intake()) {
            IOException told = org.junit.jupiter.api.Assertions.assertThrows(IOException.class,
                    () -> intake.take("weights.bin", full, Progress.NONE, Cancel.never()));
            assertEquals("The disk of the workspace " + workspace.path() + " has no room for a copy of weights.bin. "
                    + "Nothing was kept of it; free some space and do this again.", told.getMessage());
        }
        try (Stream<Path> left = Files.walk(workspace.files())) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void whatALoggedModelRefersToStaysUntilItDoesNoMore() throws IOException {
        long source = new SourceStore(database).all().getFirst().key();
        try (ContentStore.Intake intake = content.intake()) {
            content.attachToModel(source, "m-1", List.of(intake.take("MLmodel",
                    new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)), Progress.NONE, Cancel.never())));
        }
        assertEquals(0, content.collect().files());
        assertEquals(List.of(new StoredFile("MLmodel", ABC, 3)), content.ofModel(source, "m-1"));
        content.attachToModel(source, "m-1", List.of());
        assertEquals(1, content.collect().files());
    }

    private StoredFile attach(long run, String path, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        try (ContentStore.Intake intake = content.intake()) {
            StoredFile taken = intake.take(path, file, Progress.NONE, Cancel.never());
            content.attachToRun(run, List.of(taken));
            return taken;
        }
    }

    private List<Problem> check() {
        return Verification.of(database, Progress.NONE, Cancel.never()).problems();
    }

    private long filesThere() throws IOException {
        try (Stream<Path> all = Files.walk(workspace.files())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aFileIsKeptUnderItsHash() throws IOException {
        assertEquals(new StoredFile("model/a.txt", ABC, 3), attach(1, "model/a.txt", "abc"));
        assertEquals("abc", Files.readString(content.path(ABC)));
    }

    /// Large enough to be copied in pieces; what the hash has to be, Java's own says of the bytes in memory.
    @Test
    void aLargeFileIsKeptWholeUnderItsHash() throws Exception {
        byte[] large = new byte[70_000_001];
        new java.util.Random(7).nextBytes(large);
        Path file = Files.write(folder.resolve("large"), large);
        String hash = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(large));
        List<Long> told = new java.util.ArrayList<>();
        try (ContentStore.Intake intake = content.intake()) {
            assertEquals(new StoredFile("large", hash, large.length),
                    intake.take("large", file, (what, done, total) -> told.add(done), Cancel.never()));
            assertEquals(-1, Files.mismatch(file, content.path(hash)));
        }
        assertEquals(large.length, told.getLast());
    }

    @Test
    void aLargeFileThatIsStoppedLeavesNothing() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[70_000_000]);
        Cancel cancel = new Cancel();
        try (ContentStore.Intake intake = content.intake()) {
            assertThrows(CancelledException.class,
                    () -> intake.take("large", file, (what, done, total) -> cancel.request(), cancel));
        }
        assertEquals(0, filesThere());
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        attach(1, "a", "abc");
        attach(2, "b", "abc");
        assertEquals(1, filesThere());
    }

    @Test
    void aRunKnowsItsFilesAfterReopening() throws IOException {
        StoredFile b = attach(1, "b", "second");
        StoredFile a = attach(1, "a", "first");
        database.close();
        open();
        assertEquals(List.of(a, b), content.ofRun(1));
    }

    @Test
    void whatSomebodyElseStillNeedsStays() throws IOException {
        attach(1, "a", "abc");
        attach(2, "b", "abc");
        content.detachFromRun(1, List.of("a"));
        content.collect();
        assertTrue(Files.exists(content.path(ABC)));
    }

    @Test
    void whatNobodyNeedsGoesAndSaysHowMuch() throws IOException {
        attach(1, "a", "abc");
        content.detachFromRun(1, List.of("a"));
        assertEquals(new ContentStore.Collected(1, 3), content.collect());
        assertFalse(Files.exists(content.path(ABC)));
    }

    @Test
    void deletingARunForGoodClearsItsFilesAway() throws IOException {
        attach(1, "a", "abc");
        new EditStore(database).deleteForGood(List.of(1L));
        assertFalse(Files.exists(content.path(ABC)));
    }

    @Test
    void removingTheSourceClearsTheFilesOfItsRunsAway() throws IOException {
        attach(1, "a", "abc");
        new SourceStore(database).remove(new SourceStore(database).all().getFirst().key());
        assertFalse(Files.exists(content.path(ABC)));
    }

    @Test
    void whatIsOnItsWayInIsNotClearedAway() throws IOException {
        try (ContentStore.Intake intake = content.intake()) {
            intake.take("a", new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)), Progress.NONE,
                    Cancel.never());
            new ContentStore(database).collect();
            assertTrue(Files.exists(content.path(ABC)));
        }
    }

    @Test
    void takingInThatIsStoppedLeavesNothing() throws IOException {
        Cancel cancel = new Cancel();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                cancel.request();
                return length;
            }
        };
        try (ContentStore.Intake intake = content.intake()) {
            assertThrows(CancelledException.class, () -> intake.take("a", endless, Progress.NONE, cancel));
        }
        assertEquals(0, filesThere());
    }

    @Test
    void aFileThatVanishedIsToldWithItsRun() throws IOException {
        attach(1, "model/a.txt", "abc");
        Files.delete(content.path(ABC));
        assertTrue(check().toString().contains("model/a.txt"), check().toString());
    }

    @Test
    void aFileThatChangedIsToldAndHealedByTakingItInAgain() throws IOException {
        attach(1, "a", "abc");
        assertTrue(content.path(ABC).toFile().setWritable(true));
        Files.writeString(content.path(ABC), "abd");
        assertEquals(1, check().size());
        attach(2, "b", "abc");
        assertEquals(List.of(), check());
    }

    @Test
    void aHalfWrittenFileOfAKilledProgramIsClearedAway() throws IOException {
        Path half = Files.createDirectories(workspace.files().resolve("incoming")).resolve("half.part");
        Files.writeString(half, "ab");
        attach(1, "a", "abc");
        assertFalse(Files.exists(half));
    }

    @Test
    void aBackupBringsTheFilesBack() throws IOException {
        attach(1, "a", "abc");
        Backups.Backup backup = Backups.write(database);
        assertEquals(1, backup.files());
        database.close();
        WorkspaceFolder elsewhere = WorkspaceFolder.at(folder.resolve("elsewhere"));
        Backups.restore(elsewhere, backup.file());
        workspace = elsewhere;
        open();
        assertEquals("abc", Files.readString(content.path(content.ofRun(1).getFirst().sha256())));
        assertEquals(List.of(), check());
    }
}
