package cotejo.dataset.csv;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Oddities;
import cotejo.dataset.Oddity;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// From records to values. What does not fit its column's type stays as text and is counted, once a cell.
final class RowValues {

    private static final int REMEMBERED = 200_000;

    private final Path file;
    private final CsvShape shape;
    private final Charset charset;
    private final Oddities oddities;
    private final Cells cells;
    private final Set<Long> counted = new HashSet<>();

    /// @param charset how the file has its characters, which may have been rewritten before they were split
    RowValues(Path file, CsvShape shape, Charset charset, Oddities oddities) {
        this.charset = charset;
        this.file = file;
        this.shape = shape;
        this.oddities = oddities;
        this.cells = new Cells(shape.dialect().decimal());
    }

    Cells cells() {
        return cells;
    }

    /// A cell of a record. An empty field is null unless it was quoted; a missing one is absent; what is too much
    /// stands in the last column behind its own text.
    Value value(CsvRow row, int column, long line, long number) {
        if (column >= row.fields()) {
            return Value.Nothing.ABSENT;
        }
        if (column == shape.columns().size() - 1 && row.fields() > shape.columns().size()) {
            StringBuilder rest = new StringBuilder(row.text(column));
            for (int i = column + 1; i < row.fields(); i++) {
                rest.append(shape.dialect().delimiter()).append(row.text(i));
            }
            return new Value.Text(rest.toString());
        }
        String text = row.text(column);
        if (text.isEmpty() && !row.quoted(column)) {
            return Value.Nothing.NULL;
        }
        FieldType type = shape.columns().get(column).type();
        if (type instanceof FieldType.Text) {
            if (text.indexOf('\ufffd') >= 0 && first(column, number)) {
                oddities.add("encoding", new Oddity.Place(line, number),
                        () -> Texts.get("dataset.csv.encoding", file, Long.toString(line),
                        charset.displayName()));
            }
            return new Value.Text(text);
        }
        Value value = cells.of(text, type);
        return value != null ? value : misfit(text, column, line, number);
    }

    private Value misfit(String text, int column, long line, long number) {
        Field field = shape.columns().get(column);
        boolean nothing = Cells.standsForNothing(text);
        if (first(column, number)) {
            if (nothing) {
                oddities.add("null:" + field.name(), new Oddity.Place(line, number),
                        () -> Texts.get("dataset.csv.nothing", file,
                        Long.toString(line), field.name(), text));
            } else {
                oddities.add("type:" + field.name(), new Oddity.Place(line, number),
                        () -> Texts.get("dataset.csv.misfit", file,
                        Long.toString(line), field.name(), shorten(text), field.type().label()));
            }
        }
        return nothing ? Value.Nothing.NULL : new Value.Text(text);
    }

    private static String shorten(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private boolean first(int column, long number) {
        synchronized (counted) {
            return counted.size() >= REMEMBERED || counted.add(number * shape.columns().size() + column);
        }
    }
}
