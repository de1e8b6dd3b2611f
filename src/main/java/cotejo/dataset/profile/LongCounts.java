package cotejo.dataset.profile;

import java.util.Arrays;

/// Counts numbers, up to a limit of different ones; then only those it knows are counted on.
final class LongCounts {

    private final int limit;
    private long[] keys = new long[1024];
    private long[] counts = new long[1024];
    private int size;
    private boolean full;

    LongCounts(int limit) {
        this.limit = limit;
    }

    /// @return false when the number is not counted because there are too many different ones
    boolean add(long key, long times) {
        int mask = keys.length - 1;
        int at = (int) Hll.mix(key) & mask;
        while (counts[at] != 0) {
            if (keys[at] == key) {
                counts[at] += times;
                return true;
            }
            at = at + 1 & mask;
        }
        if (full || size == limit) {
            full = true;
            return false;
        }
        keys[at] = key;
        counts[at] = times;
        if (++size * 2 > keys.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int at = (int) Hll.mix(oldKeys[i]) & mask;
                while (counts[at] != 0) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    int size() {
        return size;
    }

    /// Takes each number and its count.
    interface Each {
        void count(long key, long count);
    }

    void each(Each each) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                each.count(keys[i], counts[i]);
            }
        }
    }

    /// Whether any number came more than once.
    boolean anyTwice() {
        return Arrays.stream(counts).anyMatch(count -> count > 1);
    }

    /// The numbers in order.
    long[] sorted() {
        long[] sorted = new long[size];
        int[] next = {0};
        each((key, count) -> sorted[next[0]++] = key);
        Arrays.sort(sorted);
        return sorted;
    }

    long count(long key) {
        int mask = keys.length - 1;
        int at = (int) Hll.mix(key) & mask;
        while (counts[at] != 0) {
            if (keys[at] == key) {
                return counts[at];
            }
            at = at + 1 & mask;
        }
        return 0;
    }
}
