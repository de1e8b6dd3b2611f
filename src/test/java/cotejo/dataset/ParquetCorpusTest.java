package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every Parquet file of the corpus opens, or says in one sentence that names it why not; what pyarrow and DuckDB
/// counted is what is read.
class ParquetCorpusTest {

    /// Two whose checksums do not fit, which others do not look at, and one whose footer says 0 rows over 6.
    private static final Set<String> OTHERWISE = Set.of("parquet-testing/data/datapage_v1-corrupt-checksum.parquet",
            "parquet-testing/data/rle-dict-uncompressed-corrupt-checksum.parquet",
            "parquet-testing/data/repeated_no_annotation.parquet");

    static Stream<DatasetCorpus.Sample> readable() {
        return DatasetCorpus.samples("expected-parquet.json").stream()
                .filter(sample -> sample.expected().path("readable").asBoolean()
                        && sample.expected().has("nulls") && sample.expected().has("rows")
                        && !OTHERWISE.contains(sample.name()));
    }

    static Stream<Path> all() throws IOException {
        if (!Files.isDirectory(DatasetCorpus.ROOT)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(DatasetCorpus.ROOT)) {
            return files.filter(file -> file.toString().contains(".parquet") && Files.isRegularFile(file)
                    && !file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("all")
    void everyFileOpensOrSaysWhyNot(Path file) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            int[] columns = IntStream.range(0, dataset.columns().size()).toArray();
            long rows = dataset.countRows(Cancel.never());
            assertEquals(Math.min(rows, 500), dataset.rows(0, 500, columns, Cancel.never()).count());
            dataset.facts(Cancel.never());
        } catch (UnreadableData said) {
            assertTrue(said.getMessage().contains(file.toString()), said.getMessage());
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("readable")
    void rowsAndNullsAreWhatPyarrowCounted(DatasetCorpus.Sample sample) throws IOException {
        try (Dataset dataset = Datasets.open(sample.path(), Cancel.never())) {
            long rows = dataset.countRows(Cancel.never());
            assertEquals(sample.expected().get("rows").asLong(), rows);
            int[] columns = IntStream.range(0, dataset.columns().size()).toArray();
            long[] nulls = new long[columns.length];
            for (long first = 0; first < rows; first += 1000) {
                for (List<Value> row : dataset.rows(first, 1000, columns, Cancel.never()).cells()) {
                    for (int i = 0; i < nulls.length; i++) {
                        nulls[i] += row.get(i).isNull() ? 1 : 0;
                    }
                }
            }
            Map<String, Long> counted = new TreeMap<>();
            Map<String, Long> expected = new TreeMap<>();
            for (int i = 0; i < nulls.length; i++) {
                JsonNode told = sample.expected().get("nulls").get(dataset.columns().get(i).name());
                if (told != null) {
                    counted.put(dataset.columns().get(i).name(), nulls[i]);
                    expected.put(dataset.columns().get(i).name(), told.asLong());
                }
            }
            assertEquals(expected, counted);
        }
    }

    /// pyarrow's list of columns was kept up to the sixtieth.
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("readable")
    void columnsAreThoseThatPyarrowNames(DatasetCorpus.Sample sample) throws IOException {
        try (Dataset dataset = Datasets.open(sample.path(), Cancel.never())) {
            List<String> expected = new ArrayList<>();
            sample.expected().get("columns").forEach(column -> expected.add(column.get(0).asText()));
            List<String> names = dataset.columns().stream().map(Field::name).toList();
            assertTrue(expected.size() == names.size() || expected.size() == 60, names.toString());
            assertEquals(expected, names.subList(0, expected.size()));
        }
    }
}
