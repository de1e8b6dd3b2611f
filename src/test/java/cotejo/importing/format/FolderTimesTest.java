package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.importing.RecordingSink;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs whose folders have not changed are not listed again, and nothing that changed is missed by that.
class FolderTimesTest {

    private static final String RUN = SmallStore.RUN;
    private static final String AT = "7/" + RUN + "/";

    @TempDir
    private Path temp;
    private SmallStore store;
    private long clock = 1_500_000_000_123_456_789L;

    @BeforeEach
    void makeStore() throws IOException {
        store = SmallStore.withTwoRuns(temp.resolve("mlruns"));
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\n1500000000001 0.25 1\n");
        store.write(AT + "params/lr", "0.1");
        store.write(AT + "params/model/depth", "3");
        store.write(AT + "tags/team", "red");
        store.write(AT + "artifacts/model/weights.bin", "1234");
        tickFiles();
        assumeTrue(FolderTimes.kept(store.root), "times of folders are not relied on here");
    }

    /// Lets the clock tick: what is changed from now on has another time.
    private static void timePasses() throws InterruptedException {
        Thread.sleep(130);
    }

    /// Gives each file that was just written a time that none had before: the clock of the system may stand still
    /// between two of them.
    private void tickFiles() throws IOException {
        FileTime today = FileTime.from(1_600_000_000, TimeUnit.SECONDS);
        for (Path file : all(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))) {
            if (Files.getLastModifiedTime(file).compareTo(today) > 0) {
                clock += 1_000_000_007L;
                Files.setLastModifiedTime(file, FileTime.from(clock, TimeUnit.NANOSECONDS));
            }
        }
    }

    private interface Kind {
        boolean test(Path path);
    }

    private List<Path> all(Kind kind) throws IOException {
        try (Stream<Path> paths = Files.walk(store.root)) {
            return new ArrayList<>(paths.filter(kind::test).sorted().toList());
        }
    }

    /// Whether the next import would not list the folders of the run.
    private boolean stands(RecordingSink sink) throws Exception {
        FolderReading reading = new FolderReading(store.root, sink, Cancel.never());
        FolderRun reader = new FolderRun(reading, store.root.resolve("7"),
                new FolderDatasets(reading, store.root.resolve("7")), "7", false);
        return reader.look(store.root.resolve("7").resolve(RUN), sink.remembered(RUN)).files() == null;
    }

    @Test
    void foldersOfAFinishedRunAreNotListedAgain() throws Exception {
        timePasses();
        RecordingSink sink = store.read();
        assertTrue(stands(sink));
        store.readAgain(sink);
        assertEquals(List.of(RUN, SmallStore.OTHER), sink.unchanged);
        assertEquals(List.of(), sink.remembered);
    }

    @Test
    void aFolderThatHasJustChangedTellsNothingYet() throws Exception {
        timePasses();
        store.write(AT + "params/late", "1");
        RecordingSink sink = store.read();
        assertFalse(stands(sink), "the same tick of the clock may bring another file");
        timePasses();
        store.readAgain(sink);
        assertEquals(List.of(RUN, SmallStore.OTHER), sink.unchanged);
        assertEquals(List.of(RUN), sink.remembered);
        assertTrue(stands(sink));
    }

    @Test
    void whatIsUnpackedWithTheTimesOfBeforeIsSeen() throws Exception {
        assumeTrue(store.root.getFileSystem().supportedFileAttributeViews().contains("unix"), "only there");
        timePasses();
        RecordingSink sink = store.read();
        Path params = store.root.resolve(AT + "params");
        FileTime before = Files.getLastModifiedTime(params);
        store.write(AT + "params/late", "1");
        tickFiles();
        Files.setLastModifiedTime(params, before);
        store.readAgain(sink);
        assertEquals(List.of(SmallStore.OTHER), sink.unchanged);
        assertEquals("1", Objects.requireNonNull(sink.runs.get(RUN)).run().params().get("late"));
    }

    @Test
    void ticksOfTheClockAreWaitedFor() {
        long now = 1_700_000_000_500_000_000L;
        assertTrue(FolderTimes.settled(now - 150_000_001, now));
        assertFalse(FolderTimes.settled(now - 50_000_001, now));
        assertFalse(FolderTimes.settled(now + 5_000_000_001L, now), "a clock that is ahead");
        assertFalse(FolderTimes.settled(now - 500_000_000, now), "a file system that counts seconds");
        assertTrue(FolderTimes.settled(now - 3_500_000_000L, now));
    }

    @Test
    void everyChangeIsSeen() throws Exception {
        timePasses();
        Map<String, String> changes = Map.of("params/lr", "0.2", "params/batch", "8", "params/model/width", "4",
                "params/new/key", "5", "metrics/acc", "1500000000000 1 0\n", "tags/team", "tan",
                "artifacts/plot.png", "x", "artifacts/model/more.bin", "y");
        for (Map.Entry<String, String> change : changes.entrySet()) {
            RecordingSink sink = store.read();
            timePasses();
            store.readAgain(sink);
            assertTrue(stands(sink));
            store.write(AT + change.getKey(), change.getValue());
            tickFiles();
            store.readAgain(sink);
            assertEquals(List.of(SmallStore.OTHER), sink.unchanged, change.getKey());
            assertAsReadAnew(sink);
        }
    }

    @Test
    void whatComesAndGoesAtRandomIsFound() throws Exception {
        Random random = new Random(20_261_128);
        timePasses();
        RecordingSink sink = store.read();
        int stood = 0;
        for (int round = 0; round < 100; round++) {
            if (random.nextBoolean()) {
                timePasses();
                store.readAgain(sink);
                assertAsReadAnew(sink);
                stood += stands(sink) ? 1 : 0;
            }
            change(random, round);
            tickFiles();
            store.readAgain(sink);
            assertAsReadAnew(sink);
        }
        assertTrue(stood > 30, "runs that stood: " + stood);
    }

    /// Something that happens to a run in training, or to its folder by hand.
    private void change(Random random, int round) throws Exception {
        Path run = store.root.resolve("7").resolve(RUN);
        List<Path> files = all(path -> path.startsWith(run) && Files.isRegularFile(path)
                && !path.endsWith("meta.yaml"));
        Path one = files.isEmpty() ? run : files.get(random.nextInt(files.size()));
        List<Path> folders = all(path -> path.startsWith(run) && !path.equals(run) && Files.isDirectory(path));
        Path folder = folders.get(random.nextInt(folders.size()));
        switch (random.nextInt(8)) {
            case 0 -> store.metric("7", RUN, "m" + random.nextInt(6), "1500000000000 " + round + " 0\n");
            case 1 -> store.write(AT + "params/p" + random.nextInt(9), String.valueOf(round));
            case 2 -> store.write(AT + "params/deep/er" + random.nextInt(3) + "/p" + random.nextInt(3), "x" + round);
            case 3 -> Files.writeString(folder.resolve("f" + round), "1500000000000 1 0\n");
            case 4 -> Files.deleteIfExists(one.equals(run) ? run.resolve("none") : one);
            case 5 -> Files.createDirectories(folder.resolve("d" + round));
            case 6 -> Files.move(one.equals(run) ? folder : one, folder.getParent().resolve("moved" + round));
            default -> {
                if (!Files.exists(run.resolve("params/lr")) && random.nextBoolean()) {
                    store.write(AT + "params/lr", "0." + round);
                } else {
                    store.run("7", RUN, "status: " + (round % 2 == 0 ? 3 : 4) + "\n");
                }
            }
        }
    }

    private void assertAsReadAnew(RecordingSink sink) throws Exception {
        RecordingSink fresh = store.read();
        assertEquals(fresh.runs.keySet(), sink.runs.keySet());
        fresh.runs.forEach((id, stored) -> {
            RecordingSink.Stored is = Objects.requireNonNull(sink.runs.get(id));
            assertEquals(stored.run(), is.run());
            assertEquals(stored.points(), is.points());
        });
    }

    @Test
    void aRunWithLinksIsListedEachTime() throws Exception {
        Path elsewhere = store.write("8/params.txt", "0.1");
        Files.createSymbolicLink(store.root.resolve(AT + "params/linked"), elsewhere);
        timePasses();
        RecordingSink sink = store.read();
        assertFalse(stands(sink));
        Files.writeString(elsewhere, "0.25");
        tickFiles();
        store.readAgain(sink);
        assertEquals("0.25", Objects.requireNonNull(sink.runs.get(RUN)).run().params().get("linked"));
    }

    @Test
    void aRunWithALinkAmongItsArtifactsIsListedEachTime() throws Exception {
        Path run = store.root.resolve("7").resolve(RUN);
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.createSymbolicLink(run.resolve("artifacts/link"), elsewhere);
        timePasses();
        RecordingSink sink = store.read();
        assertFalse(stands(sink), "what a link leads to may change without it");
        Files.delete(run.resolve("artifacts/link"));
        timePasses();
        store.readAgain(sink);
        assertTrue(stands(sink));
    }

    @Test
    void whatWasRememberedWithoutFoldersIsLearnt() throws Exception {
        timePasses();
        RecordingSink sink = store.read();
        RecordingSink.Stored stored = Objects.requireNonNull(sink.runs.get(RUN));
        byte[] first = ofVersion1(Objects.requireNonNull(RunMarks.decode(stored.remembered())));
        sink.runs.put(RUN, new RecordingSink.Stored(stored.run(), stored.points(), first));
        assertFalse(stands(sink));
        store.readAgain(sink);
        assertEquals(List.of(RUN, SmallStore.OTHER), sink.unchanged);
        assertEquals(List.of(RUN), sink.remembered);
        assertTrue(stands(sink));
        assertNull(RunMarks.decode(Arrays.copyOf(first, first.length - 1)));
        assertNotNull(RunMarks.decode(first));
    }

    /// The same as it was written when folders were not remembered: without the count of them.
    private static byte[] ofVersion1(RunMarks marks) {
        byte[] bytes = marks.with(Map.of()).encode();
        int count = 1 + Integer.BYTES + marks.place().length() + Integer.BYTES;
        return ByteBuffer.allocate(bytes.length - Integer.BYTES).put((byte) 1).put(bytes, 1, count - 1)
                .put(bytes, count + Integer.BYTES, bytes.length - count - Integer.BYTES).array();
    }

    @Test
    void foldersInAZipFileTellNothing() throws Exception {
        Path zip = temp.resolve("runs.zip");
        try (FileSystem made = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Files.createDirectories(made.getPath("mlruns"));
            assertFalse(FolderTimes.kept(made.getPath("mlruns")));
        }
    }
}
