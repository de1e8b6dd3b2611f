package cotejo.dataset.other;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Oddity;
import cotejo.dataset.Value;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// JSON as people and programs write it: nothing of it is lost in silence.
final class JsonShapesTest {

    @TempDir
    private Path folder;

    private String rows(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            long count = dataset.countRows(Cancel.never());
            int[] columns = IntStream.range(0, dataset.columns().size()).toArray();
            List<String> rows = dataset.rows(0, 100, columns, Cancel.never()).cells().stream()
                    .map(row -> String.join(",", row.stream().map(Value::plain).toList())).toList();
            assertEquals(count, rows.size());
            return rows + " " + dataset.oddities().stream().map(Oddity::kind).toList();
        }
    }

    private String rows(String name, String content) throws IOException {
        return rows(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void objectsOnOneLineAreRowsOfTheirOwn() throws IOException {
        assertEquals("[1, 2, 3, 4, 5] []", rows("a.jsonl", "{\"a\":1}{\"a\":2}{\"a\":3}\n{\"a\":4} {\"a\":5}\n"));
    }

    @Test
    void manyOnOneLineAreReadFromAnyRow() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            text.append("{\"a\":").append(i).append(i % 3_000 == 2_999 ? "}\n" : "}");
        }
        Path file = Files.writeString(folder.resolve("many.jsonl"), text);
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertEquals(9_000, dataset.countRows(Cancel.never()));
            for (int row : new int[]{0, 2_999, 3_000, 5_000, 8_999}) {
                assertEquals(Integer.toString(row), dataset.rows(row, 1, new int[]{0}, Cancel.never()).cells()
                        .getFirst().getFirst().plain());
            }
        }
    }

    @Test
    void whatStandsBehindAValueIsTold() throws IOException {
        assertEquals("[1, 2] [behind]", rows("a.jsonl", "{\"a\":1},\n{\"a\":2}\n"));
        assertEquals("[1, 2] [behind]", rows("a.json", "[{\"a\":1},{\"a\":2}] rest"));
    }

    @Test
    void aKeyThatComesTwiceIsTold() throws IOException {
        assertEquals("[2, 3] [twice]", rows("a.jsonl", "{\"a\":1,\"a\":2}\n{\"a\":3}\n"));
        assertEquals("[2, 3] [twice]", rows("a.json", "[{\"a\":1,\"a\":2},{\"a\":3}]"));
    }

    @Test
    void objectsThatTakeSeveralLinesAreRows() throws IOException {
        assertEquals("[1,x, 2,y] []", rows("a.json",
                "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n{\n  \"a\": 2,\n  \"b\": \"y\"\n}\n"));
    }

    @Test
    void utf16IsRead() throws IOException {
        assertEquals("[1, \u00e9] []", rows("a.jsonl",
                "\ufeff{\"a\":1}\n{\"a\":\"\u00e9\"}\n".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("[1, 2] []", rows("a.json",
                "\ufeff[{\"a\":1},\n{\"a\":2}]".getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void arraysInAnArrayAreRows() throws IOException {
        assertEquals("[[1,2], [3,4]] []", rows("a.json", "[[1,2],[3,4]]"));
    }

    @Test
    void valuesByTheNameOfTheFile() throws IOException {
        assertEquals("[, 1] [shape]", rows("a.jsonl", "null\n{\"a\":1}\n"));
    }
}
