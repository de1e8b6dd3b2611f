package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.view.Conversion;
import cotejo.dataset.view.DataView;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a column cannot hold makes it text when a file is converted, whatever is wrong with it and however deep.
class NothingLostTest {

    /// More rows, of more bytes, than decide what a column is.
    private static final int USUAL = 1200;
    private static final String PAD = ",\"pad\":\"" + "x".repeat(2_500) + "\"}";

    @TempDir
    Path folder;

    /// @return the last row's first value in the file that was written
    private Value converted(String ending, String head, String usual, String last) throws IOException {
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < USUAL; i++) {
            text.append(usual).append('\n');
        }
        Path in = Files.writeString(folder.resolve("in." + ending), text + last + "\n");
        Path out = folder.resolve("out.parquet");
        try (Dataset dataset = Datasets.open(in, Cancel.never())) {
            Conversion.toParquet(dataset, DataView.all(dataset),
                    IntStream.range(0, dataset.columns().size()).toArray(), out, Progress.NONE, Cancel.never());
        }
        try (Dataset written = Datasets.open(out, Cancel.never())) {
            return written.rows(USUAL, 1, new int[]{0}, Cancel.never()).cells().getFirst().getFirst();
        }
    }

    private Value json(String usual, String last) throws IOException {
        return converted("jsonl", "", "{\"a\":" + usual + PAD, "{\"a\":" + last + PAD);
    }

    @Test
    void textsAmongNumbersOfAList() throws IOException {
        assertEquals("[1,\"b\"]", json("[1, 2]", "[1, \"b\"]").plain());
    }

    @Test
    void textsInAStruct() throws IOException {
        assertEquals("{\"b\":\"x\"}", json("{\"b\": 1}", "{\"b\": \"x\"}").plain());
    }

    @Test
    void keysThatCameLaterInAStruct() throws IOException {
        assertEquals("{\"b\":1,\"c\":2}", json("{\"b\": 1}", "{\"b\": 1, \"c\": 2}").plain());
    }

    @Test
    void wholeNumbersBeyond64Bits() throws IOException {
        assertEquals("36893488147419103232", json("1", "36893488147419103232").plain());
    }

    @Test
    void wholeNumbersThatNoDoubleIsEqualTo() throws IOException {
        assertEquals("9007199254740993", json("1.5", "9007199254740993").plain());
    }

    @Test
    void wholeNumbersAmongOthersStayNumbers() throws IOException {
        assertEquals(new Value.Real(7, 64), json("1.5", "7"));
    }

    @Test
    void timesFinerThanTheRest() throws IOException {
        assertEquals("2024-01-01T00:00:00.123456789",
                converted("csv", "a,b\n", "2024-01-01T00:00:00.5,1", "2024-01-01T00:00:00.123456789,1").plain());
    }

    @Test
    void timesWithAZoneAmongTimesWithout() throws IOException {
        assertEquals(List.of("2024-01-01T00:00:00Z", "2024-01-01T00:00:00"),
                List.of(converted("csv", "a,b\n", "2024-01-01T00:00:00,1", "2024-01-01T00:00:00Z,1").plain(),
                converted("csv", "a,b\n", "2024-01-01T00:00:00Z,1", "2024-01-01T00:00:00,1").plain()));
    }

    @Test
    void daysThatAreFarAway() throws IOException {
        assertEquals("2024-01-02", converted("csv", "a,b\n", "2024-01-01,1", "2024-01-02,1").plain());
        assertEquals("+99999999-01-01", converted("csv", "a,b\n", "2024-01-01,1", "+99999999-01-01,1").plain());
    }

    /// Parquet that other programs write may have a name twice; what is written here has each once.
    @Test
    void columnsOfOneNameAreAllWritten() throws IOException {
        Path in = folder.resolve("in.arrow");
        try (java.io.InputStream arrow = NothingLostTest.class.getResourceAsStream("names_twice.arrow")) {
            Files.copy(java.util.Objects.requireNonNull(arrow), in);
        }
        Path out = folder.resolve("out.parquet");
        try (Dataset dataset = Datasets.open(in, Cancel.never())) {
            assertEquals(List.of("a", "a", "a (2)", "b"), dataset.columns().stream().map(Field::name).toList());
            Conversion.toParquet(dataset, DataView.all(dataset), new int[]{0, 1, 2, 3}, out, Progress.NONE,
                    Cancel.never());
        }
        try (Dataset written = Datasets.open(out, Cancel.never())) {
            assertEquals(List.of("a", "a (3)", "a (2)", "b"), written.columns().stream().map(Field::name).toList());
            assertEquals("[1, x, true, 2.5]", written.rows(0, 1, new int[]{0, 1, 2, 3}, Cancel.never()).cells()
                    .getFirst().stream().map(Value::plain).toList().toString());
        }
    }
}
