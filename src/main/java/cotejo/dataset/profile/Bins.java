package cotejo.dataset.profile;

/// Counts keys in bins whose width is a power of two.
final class Bins {

    private static final int BITS = 16;
    private static final int COUNT = 1 << BITS;

    private final long low;
    private final long high;
    private final int shift;
    private long[] counts = new long[0];

    /// For keys from `low` to `high`; others fall into the bins at the ends.
    Bins(long low, long high) {
        this.low = low;
        this.high = high;
        int bits = 64 - Long.numberOfLeadingZeros(high - low);
        this.shift = Math.max(0, bits - BITS);
    }

    static Bins ofAll() {
        return new Bins(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    int bin(long key) {
        return key <= low ? 0 : key >= high ? last() : (int) ((key - low) >>> shift);
    }

    private int last() {
        return (int) ((high - low) >>> shift);
    }

    void add(long key) {
        if (counts.length == 0) {
            counts = new long[COUNT + 1];
        }
        counts[bin(key)]++;
    }

    void merge(Bins other) {
        if (counts.length == 0) {
            counts = new long[COUNT + 1];
        }
        for (int i = 0; i < other.counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    long count(int bin) {
        return counts[bin];
    }

    long low(int bin) {
        return low + ((long) bin << shift);
    }

    long high(int bin) {
        return bin == last() ? high : low + (((long) bin + 1) << shift) - 1;
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }

    Bins like() {
        return new Bins(low, high);
    }

    /// The bin the value with that rank is in; `rank` counts from 0 over the keys of these bins.
    int binOfRank(long rank) {
        long before = 0;
        for (int i = 0; i < counts.length; i++) {
            before += counts[i];
            if (rank < before) {
                return i;
            }
        }
        return last();
    }

    long before(int bin) {
        long sum = 0;
        for (int i = 0; i < bin; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
