package cotejo.dataset.profile;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.ValueOrder;
import cotejo.dataset.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tallies numbers and times. Each is turned into a key, a signed whole number of the same order.
final class NumberTally {

    private final FieldType type;
    private final int most;
    private final boolean real;
    private final long flip;
    private long count;
    private long nulls;
    private long nan;
    private long zeros;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;
    private long shift;
    private double mean;
    private double squares;
    private final LongCounts counts;
    private @Nullable Hll many;
    private boolean counting = true;
    private long @Nullable [] kept = new long[0];
    private int keptSize;
    private final Bins bins;
    private long[] keys = new long[8192];
    private double[] numbers = new double[8192];
    private double[] away = new double[8192];

    /// @param bins where keys are counted in case they are too many to keep
    NumberTally(FieldType type, Bins bins, Budget budget) {
        this.type = type;
        this.most = budget.kept();
        this.counts = new LongCounts(budget.distinct());
        this.real = type instanceof FieldType.Real;
        this.flip = type instanceof FieldType.Whole whole && whole.sign() == FieldType.Whole.Sign.UNSIGNED
                && whole.bits() == 64 ? Long.MIN_VALUE : 0;
        this.bins = bins;
    }

    static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    /// The key as a number again.
    double number(long key) {
        if (real) {
            return Double.longBitsToDouble(key ^ (key >> 63 & Long.MAX_VALUE));
        }
        return flip == 0 ? key : (key ^ flip) >= 0 ? key ^ flip : (key ^ flip) + 0x1p64;
    }

    /// The key as what the vector had: a whole number, or the bits of a double.
    long raw(long key) {
        return key ^ flip;
    }

    boolean isReal() {
        return real;
    }

    /// Fills keys and numbers from a vector, nulls and NaN left out.
    int load(Vector vector) {
        int size = vector.size();
        if (keys.length < size) {
            keys = new long[size];
            numbers = new double[size];
            away = new double[size];
        }
        return switch (vector) {
            case Vector.Longs longs -> loadLongs(longs.values(), longs.nulls(), size);
            case Vector.Doubles doubles -> loadDoubles(doubles.values(), doubles.nulls(), size);
            case Vector.Values values -> loadValues(values);
            default -> 0;
        };
    }

    long[] keys() {
        return keys;
    }

    double[] numbers() {
        return numbers;
    }

    private int loadLongs(long[] values, boolean @Nullable [] gaps, int size) {
        int used = 0;
        for (int i = 0; i < size; i++) {
            if (gaps == null || !gaps[i]) {
                keys[used] = values[i] ^ flip;
                numbers[used++] = flip == 0 ? values[i] : number(values[i] ^ flip);
            }
        }
        return used;
    }

    private int loadDoubles(double[] values, boolean @Nullable [] gaps, int size) {
        int used = 0;
        for (int i = 0; i < size; i++) {
            double value = values[i];
            if ((gaps == null || !gaps[i]) && !Double.isNaN(value)) {
                keys[used] = key(value);
                numbers[used++] = value;
            }
        }
        return used;
    }

    /// Among values one by one those of the column's kind are numbers too.
    private int loadValues(Vector.Values values) {
        int used = 0;
        for (int i = 0; i < values.size(); i++) {
            Value value = values.values()[i];
            double number = ValueOrder.number(value);
            if (StoredNumber.fits(type, value) && !(real && Double.isNaN(number))) {
                keys[used] = real ? key(number) : StoredNumber.of(type, value) ^ flip;
                numbers[used] = number(keys[used]);
                used++;
            }
        }
        return used;
    }

    void add(Vector vector) {
        int used = load(vector);
        int gaps = 0;
        if (vector instanceof Vector.Longs longs && longs.nulls() != null
                || vector instanceof Vector.Doubles doubles && doubles.nulls() != null) {
            for (int i = 0; i < vector.size(); i++) {
                gaps += vector.isNull(i) ? 1 : 0;
            }
        }
        nulls += gaps;
        nan += vector.size() - gaps - used;
        tally(used);
    }

    void addNulls(long more) {
        nulls += more;
    }

    /// Adds a single number.
    void addOne(double number, long whole) {
        if (real && Double.isNaN(number)) {
            nan++;
            return;
        }
        keys[0] = real ? key(number) : whole ^ flip;
        numbers[0] = real ? number : number(keys[0]);
        tally(1);
    }

    private void tally(int used) {
        if (used == 0) {
            return;
        }
        moments(used);
        long low = min;
        long high = max;
        int nothing = 0;
        for (int i = 0; i < used; i++) {
            low = Math.min(low, keys[i]);
            high = Math.max(high, keys[i]);
            nothing += numbers[i] == 0 ? 1 : 0;
        }
        min = low;
        max = high;
        zeros += nothing;
        distinct(used);
        keep(used);
    }

    /// Mean and squares of a piece by two loops, joined to the rest by Chan, Golub and LeVeque (1979). All is measured
    /// from the first value, so that a column of large, close numbers loses nothing.
    private void moments(int used) {
        if (count == 0) {
            shift = keys[0];
        }
        double sum = 0;
        if (real) {
            double from = number(shift);
            double origin = Double.isFinite(from) ? from : 0;
            for (int i = 0; i < used; i++) {
                away[i] = numbers[i] - origin;
                sum += away[i];
            }
        } else {
            for (int i = 0; i < used; i++) {
                away[i] = difference(keys[i], shift);
                sum += away[i];
            }
        }
        double pieceMean = sum / used;
        double pieceSquares = 0;
        for (int i = 0; i < used; i++) {
            double d = away[i] - pieceMean;
            pieceSquares += d * d;
        }
        join(used, pieceMean, pieceSquares);
    }

    /// How far a key is from another, as a number.
    private double difference(long key, long from) {
        if (real) {
            double origin = number(from);
            return number(key) - (Double.isFinite(origin) ? origin : 0);
        }
        long d = key - from;
        return ((key ^ from) & (key ^ d)) < 0 ? (double) key - (double) from : d;
    }

    private void join(long more, double otherMean, double otherSquares) {
        if (more == 0) {
            return;
        }
        long all = count + more;
        double delta = otherMean - mean;
        squares = count == 0 ? otherSquares
                : squares + otherSquares + delta * delta * ((double) count * more / all);
        mean = count == 0 ? otherMean : mean + delta * more / all;
        count = all;
    }

    private void distinct(int used) {
        int i = 0;
        if (many == null) {
            for (; i < used; i++) {
                if (!counts.add(keys[i], 1)) {
                    overflow();
                    break;
                }
            }
        }
        Hll sketch = many;
        if (sketch == null) {
            return;
        }
        for (int k = i; k < used; k++) {
            sketch.add(Hll.mix(keys[k]));
        }
        if (counting) {
            for (int k = i; k < used; k++) {
                counts.add(keys[k], 1);
            }
        }
    }

    private void overflow() {
        Hll sketch = new Hll();
        counts.each((key, times) -> sketch.add(Hll.mix(key)));
        many = sketch;
        counting = counts.anyTwice();
    }

    private void keep(int used) {
        if (kept != null) {
            if (keptSize + used > most) {
                for (int i = 0; i < keptSize; i++) {
                    bins.add(kept[i]);
                }
                kept = null;
            } else {
                if (kept.length < keptSize + used) {
                    kept = Arrays.copyOf(kept, Math.max(keptSize + used, Math.min(most, kept.length * 2)));
                }
                System.arraycopy(keys, 0, kept, keptSize, used);
                keptSize += used;
                return;
            }
        }
        for (int i = 0; i < used; i++) {
            bins.add(keys[i]);
        }
    }

    void merge(NumberTally other) {
        nulls += other.nulls;
        nan += other.nan;
        zeros += other.zeros;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        if (count == 0) {
            shift = other.shift;
        }
        join(other.count, other.count == 0 ? 0 : difference(other.shift, shift) + other.mean, other.squares);
        mergeDistinct(other);
        long[] theirs = other.kept;
        if (theirs != null) {
            for (int from = 0; from < other.keptSize; from += keys.length) {
                int piece = Math.min(keys.length, other.keptSize - from);
                System.arraycopy(theirs, from, keys, 0, piece);
                keep(piece);
            }
        } else {
            if (kept != null) {
                for (int i = 0; i < keptSize; i++) {
                    bins.add(kept[i]);
                }
                kept = null;
            }
            bins.merge(other.bins);
        }
    }

    private void mergeDistinct(NumberTally other) {
        boolean[] all = {true};
        other.counts.each((key, times) -> all[0] &= counts.add(key, times));
        if (other.many == null && many == null && all[0]) {
            return;
        }
        Hll sketch = many == null ? new Hll() : many;
        many = sketch;
        counts.each((key, times) -> sketch.add(Hll.mix(key)));
        other.counts.each((key, times) -> sketch.add(Hll.mix(key)));
        if (other.many != null) {
            sketch.merge(other.many);
        }
        counting |= other.counting;
    }

    long count() {
        return count;
    }

    long nulls() {
        return nulls;
    }

    long nan() {
        return nan;
    }

    long zeros() {
        return zeros;
    }

    long min() {
        return min;
    }

    long max() {
        return max;
    }

    double mean() {
        double origin = number(shift);
        return (Double.isFinite(origin) ? origin : 0) + mean;
    }

    /// The sample standard deviation; NaN for fewer than two values.
    double std() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    LongCounts counts() {
        return counts;
    }

    /// The sketch when there are too many different values to count them; else null.
    @Nullable Hll many() {
        return many;
    }

    /// All keys in order, when they were few enough to keep; else null.
    long @Nullable [] sorted() {
        if (kept == null) {
            return null;
        }
        long[] sorted = Arrays.copyOf(kept, keptSize);
        Arrays.sort(sorted);
        return sorted;
    }

    Bins bins() {
        return bins;
    }
}
