package cotejo.analysis;

import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Which factors matter for a target: a random forest (Breiman 2001, "Random Forests") of regression trees on all
/// factors, and by how much the error on the rows a tree has not seen grows when a factor's values are shuffled among
/// them. Shuffling is fair to factors of many values, which the gain at splits is not. The same input gives the same
/// output.
///
/// @param r2      how much of the target's variance the forest explains on rows its trees have not seen; NaN when the
///                target never changes or there are too few rows; at most 1, below 0 when it is worse than the mean
/// @param rows    how many rows had a finite target
/// @param used    how many of them the forest learned from: at most [#MOST]
/// @param factors in the order given
public record Importance(double r2, int rows, int used, List<Weight> factors) {

    /// Of more rows than this, so many are taken at random.
    public static final int MOST = 5000;

    /// Fewer rows a factor than this say nothing.
    private static final int ROWS_A_FACTOR = 3;

    private static final long SEED = 20_010_101;

    /// What is known of a factor.
    ///
    /// @param error how much the mean squared error grows without it, as a share of the target's variance; about 0 or
    ///              below when it does not matter
    /// @param share of `error` in that of all factors, those below 0 counting as 0
    public record Weight(double error, double share, Correlation correlation) {
    }

    public Importance {
        factors = List.copyOf(factors);
    }

    /// Why the weights mean nothing.
    public enum Doubt {
        NONE,
        /// Fewer than three rows a factor.
        FEW_ROWS,
        /// The forest explains nothing that its trees have not seen.
        EXPLAINS_NOTHING
    }

    public Doubt doubt() {
        if (rows < ROWS_A_FACTOR * factors.size()) {
            return Doubt.FEW_ROWS;
        }
        return r2 > 0 ? Doubt.NONE : Doubt.EXPLAINS_NOTHING;
    }

    /// Grows the forest. Rows whose target is not finite do not count.
    ///
    /// @throws cotejo.work.CancelledException when cancelled
    public static Importance of(double[] target, List<Factor> factors, int trees, Cancel cancel) {
        int[] all = IntStream.range(0, target.length).filter(row -> Double.isFinite(target[row])).toArray();
        int[] rows = sample(all);
        List<Correlation> correlations = factors.stream()
                .map(factor -> factor.categorical() ? new Correlation(Double.NaN, Double.NaN, 0)
                        : Correlation.of(factor.values(), target)).toList();
        double[] y = standard(Arrays.stream(rows).mapToDouble(row -> target[row]).toArray());
        Forest forest = new Forest(factors, rows, y, cancel);
        double[] errors = new double[factors.size()];
        double r2 = Double.NaN;
        if (rows.length >= 4 && !factors.isEmpty() && Arrays.stream(y).anyMatch(value -> value != 0)) {
            r2 = forest.grow(trees, errors);
        }
        double sum = Arrays.stream(errors).map(error -> Math.max(0, error)).sum();
        List<Weight> weights = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            weights.add(new Weight(errors[i], sum > 0 ? Math.max(0, errors[i]) / sum : 0, correlations.get(i)));
        }
        return new Importance(r2, all.length, rows.length, weights);
    }

    private static int[] sample(int[] all) {
        if (all.length <= MOST) {
            return all;
        }
        int[] shuffled = all.clone();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < MOST; i++) {
            int other = i + random.nextInt(shuffled.length - i);
            int row = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = row;
        }
        int[] taken = Arrays.copyOf(shuffled, MOST);
        Arrays.sort(taken);
        return taken;
    }

    /// Of mean 0 and variance 1, so that errors are shares of the variance; all 0 when nothing changes.
    private static double[] standard(double[] y) {
        double size = Arrays.stream(y).map(Math::abs).max().orElse(0);
        double scale = size > 0 ? size : 1;
        double mean = Arrays.stream(y).map(value -> value / scale).average().orElse(0);
        double[] centred = Arrays.stream(y).map(value -> value / scale - mean).toArray();
        double deviation = Math.sqrt(Arrays.stream(centred).map(value -> value * value).average().orElse(0));
        return Arrays.stream(centred).map(value -> deviation > 1e-14 ? value / deviation : 0).toArray();
    }

    /// The trees, and what is learned of each.
    private static final class Forest {
        private final int[][] features;
        /// The first feature of each factor, and one more.
        private final int[] starts;
        private final double[] y;
        private final Cancel cancel;
        private int parts = 2;

        Forest(List<Factor> factors, int[] rows, double[] y, Cancel cancel) {
            List<int[]> columns = new ArrayList<>();
            starts = new int[factors.size() + 1];
            for (int factor = 0; factor < factors.size(); factor++) {
                columns.addAll(Arrays.asList(factors.get(factor).parts(rows)));
                starts[factor + 1] = columns.size();
            }
            this.features = columns.toArray(int[][]::new);
            this.y = y;
            this.cancel = cancel;
            columns.forEach(column -> parts = Math.max(parts, 1 + Arrays.stream(column).max().orElse(0)));
        }

        /// What one tree says of the rows it has not seen, and how much worse it is without each factor.
        private record Said(int[] rows, double[] values, double[] errors) {
        }

        double grow(int trees, double[] errors) {
            // Seeds that follow each other would let trees draw the same rows, only later.
            long[] seeds = new SplittableRandom(SEED).longs(trees).toArray();
            List<Said> all = Arrays.stream(seeds).parallel().mapToObj(this::tree).toList();
            double[] sums = new double[y.length];
            int[] counts = new int[y.length];
            for (Said said : all) {
                for (int i = 0; i < said.rows().length; i++) {
                    sums[said.rows()[i]] += said.values()[i];
                    counts[said.rows()[i]]++;
                }
                for (int factor = 0; factor < errors.length; factor++) {
                    errors[factor] += said.errors()[factor] / trees;
                }
            }
            double wrong = 0;
            double total = 0;
            double mean = IntStream.range(0, y.length).filter(row -> counts[row] > 0).mapToDouble(row -> y[row])
                    .average().orElse(0);
            for (int row = 0; row < y.length; row++) {
                if (counts[row] > 0) {
                    wrong += Math.pow(y[row] - sums[row] / counts[row], 2);
                    total += Math.pow(y[row] - mean, 2);
                }
            }
            return total > 0 ? 1 - wrong / total : Double.NaN;
        }

        private Said tree(long seed) {
            cancel.check();
            SplittableRandom random = new SplittableRandom(seed);
            int[] drawn = new int[y.length];
            boolean[] seen = new boolean[y.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = random.nextInt(y.length);
                seen[drawn[i]] = true;
            }
            Tree tree = Tree.grow(features, parts, y, drawn, random);
            int[] unseen = IntStream.range(0, y.length).filter(row -> !seen[row]).toArray();
            double[] values = Arrays.stream(unseen).mapToDouble(row -> tree.predict(row, 0, 0, row)).toArray();
            double right = error(unseen, values);
            boolean[] asks = tree.asks();
            double[] errors = new double[starts.length - 1];
            for (int factor = 0; factor < errors.length; factor++) {
                if (asked(asks, factor) && unseen.length > 1) {
                    errors[factor] = shuffled(tree, unseen, factor, random) - right;
                }
            }
            return new Said(unseen, values, errors);
        }

        private boolean asked(boolean[] asks, int factor) {
            return IntStream.range(starts[factor], starts[factor + 1]).anyMatch(feature -> asks[feature]);
        }

        private double shuffled(Tree tree, int[] rows, int factor, SplittableRandom random) {
            int[] others = rows.clone();
            for (int i = others.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int row = others[i];
                others[i] = others[other];
                others[other] = row;
            }
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = tree.predict(rows[i], starts[factor], starts[factor + 1], others[i]);
            }
            return error(rows, values);
        }

        private double error(int[] rows, double[] values) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += Math.pow(y[rows[i]] - values[i], 2);
            }
            return rows.length == 0 ? 0 : sum / rows.length;
        }
    }
}
