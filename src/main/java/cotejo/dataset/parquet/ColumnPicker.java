package cotejo.dataset.parquet;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads single rows of one column as values, in any order, touching each page once.
final class ColumnPicker {

    /// From here on a jump goes by the pages' places instead of reading on.
    private static final long JUMP = 4096;
    private static final int STEP = 1024;

    private final ParquetSource source;
    private final ParquetSchema.Node node;

    ColumnPicker(ParquetSource source, ParquetSchema.Node node) {
        this.source = source;
        this.node = node;
    }

    Value[] pick(long[] rows, Cancel cancel) throws IOException {
        int[] order = order(rows);
        Value[] out = new Value[rows.length];
        int at = 0;
        while (at < rows.length) {
            cancel.check();
            long first = rows[order[at]];
            int group = source.footer().groupOf(first);
            long begin = source.footer().firstRows()[group];
            long end = source.footer().firstRows()[group + 1];
            int to = at;
            while (to < rows.length && rows[order[to]] < end) {
                to++;
            }
            int[] some = Arrays.copyOfRange(order, at, to);
            if (node.kind() == ParquetSchema.Node.Kind.LEAF) {
                flat(group, begin, rows, some, out, cancel);
            } else {
                nested(group, begin, rows, some, out, cancel);
            }
            at = to;
        }
        return out;
    }

    /// Places in an array of rows, by rows.
    private static int[] order(long[] rows) {
        boolean sorted = true;
        for (int i = 1; i < rows.length; i++) {
            sorted &= rows[i] >= rows[i - 1];
        }
        return sorted ? IntStream.range(0, rows.length).toArray() : IntStream.range(0, rows.length).boxed()
                .sorted(Comparator.comparingLong(i -> rows[i])).mapToInt(Integer::intValue).toArray();
    }

    private void flat(int group, long begin, long[] rows, int[] order, Value[] out, Cancel cancel)
            throws IOException {
        FieldType type = node.field().type();
        Words words = new Words();
        @Nullable FlatCursor cursor = null;
        long next = 0;
        int at = 0;
        while (at < order.length) {
            cancel.check();
            long row = rows[order[at]] - begin;
            if (cursor == null || row < next || row - next > JUMP) {
                cursor = new FlatCursor(source, group, node.leaf(), row);
            } else {
                cursor.skip(row - next);
            }
            int count = Math.min(cursor.available(), STEP);
            int to = at;
            while (to < order.length && rows[order[to]] - begin < row + count) {
                to++;
            }
            int needed = (int) (rows[order[to - 1]] - begin - row) + 1;
            Vector read = cursor.read(needed);
            for (int i = at; i < to; i++) {
                out[order[i]] = words.value(read, (int) (rows[order[i]] - begin - row), type);
            }
            next = row + needed;
            at = to;
        }
    }

    private void nested(int group, long begin, long[] rows, int[] order, Value[] out, Cancel cancel)
            throws IOException {
        @Nullable NestedColumn column = null;
        long next = 0;
        int at = 0;
        while (at < order.length) {
            cancel.check();
            int to = at + 1;
            long row = rows[order[at]] - begin;
            while (to < order.length && rows[order[to]] - begin - row < 64) {
                to++;
            }
            int count = (int) (rows[order[to - 1]] - begin - row) + 1;
            if (column == null || row < next || row - next > JUMP) {
                column = new NestedColumn(source, node, group, row);
            } else {
                column.skip(row - next);
            }
            Value[] values = column.read(count);
            for (int i = at; i < to; i++) {
                out[order[i]] = values[(int) (rows[order[i]] - begin - row)];
            }
            next = row + count;
            at = to;
        }
    }

    /// Words of a dictionary as values, each made once: a few long ones may stand in a great many rows.
    private static final class Words {
        private final Map<Integer, Value> made = new HashMap<>();
        private @Nullable Vector dictionary;

        // Whether it is the same dictionary, not one with the same words.
        @SuppressWarnings("ReferenceEquality")
        Value value(Vector vector, int i, FieldType type) {
            if (!(vector instanceof Vector.Coded coded) || coded.isNull(i)) {
                return vector.value(i, type);
            }
            if (dictionary != coded.dictionary()) {
                made.clear();
                dictionary = coded.dictionary();
            }
            return made.computeIfAbsent(coded.codes()[i], _ -> vector.value(i, type));
        }
    }
}
