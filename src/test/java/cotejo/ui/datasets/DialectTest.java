package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.Oddity;
import cotejo.dataset.csv.CsvDialect;
import cotejo.dataset.csv.Delimited;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A text with names in its first line, a quoted line end in line 2, and a short line 5, which is row 2 from 0.
class DialectTest {

    private static final String TEXT = "a;b\n\"x\ny\";1\nz;2\nw\n";

    private DatasetBench bench;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("odd.csv"), TEXT);
        bench = new DatasetBench(folder.resolve("workspace"), file);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private Dataset shown() {
        return ((OpenDataset.State.Open) bench.open.state().get()).dataset();
    }

    private CsvDialect dialect() {
        return ((Delimited) shown()).dialect();
    }

    private List<String> names() {
        return shown().columns().stream().map(Field::name).toList();
    }

    @Test
    void whatWasFoundIsShownInOneLine() {
        assertEquals("; · \" · . · UTF-8 · first line holds names", DialectWords.summary((Delimited) shown()));
    }

    @Test
    void anotherDelimiterIsReadAtOnce() {
        bench.open.reread(dialect().withDelimiter(','));
        assertEquals(List.of("a;b"), names());
    }

    @Test
    void anySignCanBeTypedAsDelimiter() {
        assertEquals(List.of('~', '\t', '\u0001', '\u0001'), List.of("~", "\\t", "\\x01", "0x01").stream()
                .map(typed -> DialectWords.delimiter(typed).orElseThrow()).toList());
    }

    @Test
    void aSignWithAnotherMeaningIsNoDelimiter() {
        assertEquals(List.of(true, false, false, false), List.of('~', '"', '\n', 'é').stream()
                .map(dialect()::delimitedBy).toList());
    }

    @Test
    void aTextIsReadByATypedDelimiter(@TempDir Path other) throws Exception {
        Path file = Files.writeString(other.resolve("tilde.txt"), "a~b\n1~2\n");
        try (DatasetBench tilde = new DatasetBench(other.resolve("w"), file)) {
            Delimited text = (Delimited) tilde.state.dataset();
            tilde.open.reread(text.dialect().withDelimiter('~'));
            assertEquals(List.of("a", "b"), ((OpenDataset.State.Open) tilde.open.state().get()).dataset().columns()
                    .stream().map(Field::name).toList());
        }
    }

    @Test
    void backslashesBeforeQuotesAreFoundBesideEmptyTexts(@TempDir Path other) throws Exception {
        Path file = Files.writeString(other.resolve("back.csv"), "a,b\n\"\",1\n\"say \\\"x\\\" y\",2\n");
        try (DatasetBench bench = new DatasetBench(other.resolve("w"), file)) {
            assertEquals('\\', ((Delimited) bench.state.dataset()).dialect().escape());
        }
    }

    @Test
    void wideTextKeepsItsEncodingWhenItIsReadInAnotherWay(@TempDir Path other) throws Exception {
        Path file = Files.write(other.resolve("wide.csv"), "a;b\nü;2\n".getBytes(StandardCharsets.UTF_16LE));
        try (DatasetBench wide = new DatasetBench(other.resolve("w"), file)) {
            CsvDialect found = ((Delimited) wide.state.dataset()).dialect();
            wide.open.reread(found.withDelimiter(','));
            assertEquals(StandardCharsets.UTF_16LE, found.charset());
            assertEquals(List.of("a;b"), ((OpenDataset.State.Open) wide.open.state().get()).dataset().columns()
                    .stream().map(Field::name).toList());
        }
    }

    @Test
    void anEncodingThatIsNoMoreThanLikelyIsMarked(@TempDir Path other) throws Exception {
        Path file = Files.write(other.resolve("l.csv"), "a;b\nEspaña;2\n".getBytes(StandardCharsets.ISO_8859_1));
        try (DatasetBench bench = new DatasetBench(other.resolve("w"), file)) {
            assertEquals("; · \" · . · ISO-8859-1 (guessed) · first line holds names",
                    DialectWords.summary((Delimited) bench.state.dataset()));
        }
    }

    @Test
    void aHeaderCanBeTakenForARow() throws Exception {
        bench.open.reread(dialect().withHeader(CsvDialect.Header.NONE));
        assertEquals(4, shown().countRows(cotejo.work.Cancel.never()));
    }

    @Test
    void anOddLineIsToldWithItsRow() {
        Oddity ragged = shown().oddities().stream().filter(odd -> odd.kind().equals("short")).findAny().orElseThrow();
        assertEquals(List.of(new Oddity.Place(5, 2)), ragged.places());
    }

    @Test
    void readingInAnotherWayLeavesTheFileAsItIs() throws Exception {
        bench.open.reread(dialect().withDelimiter('|'));
        assertTrue(Files.readString(bench.open.file()).equals(TEXT));
    }
}
