package cotejo.dataset.profile;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the values of a column are spread in two datasets, in the same bins or categories, so that they can be laid over
/// each other.
public sealed interface DriftShape {

    /// Numbers or times in bins of equal width.
    ///
    /// @param edges  one more than bins; bin i reaches from edge i up to before edge i + 1
    /// @param before counts of the first dataset, a bin each
    /// @param after  counts of the second
    /// @param ends   whether the outer bins also hold what lies beyond the edges
    record Bins(List<Value> edges, long[] before, long[] after, Ends ends) implements DriftShape {
    }

    /// What the outer bins hold.
    enum Ends {
        /// Nothing lies beyond the edges.
        CLOSED,
        /// A few values lie far away and are counted in the outer bins.
        OPEN
    }

    /// Categories, those that are most frequent in both together first.
    ///
    /// @param restBefore how many values of the first dataset are of none of them
    /// @param restAfter  how many of the second
    record Words(List<String> names, long[] before, long[] after, long restBefore, long restAfter)
            implements DriftShape {
    }

    /// The numbers of bins, and of categories that are named.
    int BINS = 30;
    int NAMED = 20;

    /// Both arrays are in order; times count in seconds. What is infinite lies in no bin.
    static DriftShape bins(double[] allX, double[] allY, FieldType type) {
        double[] x = Arrays.stream(allX).filter(Double::isFinite).toArray();
        double[] y = Arrays.stream(allY).filter(Double::isFinite).toArray();
        double low = Math.min(x.length == 0 ? Double.POSITIVE_INFINITY : x[0],
                y.length == 0 ? Double.POSITIVE_INFINITY : y[0]);
        double high = Math.max(x.length == 0 ? Double.NEGATIVE_INFINITY : x[x.length - 1],
                y.length == 0 ? Double.NEGATIVE_INFINITY : y[y.length - 1]);
        if (low > high) {
            return new Bins(List.of(), new long[0], new long[0], Ends.CLOSED);
        }
        double innerLow = Math.min(at(x, 0.01, low), at(y, 0.01, low));
        double innerHigh = Math.max(at(x, 0.99, high), at(y, 0.99, high));
        // A single value far away would leave one bar and an empty picture.
        boolean far = innerHigh > innerLow && !(high - low <= 5 * (innerHigh - innerLow));
        double from = far ? innerLow : low;
        double to = far ? innerHigh : high;
        int bins = from == to ? 1 : whole(type) && to - from < BINS ? (int) (to - from) + 1 : BINS;
        double width = from == to ? 1 : whole(type) && to - from < BINS ? 1 : (to - from) / bins;
        List<Value> edges = new ArrayList<>();
        for (int i = 0; i <= bins; i++) {
            edges.add(value(i == bins && width != 1 ? to : from + i * width, type));
        }
        return new Bins(edges, counts(x, from, width, bins), counts(y, from, width, bins),
                far ? Ends.OPEN : Ends.CLOSED);
    }

    private static boolean whole(FieldType type) {
        return type instanceof FieldType.Whole;
    }

    private static double at(double[] sorted, double share, double other) {
        return sorted.length == 0 ? other : sorted[(int) (share * (sorted.length - 1))];
    }

    private static long[] counts(double[] sorted, double from, double width, int bins) {
        long[] counts = new long[bins];
        for (double number : sorted) {
            counts[(int) Math.clamp((number - from) / width, 0, bins - 1)]++;
        }
        return counts;
    }

    private static Value value(double number, FieldType type) {
        return switch (type) {
            case FieldType.Date _ -> new Value.Day((long) Math.floor(number / 86_400));
            case FieldType.Timestamp stamp -> new Value.Moment((long) Math.floor(number),
                    (int) Math.round((number - Math.floor(number)) * 1e6) % 1_000_000 * 1000, stamp.zone());
            case FieldType.TimeOfDay _ -> new Value.TimeOfDay(Math.round(number * 1e9));
            default -> new Value.Real(number, 64);
        };
    }

    /// @param x how often each category comes in the first
    /// @param y how often in the second
    static DriftShape words(Map<String, Long> x, Map<String, Long> y) {
        Set<String> all = new HashSet<>(x.keySet());
        all.addAll(y.keySet());
        List<String> names = all.stream().sorted(Comparator.<String>comparingLong(name ->
                -x.getOrDefault(name, 0L) - y.getOrDefault(name, 0L)).thenComparing(name -> name))
                .limit(NAMED).toList();
        long[] before = names.stream().mapToLong(name -> x.getOrDefault(name, 0L)).toArray();
        long[] after = names.stream().mapToLong(name -> y.getOrDefault(name, 0L)).toArray();
        return new Words(names, before, after, sum(x) - sum(before), sum(y) - sum(after));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
