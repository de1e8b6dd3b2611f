package cotejo.dataset.profile;

import cotejo.dataset.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tallies lengths. Those beyond 4,095 are told apart to 1/256 of their size; that is what the histogram sees of them.
final class LengthTally {

    private static final int KEPT = 4096;
    private static final int BINS = 10;

    private static final int PARTS = 256;

    private long[] counts = new long[KEPT];
    private long min = Long.MAX_VALUE;
    private long max = -1;
    private long count;
    private double sum;

    void add(int length, long times) {
        int place = place(length);
        if (place >= counts.length) {
            counts = Arrays.copyOf(counts, place(Integer.MAX_VALUE) + 1);
        }
        counts[place] += times;
        min = Math.min(min, length);
        max = Math.max(max, length);
        count += times;
        sum += (double) length * times;
    }

    private static int place(int length) {
        if (length < KEPT) {
            return length;
        }
        int power = 31 - Integer.numberOfLeadingZeros(length);
        return KEPT + (power - 12) * PARTS + (length >>> power - 8) - PARTS;
    }

    /// The least length at a place.
    private static long length(int place) {
        int beyond = place - KEPT;
        return beyond < 0 ? place : (long) (PARTS + beyond % PARTS) << beyond / PARTS + 4;
    }

    void merge(LengthTally other) {
        if (counts.length < other.counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int i = 0; i < other.counts.length; i++) {
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
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                binned[Math.clamp((length(i) - min) / width, 0, bins - 1)] += counts[i];
            }
        }
        List<Value> edges = new ArrayList<>();
        for (int i = 0; i <= bins; i++) {
            edges.add(new Value.Whole(min + i * width));
        }
        return new ColumnProfile.Lengths(min, max, sum / count, new ColumnProfile.Histogram(edges, binned));
    }
}
