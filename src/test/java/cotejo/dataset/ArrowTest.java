package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Arrow and Feather files that pyarrow and Polars wrote; the same table as Parquet says what must come out.
class ArrowTest {

    private static final int ROWS = 2000;

    @TempDir
    Path folder;

    private static Path corpus(String name) {
        Path file = DatasetCorpus.ROOT.resolve("datasets").resolve(name);
        assumeTrue(Files.exists(file), "no corpus beside the project");
        return file;
    }

    private static List<List<String>> texts(Path file, List<String> names) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            List<String> all = dataset.columns().stream().map(Field::name).toList();
            int[] columns = names.stream().mapToInt(all::indexOf).toArray();
            return dataset.rows(0, ROWS, columns, Cancel.never()).cells().stream()
                    .map(row -> row.stream().map(ArrowTest::text).toList()).toList();
        }
    }

    /// Parquet keeps no zone but UTC, and spans as plain milliseconds, so that is what is compared.
    private static String text(Value value) {
        return switch (value) {
            case Value.Moment moment -> moment.epochSecond() + " " + moment.nano();
            case Value.Span span -> Long.toString(span.seconds() * 1000 + span.nanos() / 1_000_000);
            default -> value.plain();
        };
    }

    private static List<String> columns(Path file) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            return dataset.columns().stream().map(Field::name).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all_types.feather", "stream.arrows", "uncompressed.arrow"})
    void everyColumnHasTheValuesOfTheSameTableAsParquet(String name) throws IOException {
        Path arrow = corpus("other/" + name);
        for (String column : columns(arrow)) {
            assertEquals(texts(corpus("parquet/all_types.parquet"), List.of(column)), texts(arrow, List.of(column)),
                    column);
        }
    }

    @Test
    void whatPolarsWroteIsReadWhole() throws IOException {
        Path arrow = corpus("other/by_polars_zstd.arrow");
        List<String> names = columns(arrow);
        assertEquals(texts(corpus("parquet/all_types.parquet"), names), texts(arrow, names));
    }

    @Test
    void aFileThatWasCutOffShowsTheBatchesBefore() throws IOException {
        byte[] bytes = Files.readAllBytes(corpus("other/stream.arrows"));
        Path file = Files.write(folder.resolve("cut.arrows"), Arrays.copyOf(bytes, bytes.length * 9 / 10));
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertTrue(dataset.countRows(Cancel.never()) > 0);
            assertTrue(dataset.oddities().getFirst().message().contains("cut.arrows"));
        }
    }

    @Test
    void featherOfTheFirstVersionIsRefusedByName() {
        Path file = corpus("other/legacy_v1.feather");
        assertTrue(assertThrows(UnreadableData.class, () -> Datasets.open(file, Cancel.never())).getMessage()
                .contains("Feather V1"));
    }
}
