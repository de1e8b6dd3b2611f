package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.Zstd;
import cotejo.dataset.csv.Delimited;
import cotejo.work.Cancel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Delimited text as programs of all kinds write it, byte by byte: nothing is lost, and what is odd is counted with its
/// line. What is expected is what was written.
class CsvBytesTest {

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path file(String text) throws IOException {
        return file("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> row(Path file, long row) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            int[] all = IntStream.range(0, dataset.columns().size()).toArray();
            return dataset.rows(row, 1, all, Cancel.never()).cells().getFirst().stream().map(Value::plain).toList();
        }
    }

    /// The first oddity of a kind after all rows were read.
    private static Oddity odd(Path file, String kind) throws IOException {
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            int[] all = IntStream.range(0, dataset.columns().size()).toArray();
            long rows = dataset.countRows(Cancel.never());
            dataset.rows(0, (int) rows, all, Cancel.never());
            return dataset.oddities().stream().filter(odd -> odd.kind().equals(kind)).findFirst().orElseThrow(() ->
                    new AssertionError(dataset.oddities()));
        }
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("2", "y"), row(file("t.csv.gz", packed.toByteArray()), 1));
    }

    @Test
    void zstandardIsUnpacked() throws IOException {
        byte[] packed = Zstd.compress("a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("2", "y"), row(file("t.csv.zst", packed), 1));
    }

    @Test
    void aFieldOfTenMegabytesIsWhole() throws IOException {
        String large = "x\n\"\"".repeat(10 << 18);
        List<String> row = row(file("a,b\n1,\"" + large + "\"\n2,y\n"), 0);
        assertEquals(large.replace("\"\"", "\""), row.get(1));
    }

    @Test
    void aRowAfterAFieldOfTenMegabytesIsReached() throws IOException {
        assertEquals(List.of("2", "y"), row(file("a,b\n1,\"" + "x\n".repeat(5 << 20) + "\"\n2,y\n"), 1));
    }

    @Test
    void quotesBehindABackslashAreText() throws IOException {
        assertEquals(List.of("1", "say \"hi\", you"),
                row(file("a,b\n1,\"say \\\"hi\\\", you\"\n2,\"more \\\"of\\\" it\"\n"), 0));
    }

    /// Keys of 64 bits, as many systems give them, and longer ones: no digit of them is lost.
    @ParameterizedTest
    @CsvSource({"9223372036854775807, int64", "-9223372036854775808, int64", "1234567890123456789, int64",
        "9223372036854775808, string", "12345678901234567890123, string", "1.5, float64"})
    void aLongWholeNumberKeepsItsDigits(String number, String type) throws IOException {
        Path file = file("a,b\n" + number + ",x\n" + number + ",y\n");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(type, dataset.columns().getFirst().type().label());
            assertEquals(number, dataset.rows(1, 1, new int[] {0}, Cancel.never()).cell(0, 0).plain());
            List<String> scanned = new java.util.ArrayList<>();
            Leaf leaf = Leaf.of(dataset.columns()).getFirst();
            dataset.scan(new RowRange(0, 2), List.of(leaf),
                    batch -> scanned.add(batch.vectors().getFirst().value(1, leaf.type()).plain()), Cancel.never());
            assertEquals(List.of(number), scanned);
        }
    }

    @Test
    void aDecimalCommaIsANumber() throws IOException {
        Path file = file("a;b\n1,5;x\n2,25;y\n");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(new Value.Real(2.25, 64), dataset.rows(1, 1, new int[] {0}, Cancel.never()).cell(0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, año – “sí” €", "windows-1250, žluťoučký kůň úpěl ďábelské ódy",
        "windows-1251, съешь ещё этих мягких французских булок",
        "KOI8-R, съешь ещё этих мягких французских булок",
        "ISO-8859-5, съешь ещё этих мягких французских булок",
        "IBM866, съешь ещё этих мягких французских булок",
        "ISO-8859-7, Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
        "windows-1253, Η Αθήνα είναι η πρωτεύουσα της χώρας",
        "ISO-8859-1, El niño comió un plátano"})
    void singleByteEncodingsAreFound(String charset, String words) throws IOException {
        String text = "name,n\n" + (words + ",1\n").repeat(40);
        assertEquals(List.of(words, "1"), row(file("t.csv", text.getBytes(Charset.forName(charset))), 39));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, false", "UTF-16BE, false", "UTF-16LE, true", "UTF-16BE, true"})
    void sixteenBitsAreFound(String charset, boolean mark) throws IOException {
        String text = (mark ? "\ufeff" : "") + "name,n\nniño,1\nкот,2\n";
        assertEquals(List.of("кот", "2"), row(file("t.csv", text.getBytes(Charset.forName(charset))), 1));
    }

    @Test
    void aMarkOfByteOrderIsNoPartOfTheName() throws IOException {
        try (Dataset dataset = Datasets.open(file("\ufeffa,b\n1,2\n"), Cancel.never())) {
            assertEquals("a", dataset.columns().getFirst().name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "long"})
    void raggedRowsAreCountedWithTheirLine(String kind) throws IOException {
        Oddity odd = odd(file("a,b,c\n1,2,3\n4,5\n6,7,8\n6,7,8,9\n1,2,3\n"), kind);
        assertEquals(List.of(1L, kind.equals("short") ? 3L : 5L), List.of(odd.count(), odd.where()));
    }

    @Test
    void nothingOfALongRowIsLost() throws IOException {
        assertEquals(true, String.join("|", row(file("a,b,c\n1,2,3\n6,7,8,99\n1,2,3\n"), 1)).contains("99"));
    }

    @Test
    void columnsOfTheSameNameAreToldApart() throws IOException {
        Path file = file("a,a,b\n1,2,3\n4,5,6\n");
        assertEquals(1, odd(file, "header").where());
        assertEquals(List.of("1", "2", "3"), row(file, 0));
    }

    @Test
    void commentLinesAreCountedWithTheFirst() throws IOException {
        Oddity odd = odd(file("# made by hand\na,b\n1,2\n# in between\n3,4\n"), "comment");
        assertEquals(List.of(2L, 1L), List.of(odd.count(), odd.where()));
    }

    @Test
    void aWordAmongNumbersAfterAHundredThousandRowsIsKeptAndCounted() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        IntStream.range(0, 100_001).forEach(i -> text.append(i).append(",x\n"));
        Path file = file(text.append("word,y\n").toString());
        assertEquals(List.of("word", "y"), row(file, 100_001));
        assertEquals(100_003, odd(file, "type:a").where());
    }

    @Test
    void aBackslashBeforeASingleQuoteIsFound() throws IOException {
        Path file = file("a;b\n1;'er sagte \\'ja\\' zu'\n2;'x; y'\n3;'z'\n");
        assertEquals(List.of("1", "er sagte 'ja' zu"), row(file, 0));
    }

    @Test
    void textBehindAClosingQuoteIsCountedWithItsLine() throws IOException {
        Oddity odd = odd(file("a,b\n1,x\n2,\"y\" z\n3,\"w\"\n4,\"v\"u\n"), "behind");
        assertEquals("2 3", odd.count() + " " + odd.where());
    }

    @Test
    void textBehindAClosingQuoteIsKept() throws IOException {
        assertEquals(List.of("2", "y z"), row(file("a,b\n1,x\n2,\"y\" z\n3,\"w\"\n"), 1));
    }

    @Test
    void halfACharacterOfWideTextIsNoWordOfThatEncoding() throws IOException {
        byte[] wide = "a,b\n1,x\n2,y".getBytes(StandardCharsets.UTF_16LE);
        byte[] lone = java.util.Arrays.copyOf(wide, wide.length + 2);
        lone[wide.length] = 0x00;
        lone[wide.length + 1] = (byte) 0xd8;
        String said = odd(file("w.csv", lone), "encoding").message();
        assertEquals(true, said.contains("UTF-16LE"), said);
    }

    @Test
    void aTextWithoutQuotesCanBeReadSo() throws IOException {
        Path file = file("a,b\n1,\"x\n2,y\"\n");
        try (Dataset found = Datasets.open(file, Cancel.never())) {
            Delimited text = (Delimited) found;
            try (Dataset plain = text.with(text.dialect().withDelimiter(',').withQuote('\0'), Cancel.never())) {
                assertEquals(List.of("\"x", "y\""), plain.rows(0, 9, new int[] {1}, Cancel.never()).cells().stream()
                        .map(row -> row.getFirst().plain()).toList());
            }
        }
    }
}
