package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged Avro, NumPy and Arrow files are read as far as they go, or end in a sentence that names the file.
class HostileOtherTest {

    private static final int MUTANTS = 150;

    @TempDir
    Path folder;

    private static void readAll(Path file) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            List<Leaf> leaves = Leaf.of(dataset.columns());
            for (RowRange part : dataset.parts(Cancel.never())) {
                dataset.scan(part, leaves, batch -> { }, Cancel.never());
            }
        }
    }

    private void readOrRefuse(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try {
                readAll(file);
            } catch (UnreadableData said) {
                Assertions.assertTrue(said.getMessage().contains(name), said.getMessage());
            }
        });
    }

    private static byte[] seed(String name) throws IOException {
        Path file = DatasetCorpus.ROOT.resolve("datasets/other").resolve(name);
        assumeTrue(Files.exists(file), "no corpus beside the project");
        assertDoesNotThrow(() -> readAll(file));
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows_null.avro", "rows_deflate.avro", "arrays.npz", "arrays_compressed.npz",
        "structured.npy", "stream.arrows", "uncompressed.arrow", "all_types.feather", "by_polars_zstd.arrow"})
    void aFileThatWasCutOffIsReadOrRefused(String name) throws IOException {
        byte[] good = seed(name);
        for (int i = 0; i < 40; i++) {
            int length = i < 20 ? i * 37 % good.length : (int) ((long) good.length * (i - 20) / 20);
            readOrRefuse(Arrays.copyOf(good, length), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows_null.avro", "rows_deflate.avro", "arrays.npz", "arrays_compressed.npz",
        "structured.npy", "stream.arrows", "uncompressed.arrow", "all_types.feather", "by_polars_zstd.arrow"})
    void anAlteredFileIsReadOrRefused(String name) throws IOException {
        byte[] good = seed(name);
        Random random = new Random(29);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] bad = good.clone();
            int within = i % 3 == 0 ? bad.length : Math.min(bad.length, 2000);
            for (int k = 0; k <= i % 4; k++) {
                int at = i % 3 == 1 ? bad.length - 1 - random.nextInt(within) : random.nextInt(within);
                bad[at] = (byte) (i % 2 == 0 ? random.nextInt() : 0xff);
            }
            readOrRefuse(bad, name);
        }
    }
}
