package cotejo.dataset.profile;

import cotejo.dataset.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tallies text and bytes. Codes of a dictionary are only counted, and looked up once when the dictionary changes.
final class BytesTally {

    private final boolean text;
    private final BytesCounts counts;
    private final LengthTally lengths = new LengthTally();
    private @Nullable Hll many;
    private long count;
    private long nulls;
    private byte @Nullable [] min;
    private byte @Nullable [] max;
    private Vector.@Nullable Slices dictionary;
    private long[] codes = new long[0];

    /// @param text whether lengths are characters
    BytesTally(boolean text, Budget budget) {
        this.text = text;
        this.counts = new BytesCounts(budget);
    }

    void add(Vector.Slices slices) {
        for (int i = 0; i < slices.size(); i++) {
            if (slices.lengths()[i] < 0) {
                nulls++;
            } else {
                add(slices.data(), slices.starts()[i], slices.lengths()[i], 1);
            }
        }
    }

    // A dictionary stays the same object for as long as it is the same.
    @SuppressWarnings("ReferenceEquality")
    void add(Vector.Coded coded, Vector.Slices values) {
        if (dictionary != values) {
            flush();
            dictionary = values;
            codes = new long[values.size()];
        }
        for (int i = 0; i < coded.size(); i++) {
            int code = coded.codes()[i];
            if (code < 0) {
                nulls++;
            } else {
                codes[code]++;
            }
        }
    }

    void addNulls(long more) {
        nulls += more;
    }

    /// Looks up what was counted by code.
    void flush() {
        Vector.Slices values = dictionary;
        dictionary = null;
        if (values != null) {
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] > 0) {
                    add(values.data(), values.starts()[i], values.lengths()[i], codes[i]);
                }
            }
        }
    }

    void add(byte[] data, int from, int length, long times) {
        count += times;
        lengths.add(text ? characters(data, from, length) : length, times);
        if (min == null || Arrays.compareUnsigned(data, from, from + length, min, 0, min.length) < 0) {
            min = Arrays.copyOfRange(data, from, from + length);
        }
        if (max == null || Arrays.compareUnsigned(data, from, from + length, max, 0, max.length) > 0) {
            max = Arrays.copyOfRange(data, from, from + length);
        }
        long hash = BytesCounts.hash(data, from, length);
        boolean counted = counts.add(data, from, length, hash, times);
        if (!counted && many == null) {
            overflow();
        }
        if (many != null) {
            many.add(hash);
        }
    }

    private void overflow() {
        Hll sketch = new Hll();
        for (int i = 0; i < counts.size(); i++) {
            byte[] bytes = counts.bytes(i);
            sketch.add(BytesCounts.hash(bytes, 0, bytes.length));
        }
        many = sketch;
    }

    /// Characters of UTF-8: bytes that do not continue one.
    private static int characters(byte[] data, int from, int length) {
        int characters = 0;
        for (int i = from; i < from + length; i++) {
            characters += (data[i] & 0xc0) != 0x80 ? 1 : 0;
        }
        return characters;
    }

    void merge(BytesTally other) {
        flush();
        other.flush();
        count += other.count;
        nulls += other.nulls;
        lengths.merge(other.lengths);
        if (other.min != null && (min == null || Arrays.compareUnsigned(other.min, min) < 0)) {
            min = other.min;
        }
        if (other.max != null && (max == null || Arrays.compareUnsigned(other.max, max) > 0)) {
            max = other.max;
        }
        boolean all = counts.merge(other.counts);
        if (!all || other.many != null) {
            if (many == null) {
                overflow();
            }
            Hll sketch = java.util.Objects.requireNonNull(many);
            for (int i = 0; i < other.counts.size(); i++) {
                byte[] bytes = other.counts.bytes(i);
                sketch.add(BytesCounts.hash(bytes, 0, bytes.length));
            }
            if (other.many != null) {
                sketch.merge(other.many);
            }
        }
    }

    BytesCounts counts() {
        return counts;
    }

    LengthTally lengths() {
        return lengths;
    }

    long count() {
        return count;
    }

    long nulls() {
        return nulls;
    }

    @Nullable Hll many() {
        return many;
    }

    byte @Nullable [] min() {
        return min;
    }

    byte @Nullable [] max() {
        return max;
    }
}
