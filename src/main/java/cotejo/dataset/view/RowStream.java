package cotejo.dataset.view;

import cotejo.dataset.Batch;
import cotejo.dataset.Dataset;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.dataset.VectorBuilder;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through rows of a view by scanning the file: once where they come in the order of the file; else once for every
/// so many of them as fit into a part of the memory.
final class RowStream {

    private static final int FIRST = 8192;
    private static final int FEW = 256;
    private static final int APART = 65_536;
    /// Bytes of a value that is an object, roughly, before its text.
    private static final int OBJECT = 32;

    private final Dataset dataset;
    private final List<Leaf> leaves = new ArrayList<>();
    private final RowSink sink;
    private final Cancel cancel;
    private final long room;

    /// @param room how many bytes rows may take while they wait for their turn
    RowStream(Dataset dataset, int[] columns, RowSink sink, Cancel cancel, long room) {
        this.dataset = dataset;
        this.sink = sink;
        this.cancel = cancel;
        this.room = room;
        for (int column : columns) {
            leaves.add(Leaf.whole(dataset.columns(), column));
        }
    }

    /// Rows in the order of the file.
    ///
    /// @param set  null for all
    /// @param from how many rows to leave out, of those in the set
    /// @param to   where to end, counted like `from`
    void inOrder(@Nullable RowSet set, long from, long to) throws IOException {
        if (from >= to) {
            return;
        }
        long[] given = {0};
        long first = set == null ? from : set.nth(from);
        long last = set == null ? to - 1 : set.nth(to - 1);
        for (RowRange part : dataset.parts(cancel)) {
            long begin = Math.max(part.first(), first);
            long end = Math.min(part.end(), last + 1);
            if (begin < end) {
                dataset.scan(new RowRange(begin, end - begin), leaves, batch -> given[0] += some(set, batch), cancel);
            }
        }
        // A file that got shorter must not become a shorter table in silence.
        if (given[0] < to - from) {
            throw new UnreadableData(Texts.get("dataset.view.short", dataset.file(), given[0], to - from));
        }
    }

    private int some(@Nullable RowSet set, Batch batch) throws IOException {
        int[] places = new int[batch.rows()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (set == null || set.has(batch.firstRow() + i)) {
                places[count++] = i;
            }
        }
        if (count > 0) {
            try {
                sink.rows(batch.vectors(), places, count);
            } catch (IOException failed) {
                // Not to be taken for a failure of the file that is read.
                throw new UncheckedIOException(failed);
            }
        }
        return count;
    }

    /// Rows in an order of their own.
    void sorted(int[] rows, int from, int to) throws IOException {
        int window = FIRST;
        for (int at = from; at < to; ) {
            int count = Math.min(window, to - at);
            long[] wanted = new long[count];
            for (int i = 0; i < count; i++) {
                wanted[i] = (long) rows[at + i] << 32 | i;
            }
            Arrays.sort(wanted);
            Pile pile = new Pile(wanted);
            try {
                gather(pile);
            } catch (Pile.Full tooMany) {
                window = Math.max(FEW, count / 4);
                continue;
            }
            int[] places = new int[count];
            for (int i = 0; i < count; i++) {
                places[(int) wanted[i]] = i;
            }
            sink.rows(pile.columns.stream().map(Pile.Column::build).toList(), places, count);
            at += count;
            window = (int) Math.clamp(room / Math.max(1, pile.bytes / count), FEW, Math.min(1 << 30, window * 16L));
        }
    }

    private void gather(Pile pile) throws IOException {
        for (RowRange part : dataset.parts(cancel)) {
            while (pile.left() && pile.row() < part.end()) {
                int before = pile.next;
                long begin = pile.row();
                dataset.scan(new RowRange(begin, pile.stretch(part.end()) - begin), leaves, pile::add, cancel);
                if (pile.next == before) {
                    throw new UnreadableData(Texts.get("dataset.view.short", dataset.file(), begin,
                            dataset.rowCount().rows()));
                }
            }
        }
    }

    /// Rows of the file as they are met.
    private final class Pile {

        /// More than there is room for.
        private static final class Full extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Full() {
                super(null, null, false, false);
            }
        }

        private final long[] wanted;
        private final List<Column> columns;
        private int next;
        private long bytes;

        Pile(long[] wanted) {
            this.wanted = wanted;
            this.columns = leaves.stream().map(leaf -> new Column(leaf.type())).toList();
        }

        boolean left() {
            return next < wanted.length;
        }

        /// The number of the next row.
        long row() {
            return wanted[next] >>> 32;
        }

        /// Where a stretch ends that begins with the next row: before a gap that is better jumped over.
        long stretch(long most) {
            long end = row() + 1;
            for (int i = next + 1; i < wanted.length && wanted[i] >>> 32 < most
                    && (wanted[i] >>> 32) - end < APART; i++) {
                end = (wanted[i] >>> 32) + 1;
            }
            return end;
        }

        void add(Batch batch) {
            int begin = next;
            while (left() && row() < batch.firstRow() + batch.rows()) {
                next++;
            }
            for (int i = 0; i < leaves.size(); i++) {
                Vector vector = batch.vectors().get(i);
                for (int row = begin; row < next; row++) {
                    int place = (int) ((wanted[row] >>> 32) - batch.firstRow());
                    columns.get(i).add(vector, place);
                    bytes += weight(vector, place);
                }
            }
            if (bytes > 2 * room && wanted.length > FEW) {
                throw new Full();
            }
        }

        /// A column, packed for as long as all its values are of one kind.
        private static final class Column {
            private final FieldType type;
            private VectorBuilder values = new VectorBuilder();
            private @Nullable Class<?> kind;

            Column(FieldType type) {
                this.type = type;
            }

            void add(Vector vector, int place) {
                if (vector.isNull(place)) {
                    values.appendNull();
                    return;
                }
                Class<?> now = vector instanceof Vector.Coded coded ? coded.dictionary().getClass()
                        : vector.getClass();
                if (kind != null && kind != now && kind != Vector.Values.class) {
                    Vector before = values.build();
                    values = new VectorBuilder();
                    for (int i = 0; i < before.size(); i++) {
                        values.append(single(before, i));
                    }
                    kind = Vector.Values.class;
                }
                kind = kind == null ? now : kind;
                if (kind == now) {
                    values.append(vector, place, 1);
                } else {
                    values.append(single(vector, place));
                }
            }

            private Vector single(Vector vector, int place) {
                return new Vector.Values(new Value[] {vector.value(place, type)}, 1);
            }

            Vector build() {
                return values.build();
            }
        }
    }

    private static long weight(Vector vector, int i) {
        return switch (vector) {
            case Vector.Longs _, Vector.Doubles _ -> 9;
            case Vector.Slices slices -> 8 + Math.max(0, slices.lengths()[i]);
            case Vector.Values values -> weight(values.values()[i]);
            case Vector.Coded coded when coded.isNull(i) -> 8;
            case Vector.Coded coded -> weight(coded.dictionary(), coded.codes()[i]);
            case Vector.Repeated _ -> OBJECT;
        };
    }

    private static long weight(Value value) {
        return switch (value) {
            case Value.Text text -> OBJECT * 2 + text.text().length();
            case Value.Binary binary -> OBJECT * 2 + binary.bytes().length;
            case Value.Items items -> OBJECT * 2 + weight(items.items());
            case Value.Struct struct -> OBJECT * 2 + weight(struct.values());
            case Value.Pairs pairs -> pairs.pairs().stream()
                    .mapToLong(pair -> OBJECT + weight(pair.key()) + weight(pair.value())).sum() + OBJECT * 2;
            case Value.Decimal _ -> OBJECT * 4;
            case Value.Nothing _ -> 4;
            default -> OBJECT;
        };
    }

    private static long weight(List<Value> values) {
        long sum = 0;
        for (Value value : values) {
            sum += weight(value);
        }
        return sum;
    }
}
