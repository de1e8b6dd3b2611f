package cotejo.dataset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts pieces of vectors of the same kind together. Coded pieces become runs of bytes.
public final class VectorBuilder {

    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private Value[] values = new Value[0];
    private boolean[] nulls = new boolean[0];
    private byte[] data = new byte[0];
    private int[] starts = new int[0];
    private int[] lengths = new int[0];
    private int used;
    private int size;
    private @Nullable Class<?> kind;
    private boolean anyNull;

    /// Adds a piece at the end.
    public void append(Vector piece) {
        append(piece, 0, piece.size());
    }

    /// Adds a part of a piece.
    public void append(Vector piece, int from, int count) {
        if (kind == null && size > 0 && count > 0) {
            become(piece);
        }
        switch (piece) {
            case Vector.Longs more -> {
                kind = Vector.Longs.class;
                longs = grown(longs, count);
                System.arraycopy(more.values(), from, longs, size, count);
                nulls(more, from, count);
            }
            case Vector.Doubles more -> {
                kind = Vector.Doubles.class;
                doubles = grown(doubles, count);
                System.arraycopy(more.values(), from, doubles, size, count);
                nulls(more, from, count);
            }
            case Vector.Values more -> {
                kind = Vector.Values.class;
                values = grown(values, count);
                System.arraycopy(more.values(), from, values, size, count);
            }
            case Vector.Slices more -> {
                for (int i = from; i < from + count; i++) {
                    slice(more, i, size + i - from);
                }
            }
            case Vector.Coded more -> {
                if (!(more.dictionary() instanceof Vector.Slices texts)) {
                    Value[] out = new Value[count];
                    Vector.Values all = (Vector.Values) more.dictionary();
                    for (int i = 0; i < count; i++) {
                        out[i] = more.isNull(from + i) ? Value.Nothing.NULL : all.values()[more.codes()[from + i]];
                    }
                    append(new Vector.Values(out, count));
                    return;
                }
                for (int i = from; i < from + count; i++) {
                    slice(texts, more.codes()[i], size + i - from);
                }
            }
            case Vector.Repeated repeated -> throw new IllegalArgumentException(repeated.toString());
        }
        size += count;
    }

    /// Makes what was added so far, nothing but nulls, nulls of a kind.
    private void become(Vector piece) {
        int leading = size;
        size = 0;
        kind = switch (piece) {
            case Vector.Doubles _ -> Vector.Doubles.class;
            case Vector.Slices _ -> Vector.Slices.class;
            case Vector.Values _ -> Vector.Values.class;
            case Vector.Coded coded when coded.dictionary() instanceof Vector.Slices -> Vector.Slices.class;
            case Vector.Coded _ -> Vector.Values.class;
            case Vector.Longs _, Vector.Repeated _ -> Vector.Longs.class;
        };
        for (int i = 0; i < leading; i++) {
            appendNull();
        }
    }

    /// Adds a null; before the first value it is of no kind yet.
    public void appendNull() {
        if (kind == null) {
            size++;
            return;
        }
        if (kind == Vector.Values.class) {
            values = grown(values, 1);
            values[size++] = Value.Nothing.NULL;
            return;
        }
        if (kind == Vector.Slices.class) {
            starts = grown(starts, 1);
            lengths = lengths.length == starts.length ? lengths : Arrays.copyOf(lengths, starts.length);
            lengths[size++] = -1;
            return;
        }
        if (kind == Vector.Doubles.class) {
            doubles = grown(doubles, 1);
        } else {
            longs = grown(longs, 1);
        }
        nulls = grown(nulls, 1);
        nulls[size++] = true;
        anyNull = true;
    }

    private long[] grown(long[] array, int more) {
        int needed = room(array.length, more);
        return needed == array.length ? array : Arrays.copyOf(array, needed);
    }

    private double[] grown(double[] array, int more) {
        int needed = room(array.length, more);
        return needed == array.length ? array : Arrays.copyOf(array, needed);
    }

    private int[] grown(int[] array, int more) {
        int needed = room(array.length, more);
        return needed == array.length ? array : Arrays.copyOf(array, needed);
    }

    private boolean[] grown(boolean[] array, int more) {
        int needed = room(array.length, more);
        return needed == array.length ? array : Arrays.copyOf(array, needed);
    }

    private Value[] grown(Value[] array, int more) {
        int needed = room(array.length, more);
        return needed == array.length ? array : Arrays.copyOf(array, needed);
    }

    private int room(int length, int more) {
        return length >= size + more ? length : Math.max(Math.addExact(size, more), Math.max(16, length * 2));
    }

    private void nulls(Vector more, int from, int count) {
        nulls = grown(nulls, count);
        for (int i = 0; i < count; i++) {
            nulls[size + i] = more.isNull(from + i);
            anyNull |= nulls[size + i];
        }
    }

    private void slice(Vector.Slices more, int i, int place) {
        kind = Vector.Slices.class;
        if (starts.length <= place) {
            starts = Arrays.copyOf(starts, Math.max(16, place * 2));
            lengths = Arrays.copyOf(lengths, starts.length);
        }
        int length = i < 0 ? -1 : more.lengths()[i];
        starts[place] = used;
        lengths[place] = length;
        if (length > 0) {
            if (data.length < used + length) {
                data = Arrays.copyOf(data, Math.max(Math.addExact(used, length), data.length * 2));
            }
            System.arraycopy(more.data(), more.starts()[i], data, used, length);
            used += length;
        }
    }

    /// Bytes of text and binary taken so far.
    public int bytes() {
        return used;
    }

    public int size() {
        return size;
    }

    /// All that was added.
    public Vector build() {
        if (kind == null && size > 0) {
            become(new Vector.Longs(longs, 0, null));
        }
        if (kind == Vector.Doubles.class) {
            return new Vector.Doubles(doubles, size, anyNull ? nulls : null);
        }
        if (kind == Vector.Slices.class) {
            return new Vector.Slices(data, starts, lengths, size);
        }
        if (kind == Vector.Values.class) {
            return new Vector.Values(values, size);
        }
        return new Vector.Longs(longs, size, anyNull ? nulls : null);
    }
}
