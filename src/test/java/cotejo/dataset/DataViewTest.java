package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.view.Conversion;
import cotejo.dataset.view.DataView;
import cotejo.dataset.view.WhereReader;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Filters and orders over a delimited text and over the same rows as Parquet.
class DataViewTest {

    private static final String TEXT = """
            id,score,label,day
            0,0.5,b,2024-01-02
            1,,a,2024-01-01
            2,-1.25,"",2024-03-01
            3,7.0,B,
            4,NaN,c d,2024-01-02
            """;

    @TempDir
    Path folder;
    private Path csv;
    private Path parquet;

    @BeforeEach
    void write() throws IOException {
        csv = folder.resolve("rows.csv");
        parquet = folder.resolve("rows.parquet");
        Files.writeString(csv, TEXT);
        try (Dataset dataset = Datasets.open(csv, Cancel.never())) {
            Conversion.toParquet(dataset, DataView.all(dataset), new int[]{0, 1, 2, 3}, parquet, Progress.NONE,
                    Cancel.never());
        }
    }

    private static String ids(Path file, String where, String order) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            DataView view = DataView.of(dataset, where.isEmpty() ? null : WhereReader.read(dataset.columns(), where),
                    order.isEmpty() ? List.of() : WhereReader.order(dataset.columns(), order), Progress.NONE,
                    Cancel.never());
            return view.rows(0, 100, new int[]{0}, Cancel.never()).cells().stream().map(row -> row.getFirst().plain())
                    .collect(Collectors.joining(" "));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
            "score > 0;0 3", "score is null;1", "score is nan;4", "score is not null;0 2 3 4", "not score > 0;2 4",
            "label = '';2", "label in ('a', 'B');1 3", "label contains \"b\";0 3", "label starts with 'c';4",
            "day >= 2024-01-02;0 2 4", "day between 2024-01-01 and 2024-01-02;0 1 4",
            "id < 2 or (score > 1 and id != 4);0 1 3",
            "day is null;3"})
    void aConditionLeavesTheSameRowsInBoth(String where, String expected) throws IOException {
        assertEquals(expected, ids(csv, where, ""));
        assertEquals(expected, ids(parquet, where, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"score;2 0 3 4 1", "score desc;4 3 0 2 1", "label;2 3 1 0 4",
            "day, score desc;1 4 0 2 3"})
    void anOrderPutsNullsLast(String order, String expected) throws IOException {
        assertEquals(expected, ids(csv, "", order));
        assertEquals(expected, ids(parquet, "", order));
    }

    @Test
    void aRowOfAFilteredViewKnowsItsNumber() throws IOException {
        Path many = folder.resolve("many.csv");
        Files.writeString(many, "n\n" + IntStream.range(0, 20_000).mapToObj(Integer::toString)
                .collect(Collectors.joining("\n")));
        try (Dataset dataset = Datasets.open(many, Cancel.never())) {
            DataView view = DataView.of(dataset, WhereReader.read(dataset.columns(), "n >= 12345"), List.of(),
                    Progress.NONE, Cancel.never());
            assertEquals(List.of(7655L, 12_345L, 19_999L),
                    List.of(view.rows(), view.rowNumber(0), view.rowNumber(7654)));
        }
    }

    @Test
    void aConditionThatMakesNoSenseSaysWhere() throws IOException {
        try (Dataset dataset = Datasets.open(csv, Cancel.never())) {
            WhereReader.Misunderstood wrong = assertThrows(WhereReader.Misunderstood.class,
                    () -> WhereReader.read(dataset.columns(), "score > or"));
            assertTrue(wrong.getMessage().contains("or"), wrong.getMessage());
        }
    }

    @Test
    void aFilterStopsWhenAskedTo() throws IOException {
        Cancel cancel = new Cancel();
        cancel.request();
        try (Dataset dataset = Datasets.open(parquet, Cancel.never())) {
            assertThrows(CancelledException.class, () -> DataView.of(dataset,
                    WhereReader.read(dataset.columns(), "id > 1"), List.of(), Progress.NONE, cancel));
        }
    }

    @Test
    void aColumnThatChangesItsMindBecomesText() throws IOException {
        Path late = folder.resolve("late.csv");
        Files.writeString(late, "n\n" + "7\n".repeat(5000) + "seven\n");
        Path out = folder.resolve("late.parquet");
        try (Dataset dataset = Datasets.open(late, Cancel.never())) {
            Conversion.Converted converted = Conversion.toParquet(dataset, DataView.all(dataset), new int[]{0}, out,
                    Progress.NONE, Cancel.never());
            assertEquals(List.of("n"), converted.texts());
        }
        try (Dataset dataset = Datasets.open(out, Cancel.never())) {
            assertEquals(new Value.Text("seven"), dataset.rows(5000, 1, new int[]{0}, Cancel.never()).cell(0, 0));
        }
    }

    /// Late values of another kind come after the numbers, wherever in the file they stand.
    @Test
    void numbersAmongWhichAreLateTextsAreSorted() throws IOException {
        StringBuilder text = new StringBuilder("id,a\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i).append(',').append(i * 7919L % 10_000).append('\n');
        }
        Files.writeString(csv, text + "10000,oops\n10001,-5\n");
        String up = ids(csv, "", "a");
        String down = ids(csv, "", "a desc");
        assertEquals("10001 0 ", up.substring(0, 8));
        assertEquals("10000 ", down.substring(0, 6));
    }
}
