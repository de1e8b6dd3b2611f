package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.dataset.parquet.ParquetOut;
import cotejo.dataset.view.Conversion;
import cotejo.dataset.view.DataView;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Converting leaves a whole file or nothing, and says beforehand what it would be worth.
class ConversionTest {

    private static final int ROWS = 120_000;

    @TempDir
    Path folder;
    private Path source;
    private Path into;

    @BeforeEach
    void write() throws IOException {
        source = folder.resolve("numbers.csv");
        into = Files.createDirectory(folder.resolve("into"));
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(random.nextDouble()).append(',').append(random.nextLong()).append('\n');
        }
        Files.writeString(source, text);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(into)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void convert(Progress progress, Cancel cancel) throws IOException {
        try (Dataset dataset = Datasets.open(source, Cancel.never())) {
            Conversion.toParquet(dataset, DataView.all(dataset), new int[]{0, 1}, into.resolve("numbers.parquet"),
                    progress, cancel);
        }
    }

    @Test
    void oneThatIsCancelledLeavesNothingBehind() throws IOException {
        Cancel cancel = new Cancel();
        assertThrows(CancelledException.class, () -> convert((what, done, all) -> {
            if (done > ROWS / 2) {
                cancel.request();
            }
        }, cancel));
        assertEquals(List.of(), left());
    }

    /// On a file system of 1 MB, where one can be made.
    @Test
    void aFullDiskIsNamedAndNothingIsLeftBehind() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", into.toString()), "no right to mount");
        try {
            IOException said = assertThrows(IOException.class, () -> convert(Progress.NONE, Cancel.never()));
            assertTrue(said.getMessage().contains("numbers.parquet"), said.getMessage());
            assertTrue(said.getMessage().contains("the disk is full"), said.getMessage());
            assertEquals(List.of(), left());
        } finally {
            assertTrue(run("umount", into.toString()), "the file is still open");
        }
    }

    private static boolean run(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /// Random numbers hardly pack, so the whole conversion is the measure of the sample.
    @Test
    void whatItWouldBeWorthIsWhatComesOfIt() throws IOException {
        try (Dataset dataset = Datasets.open(source, Cancel.never())) {
            Conversion.Worth worth = Conversion.worth(dataset, Cancel.never());
            convert(Progress.NONE, Cancel.never());
            long after = Files.size(into.resolve("numbers.parquet"));
            assertEquals(Files.size(source), worth.bytesBefore());
            assertTrue(worth.sample() < ROWS, "a sample");
            assertEquals(after, worth.bytesAfter(), after * 0.05);
            assertTrue(worth.microsBefore() > 0 && worth.microsAfter() > 0, worth.toString());
        }
    }

    /// Writing 30,000 columns ran out of 512 MB of memory at 2,400 rows, and did not at 300.
    @Test
    void aTableTooWideForTheMemoryIsKnownBeforehand() {
        List<Field> wide = java.util.Collections.nCopies(30_000, Field.of("c", FieldType.int64()));
        long most = (512L << 20) / 4 * 3;
        assertEquals(List.of(true, false), List.of(ParquetOut.memory(wide, 300) < most,
                ParquetOut.memory(wide, 2_400) < most));
    }
}
