package cotejo.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cotejo.model.Lifecycle;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import finds stored of runs that did not change, in whatever order it asks.
class UnchangedRunsTest {

    @TempDir
    private Path folder;
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

    private void write(String... ids) {
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            for (String id : ids) {
                write(writer, id, id);
            }
            writer.commit();
        }
    }

    private static void write(ImportWriter writer, String id, String remember) {
        RunDraft draft = writer.replace(new Run(0, 0, 0, id, "run " + id, RunStatus.FINISHED, Lifecycle.ACTIVE, 1, 2,
                "ana", "", "parent", false, false), "0", Map.of("lr", "0.1"), Map.of("u", "ana"), List.of(),
                id.length());
        draft.point("m", 1, 1, 1);
        draft.done(bytes(remember));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long key(String id) {
        RunFrame frame = new RunCatalog(database).fresh();
        return IntStream.range(0, frame.size()).mapToObj(frame::run).filter(run -> run.id().equals(id)).findFirst()
                .orElseThrow().key();
    }

    private long rows(String table) {
        return database.read(connection -> RegistryStore.rows(connection, table));
    }

    private void old(String id) {
        long key = key(id);
        database.write(connection -> {
            Slots.replace(connection, "memory", key, bytes("old"));
            return true;
        });
    }

    @Test
    void eachRunIsFoundInAnyOrderAndAsItWasWrittenLast() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            ids.add(Integer.toString(i, 36));
        }
        Collections.shuffle(ids, new Random(3));
        write(ids.toArray(String[]::new));
        Set<String> early = Set.copyOf(ids.subList(1_480, 1_500));
        Collections.shuffle(ids, new Random(4));
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            // Their rows are read ahead only after that, and before it is in the table.
            early.forEach(id -> write(writer, id, id + "early"));
            for (int i = 0; i < ids.size(); i++) {
                String id = ids.get(i);
                assertArrayEquals(bytes(early.contains(id) ? id + "early" : id), writer.remembered(id), id);
                if (i % 3 == 0) {
                    write(writer, id, "again" + id);
                    assertArrayEquals(bytes("again" + id), writer.remembered(id), id);
                }
                StoredRun run = Objects.requireNonNull(writer.stored(id, null));
                assertEquals(id.length(), run.artifacts());
                assertEquals(new RunTally(1, 1, 1, run.tally().metricKeys(), Set.of()), run.tally());
                if (i % 7 == 0) {
                    writer.stored(id, bytes("more" + id));
                    assertArrayEquals(bytes("more" + id), writer.remembered(id), id);
                }
            }
            writer.commit();
        }
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            for (int i = 0; i < ids.size(); i++) {
                String prefix = i % 7 == 0 ? "more" : i % 3 == 0 ? "again" : "";
                String suffix = prefix.isEmpty() && early.contains(ids.get(i)) ? "early" : "";
                assertArrayEquals(bytes(prefix + ids.get(i) + suffix), writer.remembered(ids.get(i)));
            }
        }
    }

    @Test
    void aRunRememberedWithoutCountsIsCountedAndHasThemFromThenOn() {
        write("a", "b");
        old("b");
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            assertArrayEquals(bytes("old"), writer.remembered("b"));
            StoredRun run = Objects.requireNonNull(writer.stored("b", null));
            assertEquals(new StoredRun("run b", Lifecycle.ACTIVE, "parent", 1,
                    new RunTally(1, 1, 1, run.tally().metricKeys(), Set.of())), run);
            assertEquals(1, run.tally().metricKeys().size());
            writer.commit();
        }
        long key = key("b");
        RunMemory row = RunMemory.decode(database.read(connection -> Slots.one(connection, "memory", key)));
        assertNotNull(row.run());
        assertArrayEquals(bytes("old"), row.importers());
    }

    @Test
    void aRunThatIsDeletedForGoodMeanwhileLeavesNothingBehind() {
        write("a", "b", "c");
        old("c");
        long second = key("b");
        long third = key("c");
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            assertNotNull(writer.remembered("b"));
            assertNotNull(writer.remembered("c"));
            new EditStore(database).deleteForGood(List.of(second, third));
            assertNotNull(writer.stored("b", bytes("more")));
            assertNull(writer.stored("c", null));
            writer.commit();
        }
        assertEquals(1, rows("memory"));
        assertEquals(1, rows("facts"));
        database.close();
        database = Database.open(WorkspaceFolder.at(folder), "test");
        write("new");
        assertEquals(2, rows("memory"));
    }

    @Test
    void whatIsRememberedIsNotHeldBackUntilTheEnd() throws InterruptedException {
        write("a", "b", "c");
        long key = key("a");
        try (ImportWriter writer = ImportWriter.begin(database, source)) {
            writer.remembered("a");
            writer.stored("a", new byte[2 << 20]);
            Thread.sleep(400);
            writer.stored("b", null);
            new EditStore(database).deleteForGood(List.of(key));
            assertEquals(2, rows("memory"));
        }
    }
}
