package cotejo.dataset.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.parquet.ParquetOut;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Going through a view gives the rows that reading it row by row gives, whatever the format and the order.
class RowStreamTest {

    private static final int ROWS = 30_000;
    private static final int[] BOTH = {0, 1, 2};

    @TempDir
    Path folder;

    private Path file(String ending) throws IOException {
        Path file = folder.resolve("rows." + ending);
        Random random = new Random(5);
        if (ending.equals("parquet")) {
            List<Field> fields = List.of(Field.of("key", FieldType.int64()), Field.of("word", FieldType.text()),
                    Field.of("list", new FieldType.ListOf(Field.of("element", FieldType.float64()))));
            try (ParquetOut out = ParquetOut.to(file, fields, Map.of())) {
                for (int i = 0; i < ROWS; i++) {
                    out.row(List.of(i % 7 == 0 ? Value.Nothing.NULL : new Value.Whole(random.nextInt(1000)),
                            new Value.Text("w" + i % 20), i % 5 == 0 ? Value.Nothing.NULL : new Value.Items(
                                    List.of(new Value.Real(i, 64), new Value.Real(-i, 64)))));
                }
                out.finish();
            }
            return file;
        }
        StringBuilder text = new StringBuilder(ending.equals("csv") ? "key,word,list\n" : "");
        for (int i = 0; i < ROWS; i++) {
            // From some row on what was a number is none.
            String list = i > 28_000 && i % 3 == 0 ? "none" : Integer.toString(i);
            text.append(ending.equals("csv") ? random.nextInt(1000) + ",w" + i % 20 + "," + list + "\n"
                    : "{\"key\": " + random.nextInt(1000) + ", \"word\": \"w" + i % 20 + "\", \"list\": [\"" + list
                            + "\"]}\n");
        }
        return Files.writeString(file, text);
    }

    private static DataView view(Dataset dataset, String where, String order) throws IOException {
        return DataView.of(dataset, where.isEmpty() ? null : WhereReader.read(dataset.columns(), where),
                order.isEmpty() ? List.of() : WhereReader.order(dataset.columns(), order), Progress.NONE,
                Cancel.never());
    }

    private static List<List<Value>> streamed(Dataset dataset, DataView view, long from, long to) throws IOException {
        List<List<Value>> rows = new ArrayList<>();
        view.each(from, to, BOTH, (columns, places, count) -> {
            for (int i = 0; i < count; i++) {
                List<Value> row = new ArrayList<>();
                for (int c = 0; c < columns.size(); c++) {
                    row.add(columns.get(c).value(places[i], dataset.columns().get(c).type()));
                }
                rows.add(row);
            }
        }, Cancel.never());
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv", "jsonl"})
    void whatIsStreamedIsWhatTheGridShows(String ending) throws IOException {
        try (Dataset dataset = Datasets.open(file(ending), Cancel.never())) {
            for (String where : List.of("", "key > 500", "key = 3")) {
                for (String order : List.of("", "key desc", "word, key")) {
                    DataView view = view(dataset, where, order);
                    List<List<Value>> shown = view.rows(0, ROWS, BOTH, Cancel.never()).cells();
                    String what = where + " / " + order;
                    assertTrue(!shown.isEmpty(), what);
                    assertEquals(shown, streamed(dataset, view, 0, view.rows()), what);
                    long middle = view.rows() / 2;
                    assertEquals(shown.subList((int) middle - 3, (int) middle + 3),
                            streamed(dataset, view, middle - 3, middle + 3), what);
                }
            }
        }
    }

    /// Little room is enough for any number of rows, only more slowly.
    @Test
    void whatDoesNotFitIsReadInMoreGoes() throws IOException {
        try (Dataset dataset = Datasets.open(file("parquet"), Cancel.never())) {
            int[] rows = new Random(6).ints(0, ROWS).distinct().limit(20_000).toArray();
            List<Integer> asked = new ArrayList<>();
            List<Long> keys = new ArrayList<>();
            new RowStream(dataset, new int[]{2}, (columns, places, count) -> {
                asked.add(count);
                for (int i = 0; i < count; i++) {
                    keys.add(columns.getFirst().value(places[i], dataset.columns().get(2).type())
                            instanceof Value.Items items && items.items().getFirst() instanceof Value.Real real
                            ? (long) real.value() : -1);
                }
            }, Cancel.never(), 100_000).sorted(rows, 0, rows.length);
            assertTrue(asked.stream().allMatch(count -> count < 3000), asked.toString());
            List<Long> expected = new ArrayList<>();
            for (int row : rows) {
                expected.add(row % 5 == 0 ? -1L : row);
            }
            assertEquals(expected, keys);
        }
    }

    /// A full disk is no damage of the file that is read.
    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv", "jsonl"})
    void whatTheTakerComplainsOfIsNotTakenForDamage(String ending) throws IOException {
        IOException full = new IOException("full");
        try (Dataset dataset = Datasets.open(file(ending), Cancel.never())) {
            for (String order : List.of("", "key")) {
                DataView view = view(dataset, "", order);
                assertEquals(full, assertThrows(IOException.class, () -> view.each(0, 100, BOTH, (a, b, c) -> {
                    throw full;
                }, Cancel.never())));
            }
        }
    }
}
