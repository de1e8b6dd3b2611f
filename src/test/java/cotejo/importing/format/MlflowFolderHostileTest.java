package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.importing.RecordingSink;
import cotejo.importing.RecordingSink.Point;
import cotejo.model.Problem;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Broken and malicious stores: one problem that names the file, the healthy run imported, bounded memory and time.
class MlflowFolderHostileTest {

    private static final String RUN = SmallStore.RUN;
    private static final String META = "7/" + RUN + "/meta.yaml";

    @TempDir
    private Path temp;
    private SmallStore store;

    @BeforeEach
    void makeStore() throws IOException {
        store = SmallStore.withTwoRuns(temp.resolve("mlruns"));
    }

    /// Reads the store and expects one problem, of this file, and the healthy run beside.
    private Problem onlyProblem(String file) throws IOException {
        RecordingSink sink = store.read();
        assertEquals(1, sink.problems.size(), sink.problems.toString());
        Problem problem = sink.problems.getFirst();
        assertTrue(problem.file().endsWith(file), problem.toString());
        assertFalse(problem.message().isBlank());
        assertEquals(1, Objects.requireNonNull(sink.runs.get(SmallStore.OTHER)).of("loss").size());
        assertTrue(sink.runs.containsKey(RUN));
        return problem;
    }

    @Test
    void aTabInMetaIsNamedWithItsLine() throws IOException {
        store.write(META, "run_id: " + RUN + "\nstatus: 3\n\tname: x\n");
        Problem problem = onlyProblem(META);
        assertEquals(3, problem.line());
        assertTrue(problem.message().contains("tab"), problem.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0001\u0002", "{[}]", "a: b: c", "- 1\n- 2\n", "just words", "\"open",
            "%YAML 9\n--- !!x", "a: &b *b", "a: *gone", "run_id: [", "{}", "? ? ? ?\n:", "\uFFFD\uFFFD: '"})
    void garbageInMetaIsOneProblem(String garbage) throws IOException {
        store.write(META, garbage);
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\n");
        Problem problem = onlyProblem(META);
        assertFalse(problem.message().contains("\n"));
    }

    @Test
    void anAliasBombIsRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
        }
        store.write(META, bomb.toString());
        assertTrue(onlyProblem(META).message().contains("own parts"));
    }

    @Test
    void bottomlessNestingIsRefused() throws IOException {
        store.write(META, "a: " + "[".repeat(100_000));
        assertTrue(onlyProblem(META).message().contains("deep"));
    }

    @Test
    void aHugeMetaFileIsNotRead() throws IOException {
        store.write(META, "");
        stretch(store.root.resolve(META), 500L << 20);
        assertTrue(onlyProblem(META).message().contains("3 MB"));
    }

    private static void stretch(Path file, long size) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
    }

    @Test
    void aMetaFileThatWasCutOffIsOneProblem() throws IOException {
        store.write(META, "artifact_uri: file:///x\nend_time: 1\nexperiment_id: '7'\n");
        assertTrue(onlyProblem(META).message().contains("cut off"));
    }

    @Test
    void anEmptyMetaFileIsOneProblem() throws IOException {
        store.write(META, "");
        assertTrue(onlyProblem(META).message().contains("empty"));
    }

    @Test
    void aFolderInPlaceOfMetaIsOneProblem() throws IOException {
        Files.delete(store.root.resolve(META));
        Files.createDirectories(store.root.resolve(META));
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\n");
        RecordingSink sink = store.read();
        assertTrue(sink.problems.stream().anyMatch(problem -> problem.file().endsWith(META)));
        assertEquals(2, sink.runs.size());
    }

    @Test
    void aLineOfTwoGigabytesIsPassedOverInBoundedMemory() throws IOException {
        String name = "7/" + RUN + "/metrics/huge";
        Path file = store.write(name, "1500000000000 0.5 0\n");
        stretch(file, (2L << 30) + 10);
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
            end.seek(end.length());
            end.writeBytes("\n1500000000001 0.25 1\n");
        }
        RecordingSink sink = store.read();
        assertEquals(List.of(new Point(0, 1500000000000L, 0.5), new Point(1, 1500000000001L, 0.25)),
                Objects.requireNonNull(sink.runs.get(RUN)).of("huge"));
        assertEquals(List.of(2), sink.problems.stream().map(Problem::line).toList());
    }

    @Test
    void badMetricLinesAreOneProblemAFileWithTheFirstLine() throws IOException {
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\nnonsense\n1500000000001 0x1p3 1\n\n1500000000001 1d 1\n"
                + "1500000000002 0.25 2.5\n1500000000003 0.125 3\n9 9 9 9 9\n1\n");
        RecordingSink sink = store.read();
        assertEquals(1, sink.problems.size(), sink.problems.toString());
        assertEquals(2, sink.problems.getFirst().line());
        assertTrue(sink.problems.getFirst().message().startsWith("5 lines"), sink.problems.toString());
        assertEquals(3, Objects.requireNonNull(sink.runs.get(RUN)).of("loss").size());
    }

    @Test
    void aValueOfMoreThanSixteenMegabytesIsCutAtACharacter() throws IOException {
        store.write("7/" + RUN + "/params/long", "x" + "ñ".repeat(9 << 20));
        assertTrue(onlyProblem("params/long").message().contains("16 MB"));
        String kept = Objects.requireNonNull(Objects.requireNonNull(store.read().runs.get(RUN)).run().params()
                .get("long"));
        assertEquals("x" + "ñ".repeat((8 << 20) - 1), kept);
    }

    @Test
    void linksOutOfTheStoreAreNotFollowed() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        Files.createDirectories(store.root.resolve("7/" + RUN + "/params"));
        Files.createSymbolicLink(store.root.resolve("7/" + RUN + "/params/stolen"), secret);
        Problem problem = onlyProblem("params/stolen");
        assertTrue(problem.message().contains("link"));
        assertEquals(Map.of(), Objects.requireNonNull(store.read().runs.get(RUN)).run().params());
    }

    @Test
    void aLinkedMetaFileFromOutsideIsNotRead() throws IOException {
        Path outside = Files.move(store.root.resolve(META), temp.resolve("outside.yaml"));
        Files.createSymbolicLink(store.root.resolve(META), outside);
        store.metric("7", RUN, "loss", "1500000000000 0.5 0\n");
        RecordingSink sink = store.read();
        assertEquals(RUN, Objects.requireNonNull(sink.runs.get(RUN)).run().name());
        assertTrue(sink.problems.stream().allMatch(problem -> problem.file().endsWith(META)));
        assertFalse(sink.problems.isEmpty());
    }

    @Test
    void aLinkWithinTheStoreIsFollowed() throws IOException {
        Path file = store.write("7/" + RUN + "/params/real", "1");
        Files.createSymbolicLink(file.resolveSibling("also"), file);
        assertEquals(Map.of("real", "1", "also", "1"),
                Objects.requireNonNull(store.read().runs.get(RUN)).run().params());
    }

    @Test
    void loopsOfLinksEnd() throws IOException {
        Path run = store.root.resolve("7/" + RUN);
        Files.createDirectories(run.resolve("metrics"));
        Files.createSymbolicLink(run.resolve("metrics/up"), store.root);
        Files.createSymbolicLink(run.resolve("tags"), run);
        Files.createSymbolicLink(run.resolve("params"), run.resolve("params"));
        Files.createSymbolicLink(store.root.resolve("7/again"), store.root.resolve("7"));
        Files.createSymbolicLink(store.root.resolve("8"), store.root);
        RecordingSink sink = store.read();
        assertEquals(2, sink.runs.size());
    }

    @Test
    void aWholeExperimentLinkedFromOutsideIsNotRead() throws IOException {
        SmallStore other = SmallStore.withTwoRuns(temp.resolve("other"));
        Files.createSymbolicLink(store.root.resolve("8"), other.root.resolve("7"));
        assertTrue(onlyProblem("mlruns/8").message().contains("link"));
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path params = Files.createDirectories(store.root.resolve("7/" + RUN + "/params"));
        int made;
        try {
            made = new ProcessBuilder("mkfifo", params.resolve("pipe").toString()).start().waitFor();
        } catch (IOException e) {
            made = 1;
        }
        assumeTrue(made == 0, "no pipes here");
        Problem problem = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> onlyProblem("params/pipe"));
        assertTrue(problem.message().contains("plain"));
    }

    /// Only the first was told; of the others nothing was said.
    @Test
    void pipesAreCounted() throws Exception {
        for (String folder : new String[] {"params", "metrics", "tags"}) {
            Path pipe = Files.createDirectories(store.root.resolve("7/" + RUN + "/" + folder)).resolve("pipe");
            assumeTrue(new ProcessBuilder("sh", "-c", "mkfifo '" + pipe + "'").start().waitFor() == 0, "no pipes here");
        }
        Problem problem = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> onlyProblem("/pipe"));
        assertTrue(problem.message().contains("3 in all"), problem.message());
    }

    @Test
    void anIdThatClimbsOutIsNotFollowed() throws IOException {
        Files.writeString(temp.resolve("meta.yaml"), "name: stolen\ndigest: x\n");
        store.write("7/" + RUN + "/inputs/i/meta.yaml", "source_id: ../../..\nsource_type: DATASET\n");
        onlyProblem("inputs/i/meta.yaml");
    }

    @Test
    void aRunOfTheSameIdIsToldAndLeftOut() throws IOException {
        store.experiment("8", "copy");
        store.run("8", RUN, "status: 3\n");
        onlyProblem("8/" + RUN);
    }

    @Test
    void aRunOutsideAnyExperimentIsToldAndForeignFoldersAreNot() throws IOException {
        store.write("99999999999999999999999999999999/meta.yaml", "run_id: x\nexperiment_id: '7'\n");
        store.write("recipe/meta.yaml", "package: x\n");
        onlyProblem("99999999999999999999999999999999");
    }

    @Test
    void anExperimentWithGarbageForMetaIsTold() throws IOException {
        store.write("9/meta.yaml", "\u0000");
        onlyProblem("9/meta.yaml");
    }

    @Test
    void foldersNestedWithoutEndAreCut() throws IOException {
        store.write("7/" + RUN + "/params/" + "d/".repeat(60) + "x", "1");
        assertTrue(onlyProblem("d").message().contains("40"));
    }

    @Test
    void anEmptyFolderIsRefusedInOneSentence() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        RecordingSink sink = new RecordingSink();
        IOException refused = assertThrows(IOException.class,
                () -> new MlflowFolder().read(empty, sink, Cancel.never()));
        assertTrue(Objects.requireNonNull(refused.getMessage()).startsWith(empty.toString()));
    }

    @Test
    void stoppingStops() {
        Cancel cancel = new Cancel();
        cancel.request();
        assertThrows(CancelledException.class,
                () -> new MlflowFolder().read(store.root, new RecordingSink(), cancel));
    }

    /// Two hundred stores with bytes changed, cut off, doubled or taken out, in random files.
    @Test
    void noDamageDoesMoreThanProblems() throws IOException {
        store.write("7/datasets/d/meta.yaml", "name: n\ndigest: d\n");
        store.write("7/" + RUN + "/inputs/i/meta.yaml", "source_id: d\ntags: {mlflow.data.context: x}\n");
        store.write("7/models/m-1/meta.yaml", "model_id: m-1\nexperiment_id: '7'\nname: m\n");
        store.write("7/models/m-1/metrics/a", "1500000000000 0.5 0 " + RUN + " data x\n");
        store.write("models/net/meta.yaml", "name: net\ncreation_timestamp: 1\naliases: {a: 1}\n");
        store.write("models/net/version-1/meta.yaml", "version: 1\ncurrent_stage: None\n");
        List<Path> files;
        try (Stream<Path> all = Files.walk(store.root)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Random random = new Random(20261122);
        for (int i = 0; i < 200; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] good = Files.readAllBytes(file);
            Files.write(file, damaged(good, random));
            store.age(store.root.relativize(file).toString());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                RecordingSink sink = new RecordingSink();
                try {
                    new MlflowFolder().claim(store.root);
                    new MlflowFolder().read(store.root, sink, Cancel.never());
                } catch (IOException e) {
                    assertFalse(String.valueOf(e.getMessage()).isBlank());
                }
            });
            Files.write(file, good);
        }
        assertEquals(List.of(), store.read().problems);
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int at = random.nextInt(Math.max(1, bytes.length));
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> {
                for (int i = 0; i < 5 && bytes.length > 0; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
                System.arraycopy(good, 0, bytes, good.length, good.length);
                bytes[at] = (byte) "[]{}&*!|>'\"%@`\t\n:".charAt(random.nextInt(17));
            }
            default -> random.nextBytes(bytes);
        }
        return bytes;
    }

    @Test
    void thatAFolderHoldsMoreThanIsLookedAtIsKnown() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.createDirectory(temp.resolve("child-" + i));
        }
        List<Path> seen = new java.util.ArrayList<>();
        assertFalse(ChildWalk.walk(temp, Cancel.never(), 2, (child, attributes) -> seen.add(child)));
        assertEquals(2, seen.size());
    }
}
