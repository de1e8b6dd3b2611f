package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// JSON, and folders of part files.
class OtherCorpusTest {

    @TempDir
    Path folder;

    private static List<List<Value>> rows(Path file, int... columns) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            return dataset.rows(0, 100, columns, Cancel.never()).cells();
        }
    }

    @Test
    void hiveKeysAreColumns() throws IOException {
        for (String part : List.of("year=2023/split=a", "year=2024/split=b")) {
            Path file = folder.resolve(part).resolve("part-0.csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "n\n1\n2\n");
        }
        assertEquals(List.of(List.of(new Value.Whole(1), new Value.Whole(2023), Value.text("a")),
                List.of(new Value.Whole(2), new Value.Whole(2023), Value.text("a")),
                List.of(new Value.Whole(1), new Value.Whole(2024), Value.text("b")),
                List.of(new Value.Whole(2), new Value.Whole(2024), Value.text("b"))), rows(folder, 0, 1, 2));
    }

    @Test
    void linesOfJsonAreRows() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        Files.writeString(file, "{\"a\": 1, \"b\": {\"c\": [true]}}\n\n{\"a\": 2.5}\n");
        assertEquals(List.of(List.of(new Value.Real(1, 64), new Value.Struct(List.of("c"),
                        List.of(new Value.Items(List.of(Value.Flag.TRUE))))),
                List.of(new Value.Real(2.5, 64), Value.Nothing.ABSENT)), rows(file, 0, 1));
    }

    @Test
    void aLineThatIsNoJsonIsCountedAndTheOthersAreRead() throws IOException {
        Path file = folder.resolve("broken.jsonl");
        Files.writeString(file, "{\"a\": 1}\n{\"a\": 2\n{\"a\": 3}\n");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(3, dataset.countRows(Cancel.never()));
            assertTrue(dataset.oddities().stream().anyMatch(oddity -> oddity.kind().equals("json")));
        }
    }

    @Test
    void anArrayOfObjectsIsATable() throws IOException {
        Path file = folder.resolve("array.json");
        Files.writeString(file, "[{\"a\": \"x\"}, {\"a\": null}]");
        assertEquals(List.of(List.of(Value.text("x")), List.of(Value.Nothing.NULL)), rows(file, 0));
    }

    @Test
    void anArrayOfNumPyIsATable() throws IOException {
        Path file = folder.resolve("array.npy");
        byte[] header = "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 2), }\n".getBytes(
                java.nio.charset.StandardCharsets.US_ASCII);
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(10 + header.length + 8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN).put(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length).put(header).putShort((short) 1).putShort((short) -2)
                .putShort((short) 3).putShort((short) 4);
        Files.write(file, bytes.array());
        assertEquals(List.of(List.of(new Value.Whole(1), new Value.Whole(-2)),
                List.of(new Value.Whole(3), new Value.Whole(4))), rows(file, 0, 1));
    }

    @Test
    void arraysOfOneLengthInAnArchiveAreOneTableAndOthersAreNamed() throws IOException {
        Path file = DatasetCorpus.ROOT.resolve("datasets/other/arrays.npz");
        assumeTrue(Files.exists(file), "no corpus beside the project");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(List.of("x"), dataset.columns().stream().map(Field::name).toList());
            assertEquals(10, dataset.countRows(Cancel.never()));
            assertEquals(List.of("length:y", "length:s"), dataset.oddities().stream().map(Oddity::kind).toList());
        }
    }

    @Test
    void aPackedArchiveIsReadToo() throws IOException {
        Path file = DatasetCorpus.ROOT.resolve("datasets/other/arrays_compressed.npz");
        assumeTrue(Files.exists(file), "no corpus beside the project");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(100, dataset.columns().size());
            assertEquals("x.99", dataset.columns().getLast().name());
            assertEquals(1000, dataset.countRows(Cancel.never()));
        }
    }
}
