package cotejo.dataset.csv;

import cotejo.dataset.Batch;
import cotejo.dataset.BatchSink;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Packs records into batches of vectors.
final class RowBatches {

    private static final int ROWS = 2048;
    private static final int BYTES = 4 << 20;
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
            1e15};

    private final RowValues values;
    private final List<Column> columns = new ArrayList<>();
    private final BatchSink sink;
    private long firstRow;
    private int rows;
    private int bytes;

    RowBatches(RowValues values, List<Field> fields, List<Leaf> leaves, long firstRow, BatchSink sink) {
        this.values = values;
        this.sink = sink;
        this.firstRow = firstRow;
        for (Leaf leaf : leaves) {
            columns.add(new Column(leaf.column(), fields.get(leaf.column()).type(),
                    leaf.column() == fields.size() - 1));
        }
    }

    void row(CsvRow row, long line, long number) throws IOException {
        for (Column column : columns) {
            column.add(row, line, number);
        }
        if (++rows == ROWS || bytes > BYTES) {
            flush();
        }
    }

    void flush() throws IOException {
        if (rows > 0) {
            sink.batch(new Batch(firstRow, rows, columns.stream().map(Column::vector).toList()));
            firstRow += rows;
            rows = 0;
            bytes = 0;
            columns.forEach(Column::clear);
        }
    }

    /// One column of the batch in the making.
    private final class Column {
        private final int place;
        private final FieldType type;
        private final boolean last;
        private final boolean text;
        private final boolean real;
        private final boolean point;
        private final long[] longs;
        private final double[] doubles;
        private final boolean[] nulls = new boolean[ROWS];
        private final int[] starts;
        private final int[] lengths;
        private byte[] data = new byte[0];
        private int used;
        private boolean anyNull;
        private Value @org.jspecify.annotations.Nullable [] mixed;

        Column(int place, FieldType type, boolean last) {
            this.place = place;
            this.type = type;
            this.last = last;
            this.text = type instanceof FieldType.Text;
            this.real = type instanceof FieldType.Real;
            this.point = values.cells().point();
            longs = new long[text || real ? 0 : ROWS];
            doubles = new double[real ? ROWS : 0];
            starts = new int[text ? ROWS : 0];
            lengths = new int[text ? ROWS : 0];
        }

        void add(CsvRow row, long line, long number) {
            nulls[rows] = false;
            if (mixed == null && place < row.fields() && !(last && row.fields() > place + 1)) {
                int from = row.from(place);
                int length = row.end(place) - from;
                if (length == 0 && !row.quoted(place)) {
                    none();
                    return;
                }
                if (text ? text(row.chars(), from, length) : real ? point && real(row.chars(), from, length)
                        : type instanceof FieldType.Whole && whole(row.chars(), from, length)) {
                    return;
                }
            }
            slow(values.value(row, place, line, number));
        }

        private void none() {
            nulls[rows] = true;
            anyNull = true;
            if (text) {
                lengths[rows] = -1;
            } else if (real) {
                doubles[rows] = 0;
            } else {
                longs[rows] = 0;
            }
        }

        private boolean text(char[] chars, int from, int length) {
            room(length);
            int at = used;
            for (int i = from; i < from + length; i++) {
                if (chars[i] >= 0x80) {
                    return false;
                }
                data[at++] = (byte) chars[i];
            }
            slice(at - used);
            return true;
        }

        private void room(int length) {
            if (data.length < used + length) {
                data = Arrays.copyOf(data, Math.max(used + length, Math.max(4096, data.length * 2)));
            }
        }

        private void slice(int length) {
            starts[rows] = used;
            lengths[rows] = length;
            used += length;
            bytes += length;
        }

        /// Decimal numbers of at most 15 digits, whose quotient by a power of ten is exact (Clinger 1990); the rest is
        /// left to the library.
        private boolean real(char[] chars, int from, int length) {
            long digits = 0;
            int scale = -1;
            int count = 0;
            int i = from;
            boolean minus = chars[i] == '-';
            i += minus ? 1 : 0;
            boolean zeroFirst = i + 1 < from + length && chars[i] == '0' && chars[i + 1] != '.';
            if (i == from + length || zeroFirst || length > 18) {
                return false;
            }
            for (; i < from + length; i++) {
                int digit = chars[i] - '0';
                if (digit >= 0 && digit <= 9) {
                    digits = digits * 10 + digit;
                    count++;
                    scale += scale >= 0 ? 1 : 0;
                } else if (chars[i] == '.' && scale < 0) {
                    scale = 0;
                } else {
                    return false;
                }
            }
            if (count == 0 || count > 15) {
                return false;
            }
            double value = scale <= 0 ? digits : digits / TENS[scale];
            doubles[rows] = minus ? -value : value;
            return true;
        }

        private boolean whole(char[] chars, int from, int length) {
            int i = from;
            boolean minus = chars[i] == '-';
            i += minus ? 1 : 0;
            int digits = from + length - i;
            if (digits < 1 || digits > 18 || chars[i] == '0' && (digits > 1 || minus)) {
                return false;
            }
            long value = 0;
            for (; i < from + length; i++) {
                int digit = chars[i] - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                value = value * 10 + digit;
            }
            longs[rows] = minus ? -value : value;
            return true;
        }

        private void slow(Value value) {
            if (mixed != null) {
                mixed[rows] = value;
                return;
            }
            switch (value) {
                case Value.Nothing _ -> none();
                case Value.Text some when text -> {
                    byte[] utf8 = some.text().getBytes(StandardCharsets.UTF_8);
                    room(utf8.length);
                    System.arraycopy(utf8, 0, data, used, utf8.length);
                    slice(utf8.length);
                }
                case Value.Real some when real -> doubles[rows] = some.value();
                case Value.Whole some when type instanceof FieldType.Whole -> longs[rows] = some.value();
                case Value.Flag flag when type instanceof FieldType.Bool -> longs[rows] = flag.ordinal();
                case Value.Day day when type instanceof FieldType.Date -> longs[rows] = day.epochDay();
                case Value.Moment moment when type instanceof FieldType.Timestamp && moment.nano() % 1000 == 0 ->
                    longs[rows] = moment.epochSecond() * 1_000_000 + moment.nano() / 1000;
                default -> mix(value);
            }
        }

        /// From here on the batch has values one by one, because one is of another kind.
        private void mix(Value value) {
            Value[] all = new Value[ROWS];
            Vector sofar = packed(rows);
            for (int i = 0; i < rows; i++) {
                all[i] = sofar.value(i, type);
            }
            all[rows] = value;
            mixed = all;
        }

        private Vector packed(int count) {
            boolean[] gaps = anyNull ? nulls : null;
            return text ? new Vector.Slices(data, starts, lengths, count)
                    : real ? new Vector.Doubles(doubles, count, gaps) : new Vector.Longs(longs, count, gaps);
        }

        Vector vector() {
            return mixed != null ? new Vector.Values(mixed, rows) : packed(rows);
        }

        void clear() {
            used = 0;
            anyNull = false;
            mixed = null;
        }
    }
}
