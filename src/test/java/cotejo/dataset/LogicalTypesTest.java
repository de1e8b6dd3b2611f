package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logical types that no file of the corpus has: JSON and times of nanoseconds as pyarrow 25.0.1 wrote them, and the
/// same bytes with a footer that calls them ENUM or BSON, as pyarrow reads them.
class LogicalTypesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"json, `{\"a\": 1}`, []", "enum, `{\"a\": 1}`, []",
        "bson, 7b2261223a20317d, 5b5d"})
    void valuesAreWhatPyarrowReads(String type, String first, String last) throws IOException {
        Path file = Path.of("src/test/resources/cotejo/dataset", type + "-and-time.parquet");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(List.of(type, "time[ns]"), dataset.columns().stream().map(f -> f.type().label()).toList());
            assertEquals(List.of(List.of(first, "00:00:00.000000001"), List.of("", ""),
                    List.of(last, "23:59:59.999999999")),
                    dataset.rows(0, 3, new int[] {0, 1}, Cancel.never()).cells().stream()
                            .map(row -> row.stream().map(Value::plain).toList()).toList());
        }
    }
}
