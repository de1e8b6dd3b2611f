package cotejo.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Corrects p values for how many questions were asked at once. NaN stays NaN and counts for no question.
public final class Corrections {

    private Corrections() {
    }

    /// Holm's step-down: keeps the chance of any false finding among all below the level (Scandinavian Journal of
    /// Statistics 6, 1979).
    public static double[] holm(double[] p) {
        int[] order = order(p);
        double[] corrected = nans(p.length);
        double least = 0;
        for (int rank = 0; rank < order.length; rank++) {
            least = Math.max(least, Math.min(1, p[order[rank]] * (order.length - rank)));
            corrected[order[rank]] = least;
        }
        return corrected;
    }

    /// Benjamini and Hochberg's step-up: keeps the share of false findings among the findings below the level (Journal
    /// of the Royal Statistical Society B 57, 1995).
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = order(p);
        double[] corrected = nans(p.length);
        double most = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            most = Math.min(most, p[order[rank]] * order.length / (rank + 1));
            corrected[order[rank]] = most;
        }
        return corrected;
    }

    private static int[] order(double[] p) {
        return IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> p[i])).mapToInt(i -> i).toArray();
    }

    private static double[] nans(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
