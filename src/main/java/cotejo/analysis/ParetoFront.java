package cotejo.analysis;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which of some pairs of numbers no other pair beats: is at least as good in both and better in one.
public final class ParetoFront {

    private ParetoFront() {
    }

    /// Which way is better.
    public enum Better {
        LOWER,
        HIGHER;

        private double cost(double value) {
            return switch (this) {
                case LOWER -> value;
                case HIGHER -> -value;
            };
        }
    }

    /// The places of the pairs that nobody beats; equal pairs are all among them, pairs that are not finite never.
    public static BitSet of(double[] x, double[] y, Better xBetter, Better yBetter) {
        int[] order = IntStream.range(0, x.length).filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i])).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> xBetter.cost(x[i]))
                        .thenComparingDouble(i -> yBetter.cost(y[i])))
                .mapToInt(Integer::intValue).toArray();
        BitSet front = new BitSet(x.length);
        double best = Double.POSITIVE_INFINITY;
        int last = -1;
        for (int i : order) {
            double cost = yBetter.cost(y[i]);
            if (cost < best || (last >= 0 && x[i] == x[last] && y[i] == y[last])) {
                front.set(i);
                best = cost;
                last = i;
            }
        }
        return front;
    }
}
