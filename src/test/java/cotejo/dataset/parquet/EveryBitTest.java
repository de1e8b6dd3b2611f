package cotejo.dataset.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists, and numbers, texts and truth values in several encodings and codecs, in pages of both versions with
/// checksums, by pyarrow 25.0.1. Checksums cover no header, and a header says how
/// long levels are.
class EveryBitTest {

    @TempDir
    private Path folder;

    private static List<String> read(Path file, int from, int count) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            int[] columns = IntStream.range(0, dataset.columns().size()).toArray();
            return dataset.rows(from, count, columns, Cancel.never()).cells().stream().flatMap(List::stream)
                    .map(cell -> cell instanceof Value.Unreadable ? "" : cell.plain()).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lists_v1", "lists_v2", "flat_v1", "flat_v2"})
    void noAlteredBitOfAPageIsShownAsData(String name) throws IOException {
        Path seed = Path.of("src/test/resources/cotejo/dataset/" + name + ".parquet");
        byte[] bytes = Files.readAllBytes(seed);
        Map<Integer, List<String>> good = Map.of(0, read(seed, 0, 30), 50, read(seed, 50, 30));
        int end = bytes.length - 8 - ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
        Path file = folder.resolve("mutant.parquet");
        for (int bit = 4 * 8; bit < end * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);
            for (int from : new int[] {0, 50}) {
                try {
                    List<String> rows = read(file, from, 30);
                    for (int i = 0; i < rows.size(); i++) {
                        if (!rows.get(i).isEmpty()) {
                            assertEquals(good.get(from).get(i), rows.get(i), "bit " + bit % 8 + " of byte " + bit / 8);
                        }
                    }
                } catch (UnreadableData refused) {
                    assertEquals(1, refused.getMessage().lines().count());
                }
            }
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }
}
