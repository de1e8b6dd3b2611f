package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.MetricSeries;
import cotejo.model.MetricStat;
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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportWriterTest {

    @TempDir
    Path folder;

    private Database database;
    private long source;

    @BeforeEach
    void open() {
        database = Database.open(WorkspaceFolder.at(folder), "test");
        source = new SourceStore(database).register("test", "/a/store", "store").key();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anImportThatCannotBeginLeavesNoConnectionBehind() throws InterruptedException {
        database.write(connection -> {
            try (java.sql.PreparedStatement drop = connection.prepareStatement("drop table forgotten_run")) {
                return drop.executeUpdate();
            }
        });
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        assertThrows(StoreException.class, () -> {
            try (ImportWriter writer = ImportWriter.begin(database, source)) {
                writer.commit();
            }
        });
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("cotejo-db-import") && !before.contains(thread)) {
                thread.join(10_000);
                assertFalse(thread.isAlive());
            }
        }
    }

    @Test
    void pointsComeBackBitForBitAfterReopening() {
        Random random = new Random(3);
        double[] values = random.doubles(30_000).toArray();
        values[17] = Double.NaN;
        values[18] = Double.NEGATIVE_INFINITY;
        write("r1", draft -> {
            for (int i = 0; i < values.length; i++) {
                draft.point("loss", i, 1000L * i, values[i]);
                if (i % 3 == 0) {
                    draft.point("acc", i, 1000L * i, -values[i]);
                }
            }
        });
        database.close();
        database = Database.open(WorkspaceFolder.at(folder), "test");
        RunFrame frame = new RunCatalog(database).frame();
        MetricSeries series = new SeriesStore(database).read(frame.run(0).key(), "loss");
        assertEquals(30_000, series.size());
        for (int i = 0; i < values.length; i++) {
            assertEquals(Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(series.value(i)));
            assertEquals(i, series.wholeStep(i));
        }
        assertEquals(10_000, new SeriesStore(database).read(frame.run(0).key(), "acc").size());
    }

    @Test
    void stepsOf64BitsAreExact() {
        long[] steps = {0, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE};
        write("r1", draft -> {
            for (long step : steps) {
                draft.point("m", step, 5, 1);
            }
        });
        MetricSeries series = new SeriesStore(database).read(new RunCatalog(database).frame().run(0).key(), "m");
        for (int i = 0; i < steps.length; i++) {
            assertEquals(steps[i], series.wholeStep(i));
        }
    }

    @Test
    void fractionalStepsMixWithWholeOnes() {
        write("r1", draft -> {
            for (int i = 0; i < 9000; i++) {
                draft.point("m", i, i, i);
            }
            draft.pointAt("m", 9000.5, 9001, 1);
        });
        MetricSeries series = new SeriesStore(database).read(new RunCatalog(database).frame().run(0).key(), "m");
        assertEquals(9001, series.size());
        assertEquals(8999, series.step(8999));
        assertEquals(9000.5, series.step(9000));
    }

    @Test
    void theLatestValueIsTheGreatestStepTimeAndValueNotTheLastWritten() {
        write("r1", draft -> {
            draft.point("m", 2, 100, 5);
            draft.point("m", 2, 200, 1);
            draft.point("m", 2, 200, 3);
            draft.point("m", 1, 900, 9);
            draft.point("m", 0, 950, Double.NaN);
        });
        RunFrame frame = new RunCatalog(database).frame();
        var metric = assertNotNullColumn(frame);
        assertEquals(3, metric.get(MetricStat.LAST, 0));
        assertEquals(9, metric.get(MetricStat.MAX, 0));
        assertEquals(1, metric.get(MetricStat.MAX_STEP, 0));
        assertEquals(1, metric.get(MetricStat.MIN, 0));
        assertEquals(4.5, metric.get(MetricStat.MEAN, 0));
        assertEquals(5, metric.get(MetricStat.COUNT, 0));
        assertTrue(Double.isNaN(metric.get(MetricStat.FIRST, 0)));
    }

    private static cotejo.model.MetricColumn assertNotNullColumn(RunFrame frame) {
        var metric = frame.metric("m");
        assertNotNull(metric);
        return metric;
    }

    @Test
    void extendingAddsToWhatIsThereAndKeepsOneSummary() {
        write("r1", draft -> {
            for (int i = 0; i < 10_000; i++) {
                draft.point("m", i, i, i);
            }
        });
        for (int round = 0; round < 5; round++) {
            int from = 10_000 + round * 3;
            try (ImportWriter writer = ImportWriter.begin(database, source)) {
                RunDraft draft = writer.extend(run("r1"), "0", Map.of("lr", "0.1"), Map.of(), List.of(), 0);
                for (int i = from; i < from + 3; i++) {
                    draft.point("m", i, i, i);
                }
                draft.done(new byte[] {(byte) round});
                writer.commit();
            }
        }
        RunFrame frame = new RunCatalog(database).frame();
        MetricSeries series = new SeriesStore(database).read(frame.run(0).key(), "m");
        assertEquals(10_015, series.size());
        for (int i = 0; i < series.size(); i++) {
            assertEquals(i, series.value(i));
        }
        assertEquals(10_015, assertNotNullColumn(frame).get(MetricStat.COUNT, 0));
        assertEquals(10_014, assertNotNullColumn(frame).get(MetricStat.LAST, 0));
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            assertArrayEquals(new byte[] {4}, writer.remembered("r1"));
        }
    }

    @Test
    void whatWasNotCommittedIsNotThere() {
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            RunDraft draft = writer.replace(run("r1"), "0", Map.of(), Map.of(), List.of(), 0);
            for (int i = 0; i < 500_000; i++) {
                draft.point("m", i, i, i);
            }
        }
        assertEquals(0, new RunCatalog(database).frame().size());
        assertEquals(0L, (long) database.read(connection -> RegistryStore.rows(connection, "points")));
    }

    @Test
    void replacingLeavesNothingOfBefore() {
        write("r1", draft -> draft.point("old", 1, 1, 1));
        write("r1", draft -> draft.point("new", 1, 1, 1));
        RunFrame frame = new RunCatalog(database).frame();
        assertEquals(1, frame.size());
        assertNull(frame.metric("old"));
        assertEquals(0, new SeriesStore(database).read(frame.run(0).key(), "old").size());
        assertEquals(1L, (long) database.read(connection -> RegistryStore.rows(connection, "points")));
    }

    @Test
    void factsOfAnySizeAreKept() {
        String big = "x".repeat(3_000_000);
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            writer.replace(run("r1"), "0", Map.of("big", big), Map.of(), List.of(), 0)
                    .done(new byte[2_000_000]);
            writer.commit();
        }
        RunFrame frame = new RunCatalog(database).frame();
        assertEquals(big, frame.facts(0).params().get("big"));
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            byte[] memory = writer.remembered("r1");
            assertNotNull(memory);
            assertEquals(2_000_000, memory.length);
        }
    }

    @Test
    void editsLieOverTheSourceAndCanBeTakenBack() {
        write("r1", draft -> draft.point("m", 1, 1, 1));
        long key = new RunCatalog(database).frame().run(0).key();
        EditStore edits = new EditStore(database);
        List<RunEdit> back = edits.apply(List.of(RunEdit.name(key, "better"), RunEdit.tag(key, "team", "a"),
                RunEdit.removeTag(key, "mlflow.user"), RunEdit.trash(key)));
        write("r1", draft -> draft.point("m", 2, 2, 2));
        RunFrame frame = new RunCatalog(database).frame();
        assertEquals("better", frame.run(0).name());
        assertEquals("a", frame.facts(0).tags().get("team"));
        assertFalse(frame.facts(0).tags().containsKey("mlflow.user"));
        assertEquals(Lifecycle.DELETED, frame.run(0).lifecycle());
        edits.apply(back);
        frame = new RunCatalog(database).frame();
        assertEquals("run r1", frame.run(0).name());
        assertEquals("ana", frame.facts(0).tags().get("mlflow.user"));
        assertEquals(Lifecycle.ACTIVE, frame.run(0).lifecycle());
    }

    @Test
    void aRunDeletedForGoodStaysAwayAndLeavesNoBytes() {
        write("r1", draft -> draft.point("m", 1, 1, 1));
        long key = new RunCatalog(database).frame().run(0).key();
        EditStore edits = new EditStore(database);
        assertEquals(1, edits.weigh(List.of(key)).points());
        edits.deleteForGood(List.of(key));
        assertEquals(0, new RunCatalog(database).frame().size());
        for (String table : List.of("points", "facts", "memory", "run")) {
            assertEquals(0L, (long) database.read(connection -> RegistryStore.rows(connection, table)));
        }
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            assertTrue(writer.forgotten("r1"));
        }
    }

    @Test
    void aFrameFollowsChangesAsIfItHadBeenReadAnew() throws Exception {
        for (int i = 0; i < 30; i++) {
            int n = i;
            write("r" + i, draft -> draft.point("m" + n % 4, 1, 1, n));
        }
        try (RunCatalog catalog = new RunCatalog(database)) {
            assertEquals(30, catalog.frame().size());
            List<RunFrame> told = new ArrayList<>();
            try (AutoCloseable listening = catalog.listen(frame -> {
                synchronized (told) {
                    told.add(frame);
                    told.notifyAll();
                }
            })) {
                assertNotNull(listening);
                write("r3", draft -> draft.point("m9", 1, 1, 99));
                write("new", draft -> draft.point("m1", 1, 1, 7));
                RunFrame last = await(told, 31);
                RunFrame anew = new RunCatalog(database).frame();
                assertEquals(anew.size(), last.size());
                for (int row = 0; row < anew.size(); row++) {
                    int there = last.row(anew.run(row).key());
                    assertEquals(anew.facts(row), last.facts(there));
                    assertEquals(anew.run(row), last.run(there));
                }
            }
        }
    }

    private static RunFrame await(List<RunFrame> told, int size) throws InterruptedException {
        synchronized (told) {
            while (told.isEmpty() || told.getLast().size() < size || told.getLast().metric("m9") == null) {
                told.wait();
            }
            return told.getLast();
        }
    }

    @Test
    void aNoisyMillionOfPointsTakesAtMostTwelveBytesEachOnDisk() throws Exception {
        Random random = new Random(5);
        write("long", draft -> {
            for (int i = 0; i < 1_000_000; i++) {
                draft.point("loss", i, 1_700_000_000_000L + 500L * i, random.nextGaussian());
            }
        });
        database.close();
        long bytes = Files.size(WorkspaceFolder.at(folder).databaseFile());
        database = Database.open(WorkspaceFolder.at(folder), "test");
        assertTrue(bytes <= 12_000_000, "bytes: " + bytes);
    }

    @Test
    void interruptedCallersDoNotCloseTheDatabase() throws Exception {
        write("r1", draft -> draft.point("m", 1, 1, 1));
        ViewStore views = new ViewStore(database);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int n = i;
            callers.add(Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                views.put("scope", "view " + n, "{\"text\":\"" + "x".repeat(20_000) + "\"}");
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(40, views.all("scope").size());
        assertEquals(1, new RunCatalog(database).frame().size());
    }

    @FunctionalInterface
    private interface Filling {
        void fill(RunDraft draft);
    }

    private void write(String id, Filling filling) {
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            writer.experiment(new Experiment(0, 0, "0", "Default", Lifecycle.ACTIVE, "", 0, 0, Map.of()));
            RunDraft draft = writer.replace(run(id), "0", Map.of("lr", "0.1"), Map.of("mlflow.user", "ana"),
                    List.of(new DatasetUse(new DatasetRef("iris", "abc", "local", "{}", "", ""), "training")), 2);
            filling.fill(draft);
            draft.done(id.getBytes(StandardCharsets.UTF_8));
            writer.commit();
        }
    }

    private static Run run(String id) {
        return new Run(0, 0, 0, id, "run " + id, RunStatus.FINISHED, Lifecycle.ACTIVE, 1, 2, "ana", "", null, false,
                false);
    }
}
