package cotejo.dataset.other;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.UnreadableData;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that pyarrow wrote, made to lie about how long a column is, where a buffer is, and what it unpacks to.
class ArrowBombTest {

    @TempDir
    Path folder;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int head;
    private int body;
    private Flat batch = new Flat(bytes, 0);

    @BeforeEach
    void firstBatch() throws IOException {
        read("all_types.feather");
    }

    /// Finds the first batch by the list at the end.
    private void read(String name) throws IOException {
        Path seed = Path.of("..", "shared", "corpus", "datasets", "other", name);
        assumeTrue(Files.exists(seed), "no corpus beside the project");
        bytes = ByteBuffer.wrap(Files.readAllBytes(seed)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - 10;
        Flat footer = Flat.root(bytes.slice(end - bytes.getInt(end), bytes.getInt(end)).order(ByteOrder.LITTLE_ENDIAN));
        int at = (int) footer.i64(3, 0);
        head = at + 8;
        body = head + bytes.getInt(at + 4);
        batch = Flat.root(bytes.slice(head, body - head).order(ByteOrder.LITTLE_ENDIAN)).table(2);
    }

    private void refused() throws IOException {
        Path file = Files.write(folder.resolve("bomb.feather"), bytes.array());
        UnreadableData said = assertThrows(UnreadableData.class, () -> {
            try (Dataset dataset = Datasets.open(file, Cancel.never())) {
                dataset.rows(0, 10, IntStream.range(0, dataset.columns().size()).toArray(), Cancel.never());
            }
        });
        assertTrue(said.getMessage().startsWith(file.toString()), said.getMessage());
        assertTrue(said.getMessage().lines().count() == 1, said.getMessage());
    }

    /// The first buffer that is not empty.
    private int filled() {
        int buffer = 0;
        while (batch.i64(2, 2 * buffer + 1) == 0) {
            buffer++;
        }
        return buffer;
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void aColumnThatLiesAboutItsLengthIsRefused(long length) throws IOException {
        bytes.putLong(head + batch.elements(1), length);
        refused();
    }

    @ParameterizedTest
    @ValueSource(longs = {-8, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void aBufferThatLiesAboutItsPlaceIsRefused(long offset) throws IOException {
        bytes.putLong(head + batch.elements(2) + 16 * filled(), offset);
        refused();
    }

    @ParameterizedTest
    @ValueSource(longs = {-8, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void aBufferThatLiesAboutItsLengthIsRefused(long length) throws IOException {
        bytes.putLong(head + batch.elements(2) + 16 * filled() + 8, length);
        refused();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -2, 16 << 20, 200 << 20, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void aPackedBufferThatLiesAboutItsSizeIsRefused(long told) throws IOException {
        assertTrue(batch.has(3), "packed");
        bytes.putLong(body + (int) batch.i64(2, 2 * filled()), told);
        refused();
    }

    /// 2,999,999 times 0 and then 7 in one batch, by pyarrow 25.0.1: packed to less than a thousandth.
    @Test
    void aColumnOfOneValueIsNoBomb() throws IOException {
        Path file = Path.of("src/test/resources/cotejo/dataset/constant_zstd.feather");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals("7", dataset.rows(2_999_999, 1, new int[] {0}, Cancel.never()).cells().getFirst().getFirst()
                    .plain());
        }
    }
}
