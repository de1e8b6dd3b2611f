package cotejo.dataset.profile;

import cotejo.dataset.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tallies lengths. Those beyond 4,095 share a last bin.
final class LengthTally {

    private static final int KEPT = 4096;
    private static final int BINS = 10;

    private final long[] counts = new long[KEPT];
    private long min = Long.MAX_VALUE;
    private long max = -1;
    private long count;
    private double sum;

    void add(int length, long times) {
        counts[Math.min(length, KEPT - 1)] += times;
        min = Math.min(min, length);
        max = Math.max(max, length);
        count += times;
        sum += (double) length * times;
    }

    void merge(LengthTally other) {
        for (int i = 0; i < KEPT; i++) {
            counts[i] += other.counts[i];
        }
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        count += other.count;
        sum += other.sum;
    }

    ColumnProfile.@Nullable Lengths result() {
        if (count == 0) {
            return null;
        }
        long width = Math.max(1, (max - min + BINS) / BINS);
        int bins = (int) ((max - min) / width) + 1;
        long[] binned = new long[bins];
        for (int i = 0; i < KEPT; i++) {
            if (counts[i] > 0) {
                binned[(int) Math.min(bins - 1, (i - min) / width)] += counts[i];
            }
        }
        List<Value> edges = new ArrayList<>();
        for (int i = 0; i <= bins; i++) {
            edges.add(new Value.Whole(min + i * width));
        }
        return new ColumnProfile.Lengths(min, max, sum / count, new ColumnProfile.Histogram(edges, binned));
    }
}
