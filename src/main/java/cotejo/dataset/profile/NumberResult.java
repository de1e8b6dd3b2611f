package cotejo.dataset.profile;

import cotejo.dataset.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from a tally of numbers: quantiles, distinct values, histogram, gaps.
final class NumberResult {

    static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};
    static final int TOP = 20;
    private static final int BINS = 20;

    private final NumberTally tally;
    private final Bounds bounds;
    private final long @Nullable [] sorted;

    NumberResult(NumberTally tally, Bounds bounds) {
        this.tally = tally;
        this.bounds = bounds;
        this.sorted = tally.sorted();
    }

    /// Whether the keys at hand answer everything.
    boolean complete() {
        return sorted != null || tally.many() == null;
    }

    /// The ranks that quantiles stand between.
    long[] ranks() {
        long[] ranks = new long[SHARES.length * 2];
        for (int i = 0; i < SHARES.length; i++) {
            double place = SHARES[i] * (tally.count() - 1);
            ranks[2 * i] = (long) Math.floor(place);
            ranks[2 * i + 1] = (long) Math.ceil(place);
        }
        return Arrays.stream(ranks).distinct().toArray();
    }

    /// Finds the key of a rank.
    interface Ranked {
        long key(long rank);
    }

    Ranked ranked() {
        if (sorted != null) {
            return rank -> sorted[(int) rank];
        }
        long[] keys = tally.counts().sorted();
        long[] ends = new long[keys.length];
        long end = 0;
        for (int i = 0; i < keys.length; i++) {
            end += tally.counts().count(keys[i]);
            ends[i] = end;
        }
        return rank -> {
            int at = Arrays.binarySearch(ends, rank + 1);
            return keys[Math.min(keys.length - 1, at >= 0 ? at : -at - 1)];
        };
    }

    List<ColumnProfile.Quantile> quantiles(Ranked ranked) {
        if (tally.count() == 0) {
            return List.of();
        }
        List<ColumnProfile.Quantile> quantiles = new ArrayList<>();
        for (double share : SHARES) {
            double place = share * (tally.count() - 1);
            long low = (long) Math.floor(place);
            double part = place - low;
            double from = tally.number(ranked.key(low));
            double to = part == 0 ? from : tally.number(ranked.key(low + 1));
            quantiles.add(new ColumnProfile.Quantile(share, bounds.between(part == 0 || from == to ? from
                    : from + (to - from) * part)));
        }
        return quantiles;
    }

    /// Different values: counted from the keys at hand, or by the sketch.
    long distinct() {
        if (sorted != null) {
            long distinct = 0;
            for (int i = 0; i < sorted.length; i++) {
                distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            }
            return distinct;
        }
        Hll many = tally.many();
        return many == null ? tally.counts().size() : many.estimate(tally.count());
    }

    List<ColumnProfile.Top> top() {
        List<long[]> top = new ArrayList<>();
        if (sorted != null && tally.many() != null) {
            int from = 0;
            for (int i = 1; i <= sorted.length; i++) {
                if (i == sorted.length || sorted[i] != sorted[from]) {
                    candidate(top, sorted[from], i - from);
                    from = i;
                }
            }
        } else {
            tally.counts().each((key, count) -> candidate(top, key, count));
        }
        top.sort(Comparator.<long[]>comparingLong(pair -> -pair[1]).thenComparingLong(pair -> pair[0]));
        return top.stream().limit(TOP).map(pair -> new ColumnProfile.Top(bounds.value(pair[0]), pair[1])).toList();
    }

    private static void candidate(List<long[]> top, long key, long count) {
        if (top.size() < 4 * TOP) {
            top.add(new long[]{key, count});
            return;
        }
        top.sort(Comparator.<long[]>comparingLong(pair -> -pair[1]).thenComparingLong(pair -> pair[0]));
        top.subList(TOP, top.size()).clear();
        if (count > top.getLast()[1] || count == top.getLast()[1] && key < top.getLast()[0]) {
            top.add(new long[]{key, count});
        }
    }

    /// Bins between the least and the greatest, infinities left out.
    double[] edges() {
        double low = tally.number(tally.min());
        double high = tally.number(tally.max());
        low = Double.isFinite(low) ? low : -Double.MAX_VALUE / 4;
        high = Double.isFinite(high) ? high : Double.MAX_VALUE / 4;
        boolean whole = !tally.isReal() && high - low < BINS;
        int bins = low == high ? 1 : whole ? (int) (high - low) + 1 : BINS;
        double[] edges = new double[bins + 1];
        double end = whole ? high + 1 : high;
        for (int i = 0; i <= bins; i++) {
            edges[i] = i == bins ? end : low + (end - low) * i / bins;
        }
        return edges;
    }

    long[] binned() {
        double[] edges = edges();
        HistogramTally counts = new HistogramTally(edges);
        if (sorted != null) {
            for (long key : sorted) {
                counts.add(tally.number(key), 1);
            }
        } else {
            tally.counts().each((key, times) -> counts.add(tally.number(key), times));
        }
        return counts.counts();
    }

    ColumnProfile.Histogram histogram(long[] counts) {
        List<Value> edges = new ArrayList<>();
        for (double edge : edges()) {
            edges.add(bounds.between(edge));
        }
        return new ColumnProfile.Histogram(edges, counts);
    }

    ColumnProfile.@Nullable Gap gap() {
        long[] keys = sorted != null ? sorted : tally.many() == null ? tally.counts().sorted() : null;
        if (keys == null || keys.length < 2) {
            return null;
        }
        int widest = 1;
        for (int i = 2; i < keys.length; i++) {
            if (keys[i] - keys[i - 1] > keys[widest] - keys[widest - 1]) {
                widest = i;
            }
        }
        return new ColumnProfile.Gap(bounds.value(keys[widest - 1]), bounds.value(keys[widest]));
    }
}
