package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.csv.Delimited;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What DuckDB's sniffer makes of the delimited texts of the corpus, where it is right.
class CsvCorpusTest {

    /// DuckDB takes a comment for the header, and pipes for the delimiter of a text that has none.
    private static final Set<String> OTHERWISE = Set.of("datasets/csv/comments.csv", "datasets/csv/ragged.csv");

    static Stream<DatasetCorpus.Sample> understood() {
        return DatasetCorpus.samples("expected-csv.json").stream()
                .filter(sample -> sample.expected().has("rows") && !OTHERWISE.contains(sample.name()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("understood")
    void rowsAreWhatDuckDbCounted(DatasetCorpus.Sample sample) throws IOException {
        try (Dataset dataset = Datasets.open(sample.path(), Cancel.never())) {
            assertEquals(sample.expected().get("rows").asLong(), dataset.countRows(Cancel.never()));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("understood")
    void theDelimiterIsTheOneDuckDbFound(DatasetCorpus.Sample sample) throws IOException {
        try (Dataset dataset = Datasets.open(sample.path(), Cancel.never())) {
            assertEquals(sample.expected().get("Delimiter").asText(),
                    Character.toString(((Delimited) dataset).dialect().delimiter()));
        }
    }
}
