package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cotejo.dataset.parquet.ParquetOut;
import cotejo.work.Cancel;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written as Parquet is what is read back.
class ParquetOutTest {

    private static final Field LIST = Field.of("list", new FieldType.ListOf(Field.of("element", FieldType.int64())));
    private static final List<Field> COLUMNS = List.of(Field.of("whole", FieldType.int64()),
            Field.of("real", FieldType.float64()), Field.of("text", FieldType.text()),
            Field.of("flag", new FieldType.Bool()), Field.of("day", new FieldType.Date()),
            Field.of("moment", new FieldType.Timestamp(FieldType.Unit.MICROS, "UTC")),
            Field.of("decimal", new FieldType.Decimal(20, 2)), Field.of("id", new FieldType.Uuid()), LIST,
            Field.of("struct", new FieldType.Struct(List.of(Field.of("x", FieldType.int64()), LIST))));
    private static final Value SOME = new Value.Items(List.of(new Value.Whole(1), Value.Nothing.NULL));
    private static final List<Value> FULL = List.of(new Value.Whole(-7), new Value.Real(Double.NaN, 64),
            Value.text("ü\n"), Value.Flag.TRUE, new Value.Day(19_000),
            new Value.Moment(1_700_000_000, 123_456_000, "UTC"),
            new Value.Decimal(new BigDecimal("123456789012345678.90")), new Value.Id(new UUID(1, 2)), SOME,
            new Value.Struct(List.of("x", "list"), List.of(new Value.Whole(3), new Value.Items(List.of()))));
    private static final List<Value> EMPTY = List.copyOf(
            IntStream.range(0, COLUMNS.size()).mapToObj(i -> (Value) Value.Nothing.NULL).toList());

    @TempDir
    Path folder;

    @Test
    void everyKindOfValueComesBack() throws IOException {
        Path file = folder.resolve("all.parquet");
        try (ParquetOut out = ParquetOut.to(file, COLUMNS, Map.of("made", "here"))) {
            out.row(FULL);
            out.row(EMPTY);
            out.row(FULL);
            out.finish();
        }
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            int[] all = IntStream.range(0, COLUMNS.size()).toArray();
            assertEquals(List.of(FULL, EMPTY, FULL), dataset.rows(0, 10, all, Cancel.never()).cells());
        }
    }

    @Test
    void pagesHaveChecksums() throws IOException {
        Path file = folder.resolve("sums.parquet");
        try (ParquetOut out = ParquetOut.to(file, COLUMNS, Map.of())) {
            out.row(FULL);
            out.finish();
        }
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(List.of(), dataset.facts(Cancel.never()).rowGroups().getFirst().chunks().stream()
                    .filter(chunk -> !chunk.parts().contains("crc")).toList());
        }
    }

    @Test
    void aFileThatWasNotFinishedIsNotThere() throws IOException {
        Path file = folder.resolve("half.parquet");
        try (ParquetOut out = ParquetOut.to(file, COLUMNS, Map.of())) {
            out.row(FULL);
        }
        try (var left = Files.list(folder)) {
            assertFalse(left.findAny().isPresent());
        }
    }
}
