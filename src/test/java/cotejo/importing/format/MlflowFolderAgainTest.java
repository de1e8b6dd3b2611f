package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.importing.RecordingSink;
import cotejo.importing.RecordingSink.Point;
import cotejo.model.Lifecycle;
import cotejo.model.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Importing a store again: what did not change is not opened, what grew is read from where it was left.
class MlflowFolderAgainTest {

    private static final String RUN = SmallStore.RUN;
    private static final String LOSS = "7/" + RUN + "/metrics/loss";

    @TempDir
    private Path temp;
    private SmallStore store;

    @BeforeEach
    void makeStore() throws IOException {
        store = SmallStore.withTwoRuns(temp.resolve("mlruns"));
        store.run("7", RUN, "status: 1\n");
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\n1500000000001 0.25 1\n");
    }

    private static List<Point> loss(RecordingSink sink) {
        return Objects.requireNonNull(sink.runs.get(RUN)).of("loss");
    }

    @Test
    void anUnchangedStoreIsNotReadAgain() throws IOException {
        RecordingSink sink = store.read();
        store.readAgain(sink);
        assertEquals(List.of(RUN, SmallStore.OTHER), sink.unchanged);
        assertEquals(0, sink.pointsWritten);
    }

    @Test
    void appendedLinesAreTheOnlyOnesWritten() throws IOException {
        RecordingSink sink = store.read();
        store.append(LOSS, "1500000000002 0.125 2\n");
        store.readAgain(sink);
        assertEquals(List.of(RUN), sink.extended);
        assertEquals(List.of(), sink.replaced);
        assertEquals(1, sink.pointsWritten);
        assertEquals(new Point(2, 1500000000002L, 0.125), loss(sink).getLast());
        store.readAgain(sink);
        assertEquals(2, sink.unchanged.size());
    }

    @Test
    void appendedLinesThatWereThereBeforeAreNotWrittenAgain() throws IOException {
        RecordingSink sink = store.read();
        store.append(LOSS, "1500000000000 0.5 0\n1500000000001 0.25 1\n1500000000003 1 3\n");
        store.readAgain(sink);
        assertEquals(List.of(RUN), sink.extended);
        assertEquals(1, sink.pointsWritten);
        store.append(LOSS, "1500000000003 1 3\n1500000000001 0.25 1\n");
        store.readAgain(sink);
        assertEquals(0, sink.pointsWritten);
        assertEquals(3, loss(sink).size());
    }

    @Test
    void aNewMetricAndANewParamOfAGrowingRunLeaveItsPointsInPlace() throws IOException {
        RecordingSink sink = store.read();
        store.metric("7", RUN, "val/acc", "1500000000002 0.5 2\n");
        store.write("7/" + RUN + "/params/late", "1");
        store.readAgain(sink);
        assertEquals(List.of(RUN), sink.extended);
        assertEquals(1, sink.pointsWritten);
        assertEquals(2, loss(sink).size());
        assertEquals(Map.of("late", "1"), Objects.requireNonNull(sink.runs.get(RUN)).run().params());
    }

    @Test
    void aMetricFileThatWasRewrittenIsReadFromItsStart() throws IOException {
        RecordingSink sink = store.read();
        store.metric("7", RUN, "loss", "1500000000000 0.75 0\n1500000000001 0.25 1\n1500000000002 0.125 2\n");
        store.readAgain(sink);
        assertEquals(List.of(RUN), sink.replaced);
        assertEquals(3, loss(sink).size());
        assertEquals(0.75, loss(sink).getFirst().value());
    }

    @Test
    void aMetricFileThatShrankOrWentIsForgotten() throws IOException {
        RecordingSink sink = store.read();
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\n");
        store.readAgain(sink);
        assertEquals(1, loss(sink).size());
        Files.delete(store.root.resolve(LOSS));
        store.readAgain(sink);
        assertEquals(List.of(), loss(sink));
    }

    @Test
    void aLongFileIsReadOnFromItsMiddle() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(1500000000000L + i).append(' ').append(i / 7.0).append(' ').append(i).append('\n');
        }
        store.metric("7", RUN, "loss", lines.toString());
        RecordingSink sink = store.read();
        assertEquals(20_000, loss(sink).size());
        store.append(LOSS, "1500000099999 1 20000\n");
        store.readAgain(sink);
        assertEquals(1, sink.pointsWritten);
        assertEquals(20_001, loss(sink).size());
    }

    @Test
    void aTornLastLineOfALiveRunWaitsForItsEnd() throws IOException {
        store.append(LOSS, "1500000000002 0.12");
        RecordingSink sink = store.read();
        assertEquals(List.of(), sink.problems);
        assertEquals(2, loss(sink).size());
        store.append(LOSS, "5 2\n");
        store.readAgain(sink);
        assertEquals(1, sink.pointsWritten);
        assertEquals(new Point(2, 1500000000002L, 0.125), loss(sink).getLast());
    }

    @Test
    void aLastLineWithoutAnEndOfAFinishedRunCountsWhenItIsWhole() throws IOException {
        store.append(LOSS, "1500000000002 0.125 2");
        RecordingSink sink = store.read();
        assertEquals(2, loss(sink).size());
        store.run("7", RUN, "status: FINISHED\n");
        store.readAgain(sink);
        assertEquals(List.of(), sink.problems);
        assertEquals(List.of(RUN), sink.extended);
        assertEquals(3, loss(sink).size());
        assertEquals(RunStatus.FINISHED, Objects.requireNonNull(sink.runs.get(RUN)).run().status());
        store.append(LOSS, "3\n");
        store.readAgain(sink);
        assertEquals(List.of(RUN), sink.replaced);
        assertEquals(new Point(23, 1500000000002L, 0.125), loss(sink).getLast());
    }

    @Test
    void aTornLastLineOfAFinishedRunIsAProblem() throws IOException {
        store.append(LOSS, "1500000000002 0.12");
        store.run("7", RUN, "status: 3\n");
        RecordingSink sink = store.read();
        assertEquals(2, loss(sink).size());
        assertEquals(1, sink.problems.size());
        assertEquals(3, sink.problems.getFirst().line());
        assertTrue(sink.problems.getFirst().file().endsWith("metrics/loss"));
    }

    @Test
    void aRunThatWentToTheTrashIsWrittenAgain() throws IOException {
        RecordingSink sink = store.read();
        Files.createDirectories(store.root.resolve(".trash"));
        Files.move(store.root.resolve("7"), store.root.resolve(".trash/7"));
        store.readAgain(sink);
        assertEquals(List.of(), sink.unchanged);
        assertEquals(Lifecycle.DELETED, Objects.requireNonNull(sink.runs.get(RUN)).run().lifecycle());
        assertEquals(2, loss(sink).size());
    }

    @Test
    void aFileThatCouldNotBeReadIsTriedAgain() throws IOException {
        Path meta = store.root.resolve("7/" + RUN + "/meta.yaml");
        byte[] good = Files.readAllBytes(meta);
        FileTime time = Files.getLastModifiedTime(meta);
        byte[] bad = good.clone();
        bad[0] = '\t';
        Files.write(meta, bad);
        Files.setLastModifiedTime(meta, time);
        RecordingSink sink = store.read();
        assertEquals(1, sink.problems.size());
        Files.write(meta, good);
        Files.setLastModifiedTime(meta, time);
        store.readAgain(sink);
        assertEquals(List.of(), sink.problems);
        assertEquals("run 0", Objects.requireNonNull(sink.runs.get(RUN)).run().name());
    }

    @Test
    void whatIsRememberedByAnotherVersionIsIgnored() throws IOException {
        RecordingSink sink = store.read();
        RecordingSink.Stored stored = Objects.requireNonNull(sink.runs.get(RUN));
        for (byte[] other : List.of(new byte[0], new byte[] {9, 9}, new byte[] {1, 127, 127, 127, 127})) {
            sink.runs.put(RUN, new RecordingSink.Stored(stored.run(), stored.points(), other));
            store.readAgain(sink);
            assertEquals(List.of(RUN), sink.replaced);
        }
    }
}
