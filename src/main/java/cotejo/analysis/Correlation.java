package cotejo.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How two columns of numbers go together, −1…1. Only pairs of finite numbers count; fewer than two, or one column that
/// never changes, give NaN.
///
/// @param pearson  along a line
/// @param spearman along any rising or falling curve: Pearson's of the ranks, equal numbers sharing their mean rank
/// @param n        how many pairs count
public record Correlation(double pearson, double spearman, int n) {

    public static Correlation of(double[] x, double[] y) {
        int[] pairs = IntStream.range(0, x.length).filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .toArray();
        double[] a = Arrays.stream(pairs).mapToDouble(i -> x[i]).toArray();
        double[] b = Arrays.stream(pairs).mapToDouble(i -> y[i]).toArray();
        return new Correlation(pearson(a, b), pearson(ranks(a), ranks(b)), pairs.length);
    }

    private static double pearson(double[] a, double[] b) {
        double[] x = centred(a);
        double[] y = centred(b);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += x[i] * x[i];
            yy += y[i] * y[i];
            xy += x[i] * y[i];
        }
        return xx > 0 && yy > 0 ? Math.clamp(xy / Math.sqrt(xx) / Math.sqrt(yy), -1.0, 1.0) : Double.NaN;
    }

    /// Deviations from the mean, of a size whose squares neither overflow nor vanish; all 0 when nothing changes.
    private static double[] centred(double[] values) {
        double most = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double least = Arrays.stream(values).min().orElse(0);
        if (most == 0 || Arrays.stream(values).allMatch(value -> value == least)) {
            return new double[values.length];
        }
        double[] scaled = Arrays.stream(values).map(value -> value / most).toArray();
        double mean = Arrays.stream(scaled).average().orElse(0);
        return Arrays.stream(scaled).map(value -> value - mean).toArray();
    }

    /// Ranks from 1; equal numbers share the mean of theirs.
    static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed()
                .sorted(Comparator.comparingDouble(i -> values[i])).toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }
}
