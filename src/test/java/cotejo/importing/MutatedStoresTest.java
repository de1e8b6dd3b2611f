package cotejo.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.bench.StoreGenerator;
import cotejo.store.Database;
import cotejo.store.SourceStore;
import cotejo.store.StoreException;
import cotejo.store.Verification;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stores with bytes changed at random, as broken disks and hands leave them: they may be refused or read in part, and
/// nothing else may happen.
class MutatedStoresTest {

    /// More are tried with `-Dcotejo.mutations=300`.
    private static final int MUTATIONS = Integer.getInteger("cotejo.mutations", 40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Database database;
    private ImportSession session;
    private int read;
    private int refused;

    @BeforeEach
    void open() {
        database = Database.open(WorkspaceFolder.at(folder.resolve("ws")), "test");
        session = new ImportSession(database, new SourceStore(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void databases() throws Exception {
        Path whole = folder.resolve("whole.db");
        StoreGenerator.sqlite(whole, new StoreGenerator.Shape(4, 3, 2, 20, 1));
        byte[] good = Files.readAllBytes(whole);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < MUTATIONS; i++) {
            Path mutant = folder.resolve("mutant" + i + ".db");
            Files.write(mutant, mutated(good, random));
            importIt(mutant);
            Files.delete(mutant);
        }
        assertTrue(refused > 0, "some were damaged beyond reading");
        endsSound();
    }

    @Test
    void folders() throws Exception {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < MUTATIONS; i++) {
            Path store = folder.resolve("store" + i);
            StoreGenerator.folder(store, new StoreGenerator.Shape(2, 2, 2, 10, 1));
            List<Path> files;
            try (Stream<Path> all = Files.walk(store)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (int times = random.nextInt(1, 6); times > 0; times--) {
                Path file = files.get(random.nextInt(files.size()));
                Files.write(file, mutated(Files.readAllBytes(file), random));
            }
            importIt(store);
        }
        endsSound();
    }

    private static byte[] mutated(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> bytes = java.util.Arrays.copyOf(bytes, bytes.length + random.nextInt(5000));
            case 2 -> {
                int from = random.nextInt(bytes.length + 1);
                int to = Math.min(bytes.length, from + random.nextInt(600));
                for (int i = from; i < to; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
            }
            default -> {
                for (int times = random.nextInt(1, 30); times > 0 && bytes.length > 0; times--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
        }
        return bytes;
    }

    private void importIt(Path path) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            Looked looked = new Recognition(Importers.all()).look(List.of(path), Cancel.never());
            looked.refused().forEach(problem ->
                    assertTrue(problem.toString().contains(path.getFileName().toString()), problem.toString()));
            refused += looked.refused().size();
            for (FoundStore store : looked.stores()) {
                try {
                    ImportReport report = session.run(store, Progress.NONE, Cancel.never());
                    read++;
                    report.problems().forEach(problem -> assertTrue(!problem.message().contains("Exception:"),
                            problem.toString()));
                } catch (IOException | StoreException told) {
                    refused++;
                    assertTrue(told.getMessage().contains(path.getFileName().toString()), told.getMessage());
                }
            }
        });
    }

    private void endsSound() {
        assertEquals(List.of(), Verification.of(database, Progress.NONE, Cancel.never()).problems());
        assertTrue(read > 0, "some could be read in part");
    }
}
