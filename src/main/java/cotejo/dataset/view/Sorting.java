package cotejo.dataset.view;

import cotejo.dataset.Dataset;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.ValueOrder;
import cotejo.dataset.Vector;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Sorts rows by a column without keeping its values: each becomes a number of the same order first. Text gets its
/// number once all different texts are known.
final class Sorting {

    private static final int TEXTS = 4_000_000;
    private static final long CHARACTERS = 64L << 20;

    private final Dataset dataset;
    private final Cancel cancel;

    Sorting(Dataset dataset, Cancel cancel) {
        this.dataset = dataset;
        this.cancel = cancel;
    }

    /// How many rows of a file can be sorted in so much memory, of which a fifth is left for all else: each takes 16
    /// bytes, and each row of the file 8, whether it is sorted or not. Texts come on top.
    static long most(long memory, long total) {
        return Math.max(0, (memory / 5 * 4 - 8 * total) / 16);
    }

    /// Sorts the row numbers in `rows`, which are in some order already, keeping that order among equals.
    void sort(int[] rows, SortKey key) throws IOException {
        int[] ordered = new int[rows.length];
        long[] own = new long[rows.length];
        int some = apart(rows, key, ordered, own);
        for (int i = some; i < rows.length; i++) {
            rows[i] = ordered[rows.length - 1 - (i - some)];
        }
        merge(ordered, own, rows, some);
    }

    /// Puts rows that have a value at the beginning of `ordered`, with their keys, and the others at its end, from the
    /// last place back; returns how many have one.
    private int apart(int[] rows, SortKey key, int[] ordered, long[] own) throws IOException {
        Keys keys = keys(key.leaf());
        boolean down = key.direction() == SortKey.Direction.DESCENDING;
        int some = 0;
        int end = rows.length;
        for (int row : rows) {
            if (keys.nulls[row >>> 6] >>> (row & 63) << 63 != 0) {
                ordered[--end] = row;
            } else {
                own[some] = down ? ~keys.values[row] : keys.values[row];
                ordered[some++] = row;
            }
        }
        return some;
    }

    /// The order of every row of the file.
    private static final class Keys {
        private final long[] values;
        private final long[] nulls;
        private boolean mixed;

        Keys(int rows) {
            values = new long[rows];
            nulls = new long[(rows >>> 6) + 1];
        }
    }

    private Keys keys(Leaf leaf) throws IOException {
        Keys keys = keys(leaf, number(leaf.type()));
        // Where only some of the values are numbers as they are stored, all have to be held to each other.
        return keys.mixed ? keys(leaf, false) : keys;
    }

    private Keys keys(Leaf leaf, boolean plain) throws IOException {
        Keys keys = new Keys(Math.toIntExact(dataset.countRows(cancel)));
        Map<Value, Integer> texts = new HashMap<>();
        long[] characters = {0};
        boolean[] numbers = {false};
        for (RowRange part : dataset.parts(cancel)) {
            dataset.scan(part, java.util.List.of(leaf), batch -> {
                Vector vector = batch.vectors().getFirst();
                int[] codes = new int[0];
                if (vector instanceof Vector.Coded coded) {
                    codes = new int[coded.dictionary().size()];
                    Arrays.fill(codes, -1);
                }
                for (int i = 0; i < batch.rows(); i++) {
                    int row = (int) batch.firstRow() + i;
                    if (vector.isNull(i)) {
                        keys.nulls[row >>> 6] |= 1L << (row & 63);
                    } else if (plain && vector instanceof Vector.Longs longs) {
                        numbers[0] = true;
                        keys.values[row] = unsigned(leaf.type()) ? longs.values()[i] ^ Long.MIN_VALUE
                                : longs.values()[i];
                    } else if (plain && vector instanceof Vector.Doubles doubles) {
                        numbers[0] = true;
                        keys.values[row] = key(doubles.values()[i]);
                    } else if (vector instanceof Vector.Coded coded) {
                        int code = coded.codes()[i];
                        if (codes[code] < 0) {
                            codes[code] = place(coded.value(i, leaf.type()), texts, characters);
                        }
                        keys.values[row] = codes[code];
                    } else {
                        keys.values[row] = place(vector.value(i, leaf.type()), texts, characters);
                    }
                }
            }, cancel);
        }
        keys.mixed = numbers[0] && !texts.isEmpty();
        if (!texts.isEmpty() && !keys.mixed) {
            rank(keys, texts);
        }
        return keys;
    }

    private static boolean number(FieldType type) {
        return type.numeric() || type.temporal() || type instanceof FieldType.Bool;
    }

    private static boolean unsigned(FieldType type) {
        return type instanceof FieldType.Whole whole && whole.bits() == 64
                && whole.sign() == FieldType.Whole.Sign.UNSIGNED;
    }

    private static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private int place(Value value, Map<Value, Integer> texts, long[] characters) throws IOException {
        Integer known = texts.get(value);
        if (known != null) {
            return known;
        }
        characters[0] += value instanceof Value.Text text ? text.text().length() : 16;
        if (texts.size() >= TEXTS || characters[0] > CHARACTERS) {
            throw new UnreadableData(Texts.get("dataset.view.tooManyTexts", dataset.file()));
        }
        int place = texts.size();
        texts.put(value, place);
        return place;
    }

    /// From places in order of appearance to places in order of value.
    private static void rank(Keys keys, Map<Value, Integer> texts) {
        Value[] sorted = texts.keySet().toArray(Value[]::new);
        Arrays.sort(sorted, ValueOrder.ORDER);
        int[] ranks = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            ranks[texts.getOrDefault(sorted[i], 0)] = i;
        }
        for (int i = 0; i < keys.values.length; i++) {
            if (keys.nulls[i >>> 6] >>> (i & 63) << 63 == 0) {
                keys.values[i] = ranks[(int) keys.values[i]];
            }
        }
    }

    /// A stable merge sort of rows by their keys, from the bottom up, into the beginning of `into`.
    @SuppressWarnings("ReferenceEquality")
    private void merge(int[] rows, long[] keys, int[] into, int count) {
        int[] fromRows = rows;
        long[] fromKeys = keys;
        int[] toRows = into;
        long[] toKeys = new long[count];
        for (int width = 1; width < count; width *= 2) {
            cancel.check();
            for (int start = 0; start < count; start += 2 * width) {
                int middle = Math.min(start + width, count);
                int end = (int) Math.min(start + 2L * width, count);
                int a = start;
                int b = middle;
                for (int i = start; i < end; i++) {
                    boolean left = a < middle && (b >= end || fromKeys[a] <= fromKeys[b]);
                    int from = left ? a++ : b++;
                    toRows[i] = fromRows[from];
                    toKeys[i] = fromKeys[from];
                }
            }
            int[] otherRows = fromRows;
            long[] otherKeys = fromKeys;
            fromRows = toRows;
            fromKeys = toKeys;
            toRows = otherRows;
            toKeys = otherKeys;
        }
        if (fromRows != into) {
            System.arraycopy(fromRows, 0, into, 0, count);
        }
    }
}
