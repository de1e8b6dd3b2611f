package cotejo.dataset.profile;

/// Counts numbers in bins of equal width.
final class HistogramTally {

    private final double low;
    private final double perUnit;
    private final long[] counts;

    HistogramTally(double[] edges) {
        low = edges[0];
        counts = new long[edges.length - 1];
        double width = edges[edges.length - 1] - low;
        perUnit = width > 0 ? counts.length / width : 0;
    }

    void add(double number, long times) {
        if (!Double.isInfinite(number)) {
            counts[Math.clamp((long) ((number - low) * perUnit), 0, counts.length - 1)] += times;
        }
    }

    void merge(HistogramTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    long[] counts() {
        return counts;
    }
}
