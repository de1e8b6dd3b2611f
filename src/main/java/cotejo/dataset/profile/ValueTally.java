package cotejo.dataset.profile;

import cotejo.dataset.Value;
import cotejo.dataset.ValueOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tallies values one by one: wide decimals, old timestamps, and columns whose values are of many kinds.
final class ValueTally {

    private static final int LIMIT = 20_000;

    private final Map<Value, long[]> counts = new HashMap<>();
    private @Nullable Hll many;
    private long count;
    private long nulls;
    private long zeros;
    private long numbers;
    /// All numbers are measured from the first, so that large, close ones lose nothing.
    private @Nullable Value first;
    private double mean;
    private double squares;
    private @Nullable Value min;
    private @Nullable Value max;

    void add(Value value, long times) {
        if (value.isNull()) {
            nulls += times;
            return;
        }
        count += times;
        if (min == null || ValueOrder.ORDER.compare(value, min) < 0) {
            min = value;
        }
        if (max == null || ValueOrder.ORDER.compare(value, max) > 0) {
            max = value;
        }
        double number = number(value);
        if (!Double.isNaN(number)) {
            zeros += number == 0 ? times : 0;
            first = first == null ? value : first;
            join(times, away(value), 0);
        }
        long[] known = counts.get(value);
        if (known != null) {
            known[0] += times;
        } else if (counts.size() < LIMIT) {
            counts.put(value, new long[]{times});
        } else if (many == null) {
            Hll sketch = new Hll();
            counts.keySet().forEach(key -> sketch.add(hash(key)));
            many = sketch;
        }
        if (many != null) {
            many.add(hash(value));
        }
    }

    /// Numbers as they are, points in time as seconds.
    static double number(Value value) {
        return value instanceof Value.Moment moment ? moment.epochSecond() + moment.nano() * 1e-9
                : value instanceof Value.Flag ? Double.NaN : ValueOrder.number(value);
    }

    private double away(Value value) {
        Value origin = first == null ? value : first;
        return exact(value) && exact(origin) ? decimal(value).subtract(decimal(origin)).doubleValue()
                : number(value) - origin(origin);
    }

    private static double origin(Value first) {
        double number = number(first);
        return Double.isFinite(number) ? number : 0;
    }

    private static boolean exact(Value value) {
        return value instanceof Value.Decimal || value instanceof Value.Whole;
    }

    private static BigDecimal decimal(Value value) {
        return value instanceof Value.Decimal decimal ? decimal.value()
                : BigDecimal.valueOf(value instanceof Value.Whole whole ? whole.value() : 0);
    }

    private void join(long more, double otherMean, double otherSquares) {
        long all = numbers + more;
        if (all == 0) {
            return;
        }
        double delta = otherMean - mean;
        squares += otherSquares + delta * delta * ((double) numbers * more / all);
        mean += delta * more / all;
        numbers = all;
    }

    private static long hash(Value value) {
        byte[] bytes = value.json().getBytes(StandardCharsets.UTF_8);
        return BytesCounts.hash(bytes, 0, bytes.length);
    }

    void addNulls(long more) {
        nulls += more;
    }

    void merge(ValueTally other) {
        Hll theirs = other.many;
        long before = count;
        double meanBefore = mean;
        double squaresBefore = squares;
        long numbersBefore = numbers;
        Value firstBefore = first;
        other.counts.forEach((value, times) -> add(value, times[0]));
        first = firstBefore == null ? other.first : firstBefore;
        count = before + other.count;
        nulls += other.nulls;
        mean = meanBefore;
        squares = squaresBefore;
        numbers = numbersBefore;
        join(other.numbers, (other.first == null ? 0 : away(other.first)) + other.mean, other.squares);
        if (other.min != null && (min == null || ValueOrder.ORDER.compare(other.min, min) < 0)) {
            min = other.min;
        }
        if (other.max != null && (max == null || ValueOrder.ORDER.compare(other.max, max) > 0)) {
            max = other.max;
        }
        if (theirs != null) {
            if (many == null) {
                Hll sketch = new Hll();
                counts.keySet().forEach(key -> sketch.add(hash(key)));
                many = sketch;
            }
            many.merge(theirs);
        }
    }

    long distinct() {
        return many == null ? counts.size() : many.estimate(count());
    }

    @Nullable Hll many() {
        return many;
    }

    List<ColumnProfile.Top> top(int most) {
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Value, long[]>>comparingLong(entry -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey, ValueOrder.ORDER))
                .limit(most).map(entry -> new ColumnProfile.Top(entry.getKey(), entry.getValue()[0])).toList();
    }

    /// The values in order, each as often as it came; empty when some were not kept.
    List<Map.Entry<Value, long[]>> sorted() {
        return many != null ? List.of() : counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ValueOrder.ORDER)).toList();
    }

    long count() {
        return count;
    }

    long nulls() {
        return nulls;
    }

    long zeros() {
        return zeros;
    }

    long numbers() {
        return numbers;
    }

    double mean() {
        return first == null ? mean : origin(first) + mean;
    }

    double std() {
        return numbers < 2 ? Double.NaN : Math.sqrt(squares / (numbers - 1));
    }

    @Nullable Value min() {
        return min;
    }

    @Nullable Value max() {
        return max;
    }
}
