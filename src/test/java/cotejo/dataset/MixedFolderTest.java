package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.parquet.ParquetOut;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.Profiles;
import cotejo.dataset.view.Conversion;
import cotejo.dataset.view.DataView;
import cotejo.dataset.view.WhereReader;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Part files that have a column in different types are one table whose values are what each file says.
class MixedFolderTest {

    private static final long DAY = 1_704_067_200L;

    @TempDir
    Path folder;
    @TempDir
    Path into;

    private static Field struct(FieldType first, String one, String other) {
        return Field.of("s", new FieldType.Struct(List.of(Field.of(one, first), Field.of(other, FieldType.text()))));
    }

    private void part(String name, List<Field> fields, List<Value> row) throws IOException {
        try (ParquetOut out = ParquetOut.to(folder.resolve(name), fields, Map.of())) {
            out.row(row);
            out.finish();
        }
    }

    @BeforeEach
    void write() throws IOException {
        part("a.parquet", List.of(Field.of("t", new FieldType.Timestamp(FieldType.Unit.MILLIS, "")),
                Field.of("d", new FieldType.Decimal(9, 2)), Field.of("f", FieldType.float64()),
                Field.of("u", new FieldType.Whole(64, FieldType.Whole.Sign.UNSIGNED)),
                Field.of("m", FieldType.int64()), Field.of("l", new FieldType.ListOf(Field.of("e", FieldType.int64()))),
                struct(FieldType.int64(), "x", "y"), Field.of("only", FieldType.text())),
                List.of(new Value.Moment(DAY, 0, ""), new Value.Decimal(new BigDecimal("1.50")),
                        new Value.Real(2.5, 64), new Value.Decimal(new BigDecimal("18446744073709551615")),
                        new Value.Whole(7), new Value.Items(List.of(new Value.Whole(1))),
                        new Value.Struct(List.of("x", "y"), List.of(new Value.Whole(5), new Value.Text("five"))),
                        new Value.Text("here")));
        part("b.parquet", List.of(Field.of("t", new FieldType.Timestamp(FieldType.Unit.MICROS, "")),
                Field.of("d", new FieldType.Decimal(9, 3)), Field.of("f", FieldType.int64()),
                Field.of("u", FieldType.int64()), Field.of("m", FieldType.text()),
                Field.of("l", new FieldType.ListOf(Field.of("e", FieldType.text()))),
                // The other way around, so that places do not say which is which.
                Field.of("s", new FieldType.Struct(List.of(Field.of("y", FieldType.text()),
                        Field.of("x", FieldType.int64()))))),
                List.of(new Value.Moment(DAY, 1_000, ""), new Value.Decimal(new BigDecimal("1.499")),
                        new Value.Whole(1), new Value.Whole(-1), new Value.Text("seven"),
                        new Value.Items(List.of(new Value.Text("one"))),
                        new Value.Struct(List.of("y", "x"), List.of(new Value.Text("six"), new Value.Whole(6)))));
    }

    private static List<String> texts(Dataset dataset, DataView view) throws IOException {
        return view.rows(0, 10, IntStream.range(0, dataset.columns().size()).toArray(), Cancel.never()).cells()
                .stream().map(row -> String.join("|", row.stream().map(Value::plain).toList())).toList();
    }

    @Test
    void everyValueIsWhatItsFileSays() throws IOException {
        List<String> expected = List.of(
                "2024-01-01T00:00:00|1.500|2.5|18446744073709551615|7|[1]|{\"x\":5,\"y\":\"five\"}|here",
                "2024-01-01T00:00:00.000001|1.499|1.0|-1|seven|[\"one\"]|{\"x\":6,\"y\":\"six\"}|");
        Path out = into.resolve("out.parquet");
        try (Dataset dataset = Datasets.open(folder, Cancel.never())) {
            assertEquals(List.of("timestamp[us]", "decimal(10, 3)", "float64", "decimal(20, 0)", "mixed",
                    "list<mixed>", "struct<x: int64, y: string>", "string"),
                    dataset.columns().stream().map(field -> field.type().label()).toList());
            assertEquals(expected, texts(dataset, DataView.all(dataset)));
            assertEquals(1, dataset.oddities().stream().filter(odd -> odd.kind().equals("type:m")).count());
            assertEquals(List.of("m"), Conversion.toParquet(dataset, DataView.all(dataset),
                    IntStream.range(0, 8).toArray(), out, Progress.NONE, Cancel.never()).texts());
        }
        try (Dataset written = Datasets.open(out, Cancel.never())) {
            // In a file every element has one type: JSON.
            assertEquals(expected.stream().map(line -> line.replace("[1]", "[\"1\"]")
                    .replace("[\"one\"]", "[\"\\\"one\\\"\"]")).toList(), texts(written, DataView.all(written)));
        }
    }

    @Test
    void filtersAndOrdersHoldThemToEachOther() throws IOException {
        try (Dataset dataset = Datasets.open(folder, Cancel.never())) {
            for (String where : List.of("d < 1.5", "t > '2024-01-01'", "f < 2", "u < 0", "m = 'seven'", "s.x = 6")) {
                DataView view = DataView.of(dataset, WhereReader.read(dataset.columns(), where), List.of(),
                        Progress.NONE, Cancel.never());
                assertEquals(1, view.rows(), where);
                assertEquals(1, view.rowNumber(0), where);
            }
            for (String order : List.of("d", "f", "u", "t desc", "m desc", "s.x desc", "s.y desc")) {
                DataView view = DataView.of(dataset, null, WhereReader.order(dataset.columns(), order), Progress.NONE,
                        Cancel.never());
                assertEquals(1, view.rowNumber(0), order);
            }
        }
    }

    @Test
    void profilesAreOfAllOfThem() throws IOException {
        List<String> found = new ArrayList<>();
        try (Dataset dataset = Datasets.open(folder, Cancel.never())) {
            Profiles.scan(dataset, Leaf.of(dataset.columns()), new Profiles.Found() {
                @Override
                public void profile(ColumnProfile profile) {
                    found.add(profile.leaf().path() + " " + profile.count() + " " + profile.nulls() + " "
                            + (profile.min() == null ? "" : profile.min().plain()) + " "
                            + (profile.max() == null ? "" : profile.max().plain()));
                }

                @Override
                public void failed(Leaf leaf, UnreadableData why) {
                    throw new AssertionError(why);
                }
            }, Progress.NONE, Cancel.never());
        }
        assertEquals(List.of("d 2 0 1.499 1.500", "f 2 0 1.0 2.5", "l.list.element 2 0 1 one", "m 2 0 7 seven",
                "only 2 1 here here", "s.x 2 0 5 6", "s.y 2 0 five six",
                "t 2 0 2024-01-01T00:00:00 2024-01-01T00:00:00.000001", "u 2 0 -1 18446744073709551615"),
                found.stream().sorted().toList());
    }
}
