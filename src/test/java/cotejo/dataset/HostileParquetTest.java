package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.parquet.ParquetOut;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged and hostile Parquet ends in a sentence that names the file; with checksums no altered value is ever shown.
class HostileParquetTest {

    private static final int MUTANTS = 400;
    private static final List<Field> COLUMNS = List.of(Field.of("whole", FieldType.int64()),
            Field.of("real", FieldType.float64()), Field.of("text", FieldType.text()),
            Field.of("list", new FieldType.ListOf(Field.of("element", FieldType.int64()))));
    private static final int[] ALL = {0, 1, 2, 3};

    @TempDir
    Path folder;
    private Path file;
    private byte[] good;
    private List<List<Value>> rows;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("seed.parquet");
        rows = new ArrayList<>();
        try (ParquetOut out = ParquetOut.to(file, COLUMNS, Map.of())) {
            for (int i = 0; i < 300; i++) {
                List<Value> row = List.of(new Value.Whole(i), new Value.Real(i * 0.37, 64), Value.text("row " + i % 17),
                        new Value.Items(List.of(new Value.Whole(i), new Value.Whole(-i))));
                rows.add(row);
                out.row(row);
            }
            out.finish();
        }
        good = Files.readAllBytes(file);
    }

    private int footerStart() {
        int length = (good[good.length - 8] & 0xff) | (good[good.length - 7] & 0xff) << 8
                | (good[good.length - 6] & 0xff) << 16;
        return good.length - 8 - length;
    }

    /// Reads all there is; what cannot be read is null.
    private List<List<Value>> read(Path mutant) throws IOException {
        try (Dataset dataset = Datasets.open(mutant, Cancel.never())) {
            int[] columns = Arrays.stream(ALL).filter(column -> column < dataset.columns().size()).toArray();
            return dataset.rows(0, 1000, columns, Cancel.never()).cells();
        } catch (UnreadableData said) {
            assertTrue(said.getMessage().contains(mutant.toString()), said.getMessage());
            return List.of();
        }
    }

    @Test
    void noAlteredByteOfAPageIsShownAsData() throws IOException {
        Random random = new Random(7);
        int pages = footerStart();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] bytes = good.clone();
            bytes[4 + random.nextInt(pages - 4)] ^= (byte) (1 << random.nextInt(8));
            Path mutant = folder.resolve("mutant.parquet");
            Files.write(mutant, bytes);
            List<List<Value>> read = read(mutant);
            for (int row = 0; row < read.size(); row++) {
                for (int column = 0; column < read.get(row).size(); column++) {
                    Value value = read.get(row).get(column);
                    if (!(value instanceof Value.Unreadable)) {
                        assertEquals(rows.get(row).get(column), value, "mutant " + i);
                    }
                }
            }
        }
    }

    @Test
    void aDamagedFooterEndsInASentenceOrInRows() throws IOException {
        Random random = new Random(8);
        int from = footerStart();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] bytes = good.clone();
            for (int n = 0; n < 3; n++) {
                bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
            }
            Path mutant = folder.resolve("mutant.parquet");
            Files.write(mutant, bytes);
            assertTrue(read(mutant).size() <= 1000);
        }
    }

    @Test
    void aFileThatWasCutOffSaysSo() throws IOException {
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, Arrays.copyOf(good, good.length / 2));
        UnreadableData said = assertThrows(UnreadableData.class, () -> Datasets.open(cut, Cancel.never()));
        assertTrue(said.getMessage().contains("cut.parquet"), said.getMessage());
    }

    @Test
    void aFooterLongerThanTheFileIsRefused() throws IOException {
        byte[] bytes = good.clone();
        bytes[bytes.length - 5] = 0x7f;
        Path mutant = folder.resolve("long.parquet");
        Files.write(mutant, bytes);
        assertThrows(UnreadableData.class, () -> Datasets.open(mutant, Cancel.never()));
    }
}
