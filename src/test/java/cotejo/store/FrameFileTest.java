package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the last window left is what the database holds, or is not used.
final class FrameFileTest {

    private static final int RUNS = FrameFile.LEAST_RUNS + 100;

    @TempDir
    private Path folder;

    @BeforeEach
    void aWindowWithRunsIsClosed() {
        try (Database database = open()) {
            fill(database, new SourceStore(database).register("test", "/a/store", "store").key());
            new EditStore(database).apply(List.of(RunEdit.star(7, "true"),
                    RunEdit.trash(8),
                    RunEdit.tag(9, "mine", "über\n\"x\"")));
            lookAndKeep(database);
        }
    }

    @Test
    void theRunsComeBackAsTheDatabaseHasThem() {
        try (Database database = open()) {
            RunFrame image = database.image().orElseThrow();
            database.write(connection -> true);
            RunFrame read = new RunCatalog(database).fresh();
            assertNotSame(image, read);
            assertEquals(told(read), told(image));
            assertEquals(RUNS, image.size());
        }
    }

    @Test
    void whatIsWrittenLaterIsNotOverlooked() {
        try (Database database = open()) {
            rename(database, "renamed");
        }
        try (Database database = open()) {
            assertTrue(database.image().isEmpty());
            assertEquals("renamed", new RunCatalog(database).frame().run(0).name());
        }
    }

    @Test
    void whatIsWrittenBeforeTheRunsAreAskedForIsInThem() {
        try (Database database = open()) {
            rename(database, "renamed");
            assertEquals("renamed", new RunCatalog(database).frame().run(0).name());
        }
    }

    @Test
    void whatIsWrittenAfterTheyWereKeptMakesThemWorthless() {
        try (Database database = open()) {
            lookAndKeep(database);
            rename(database, "renamed");
        }
        try (Database database = open()) {
            assertTrue(database.image().isEmpty());
        }
    }

    @Test
    void whatWasWrittenBeforeTheyAreKeptIsKept() {
        try (Database database = open()) {
            RunCatalog catalog = new RunCatalog(database);
            catalog.frame();
            rename(database, "renamed");
            catalog.keep();
        }
        try (Database database = open()) {
            assertEquals("renamed", database.image().orElseThrow().run(0).name());
        }
    }

    @Test
    void anImportThatNeverLookedLeavesTheRunsItWrote() {
        try (Database database = open()) {
            RunCatalog catalog = new RunCatalog(database);
            rename(database, "renamed");
            catalog.keepWritten();
        }
        try (Database database = open()) {
            assertEquals("renamed", database.image().orElseThrow().run(0).name());
        }
    }

    @Test
    void anImportThatWroteNothingLeavesTheImageThatWasThere() {
        try (Database database = open()) {
            new RunCatalog(database).keepWritten();
        }
        try (Database database = open()) {
            assertEquals(RUNS, database.image().orElseThrow().size());
        }
    }

    /// Only the first commit after a clean end changes the beginning of H2's file; those behind it do not.
    @Test
    void aDatabaseThatIsOpenGetsNoImage() {
        try (Database database = open()) {
            rename(database, "renamed");
            FrameFile.write(WorkspaceFolder.at(folder), new RunCatalog(database).frame());
            assertFalse(Files.exists(FrameFile.of(WorkspaceFolder.at(folder))));
        }
    }

    @Test
    void anImportUnderWayLeavesNothing() {
        try (Database database = open()) {
            Lane lane = database.importLane();
            lookAndKeep(database);
            lane.close();
        }
        try (Database database = open()) {
            assertTrue(database.image().isEmpty());
        }
    }

    @Test
    void anImageThatIsOldIsNotLeftLying() {
        try (Database database = open()) {
            rename(database, "renamed");
        }
        assertFalse(Files.exists(FrameFile.of(WorkspaceFolder.at(folder))));
    }

    @Test
    void runsThatCannotBeReadWhileClosingKeepNobodyFromClosing() {
        Database database = open();
        RunCatalog catalog = new RunCatalog(database);
        catalog.frame();
        rename(database, "renamed");
        database.close();
        assertDoesNotThrow(catalog::keep);
    }

    /// H2 keeps half of a pair of UTF-16, and UTF-8 has a question mark for it.
    @Test
    void aTextThatUtf8CannotHoldIsNeverShownAsAnother() {
        try (Database database = open()) {
            rename(database, "half \uD83D");
            lookAndKeep(database);
        }
        try (Database database = open()) {
            assertEquals("half \uD83D", new RunCatalog(database).frame().run(0).name());
        }
    }

    @Test
    void aSessionThatOnlyLooksLeavesItsImage() {
        try (Database database = open()) {
            assertEquals(RUNS, new RunCatalog(database).frame().size());
        }
        try (Database database = open()) {
            RunFrame image = database.image().orElseThrow();
            database.write(connection -> true);
            assertEquals(told(new RunCatalog(database).fresh()), told(image));
        }
    }

    @Test
    void noDamageIsShown() throws Exception {
        Path file = FrameFile.of(WorkspaceFolder.at(folder));
        byte[] sound = Files.readAllBytes(file);
        FrameFile.Key state = FrameFile.look(WorkspaceFolder.at(folder)).orElseThrow();
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertTrue(FrameFile.read(WorkspaceFolder.at(folder), state).isEmpty(), "a bit turned");
            Files.write(file, java.util.Arrays.copyOf(sound, random.nextInt(sound.length)));
            assertTrue(FrameFile.read(WorkspaceFolder.at(folder), state).isEmpty(), "cut short");
        }
        Files.write(file, sound);
        assertTrue(FrameFile.read(WorkspaceFolder.at(folder), state).isPresent());
    }

    private Database open() {
        return Database.open(WorkspaceFolder.at(folder), "test");
    }

    private static void lookAndKeep(Database database) {
        RunCatalog catalog = new RunCatalog(database);
        catalog.frame();
        catalog.keep();
    }

    private static void rename(Database database, String name) {
        new EditStore(database).apply(List.of(RunEdit.name(1, name)));
    }

    /// Everything a frame says, doubles by their bits.
    private static List<String> told(RunFrame frame) {
        List<String> told = new ArrayList<>();
        frame.experiments().keySet().stream().sorted().forEach(key -> told.add(
                String.valueOf(frame.experiments().get(key)).replaceAll("tags=.*", "")
                        + new java.util.TreeMap<>(frame.experiments().get(key).tags())));
        for (int row = 0; row < frame.size(); row++) {
            told.add(frame.run(row) + " " + frame.facts(row) + " " + frame.row(frame.run(row).key()) + " "
                    + frame.trashed(row));
            for (String key : frame.metricKeys()) {
                cotejo.model.MetricColumn column = java.util.Objects.requireNonNull(frame.metric(key));
                told.add(key + " " + Long.toHexString(Double.doubleToRawLongBits(
                        column.get(cotejo.model.MetricStat.LAST, row))) + " " + column.summary(row));
            }
        }
        return told;
    }

    private static void fill(Database database, long source) {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 0.1, -1.797e308};
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            writer.experiment(new Experiment(0, 0, "0", "Default", Lifecycle.ACTIVE, "file:///x", 5, 6,
                    Map.of("a", "b", "ü", "")));
            writer.experiment(new Experiment(0, 0, "1", "Other", Lifecycle.DELETED, "", 0, 0, Map.of()));
            for (int i = 0; i < RUNS; i++) {
                double value = odd[i % odd.length];
                RunDraft draft = writer.replace(new Run(0, 0, 0, "r" + i, "run " + i % 7 + " \uD83D\uDE00", i % 3 == 0
                        ? RunStatus.FAILED : RunStatus.FINISHED, Lifecycle.ACTIVE, i, i * 2L, i % 2 == 0 ? "ana" : "",
                        "s3://b/" + i, i % 5 == 0 ? "r1" : null, false, false), i % 4 == 0 ? "1" : "0",
                        i % 11 == 0 ? Map.of() : Map.of("lr", "0." + i, "same", "x", "sparse" + i, "1"),
                        Map.of("mlflow.user", "ana"), i % 6 == 0 ? List.of() : List.of(new DatasetUse(
                                new DatasetRef("iris", "d" + i % 3, "local", "{}", "", ""), "training")), 2);
                draft.point("loss", i, i, value);
                if (i % 13 == 0) {
                    draft.point("rare", 1L << 40, i, 0.5);
                }
                draft.done(("r" + i).getBytes(StandardCharsets.UTF_8));
            }
            writer.commit();
        }
    }
}
