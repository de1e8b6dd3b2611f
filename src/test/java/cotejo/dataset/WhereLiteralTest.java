package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cotejo.dataset.parquet.ParquetOut;
import cotejo.dataset.view.DataView;
import cotejo.dataset.view.WhereReader;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a condition compares with is a value of the column: as exact, and as coarse. The rows left are those that
/// DuckDB 1.5.6 leaves of the same file by the same condition.
class WhereLiteralTest {

    private static final List<Field> COLUMNS = List.of(Field.of("dec", new FieldType.Decimal(10, 2)),
            Field.of("wide", new FieldType.Decimal(38, 10)), Field.of("f", new FieldType.Real(32)),
            Field.of("u", new FieldType.Whole(64, FieldType.Whole.Sign.UNSIGNED)),
            Field.of("t", new FieldType.TimeOfDay(FieldType.Unit.MICROS)),
            Field.of("b", new FieldType.Binary(-1, "")));

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("typed.parquet");
        try (ParquetOut out = ParquetOut.to(file, COLUMNS, Map.of())) {
            out.row(List.of(new Value.Decimal(new BigDecimal("1.10")),
                    new Value.Decimal(new BigDecimal("1.0000000001")), new Value.Real(0.1f, 32),
                    new Value.Decimal(new BigDecimal("18446744073709551615")),
                    new Value.TimeOfDay(3_723_000_000_000L), new Value.Binary(new byte[] {1, (byte) 0xff})));
            out.row(List.of(new Value.Decimal(new BigDecimal("-2.00")),
                    new Value.Decimal(new BigDecimal("12345678901234567890.5")), new Value.Real(2.5f, 32),
                    new Value.Whole(7), new Value.TimeOfDay(86_399_000_000_000L), new Value.Binary(new byte[0])));
            out.finish();
        }
    }

    private long left(String where) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            return DataView.of(dataset, WhereReader.read(dataset.columns(), where), List.of(), Progress.NONE,
                    Cancel.never()).rows();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "dec = 1.1 | 1", "dec > 1.1 | 0", "dec >= 1.1 | 1", "dec != 1.1 | 1", "dec in (1.10, -2) | 2",
        "dec between -2 and 1.1 | 2", "wide = 1.0000000001 | 1", "wide > 1.0000000001 | 1",
        "wide = 12345678901234567890.5 | 1", "wide < 12345678901234567890.6 | 2", "f = 0.1 | 1", "f > 0.1 | 1",
        "f != 0.1 | 1", "u = 18446744073709551615 | 1", "u > 18446744073709551614 | 1", "u > 7 | 1", "u > 6.5 | 2",
        "u = 1e3 | 0", "t = '01:02:03' | 1", "t > '02:00:00' | 1", "t < '24:00' | -1", "b = '01ff' | 1"})
    void theRowsLeftAreThoseOfDuckDb(String where, long rows) throws IOException {
        if (rows < 0) {
            assertThrows(WhereReader.Misunderstood.class, () -> left(where));
        } else {
            assertEquals(rows, left(where), where);
        }
    }

    @Test
    void anEndlessExponentIsANumberLikeAnother() throws IOException {
        assertEquals(2, left("u < 1e999999999"));
    }
}
