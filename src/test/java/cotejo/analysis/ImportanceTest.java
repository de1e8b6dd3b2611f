package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Expected numbers come from scikit-learn 1.2.1 on the same data: `RandomForestRegressor(n_estimators=400,
/// oob_score=True)` for three seeds, and the same shuffling of unseen rows tree by tree over its trees.
final class ImportanceTest {

    private static final int N = 240;

    private static double[] draw(int seed, java.util.function.DoubleUnaryOperator of) {
        return DoubleStream.of(Lcg.numbers(seed, N)).map(of).toArray();
    }

    private final double[] lr = draw(100, u -> Math.pow(10, -5 + 4 * u));
    private final double[] optimizer = draw(101, u -> Math.floor(u * 4));
    private final double[] dropout = draw(102, u -> Math.rint(u * 10) / 20);
    private final double[] batch = draw(103, u -> Math.pow(2, 4 + Math.floor(u * 5)));
    private final double[] noise = Lcg.numbers(104, N);
    private final double[] seed = draw(105, u -> Math.floor(u * 3));
    private final double[] accuracy = IntStream.range(0, N).mapToDouble(i -> 0.95
            - 0.06 * Math.pow(Math.log10(lr[i]) + 3, 2) - 0.03 * optimizer[i] - 0.1 * dropout[i]
            + 0.03 * (noise[i] - 0.5)).toArray();

    private List<Factor> factors() {
        return List.of(Factor.numbers(lr), Factor.categories(optimizer, 4), Factor.numbers(dropout),
                Factor.numbers(batch), Factor.numbers(seed));
    }

    private static Importance of(double[] target, List<Factor> factors, int trees) {
        return Importance.of(target, factors, trees, Cancel.never());
    }

    @Test
    void theForestExplainsAsMuchAsScikitLearns() {
        assertEquals(0.9565, of(accuracy, factors(), 400).r2(), 0.01);
    }

    @Test
    void theSharesAreScikitLearns() {
        double[] shares = of(accuracy, factors(), 400).factors().stream().mapToDouble(Importance.Weight::share)
                .toArray();
        assertArrayEquals(new double[] {0.778, 0.176, 0.037, 0.008, 0.0015}, shares, 0.02);
    }

    @Test
    void theErrorsAreScikitLearns() {
        double[] errors = of(accuracy, factors(), 400).factors().stream().mapToDouble(Importance.Weight::error)
                .toArray();
        assertArrayEquals(new double[] {1.42, 0.32, 0.067, 0.015, 0.0028}, errors, 0.06);
    }

    @Test
    void correlationsStandBesideThem() {
        List<Importance.Weight> weights = of(accuracy, factors(), 20).factors();
        assertEquals(0.0025729009, weights.get(0).correlation().pearson(), 1e-9);
        assertEquals(-0.1748476764, weights.get(2).correlation().spearman(), 1e-9);
        assertEquals(Double.NaN, weights.get(1).correlation().pearson());
    }

    @Test
    void nothingIsMadeOfNoise() {
        Importance importance = of(Lcg.numbers(900, N), factors(), 100);
        assertTrue(importance.r2() < 0, "R² " + importance.r2());
        assertEquals(Importance.Doubt.EXPLAINS_NOTHING, importance.doubt());
    }

    @Test
    void fewRunsAreDoubted() {
        double[] few = new double[N];
        java.util.Arrays.fill(few, Double.NaN);
        System.arraycopy(accuracy, 0, few, 0, 14);
        assertEquals(Importance.Doubt.FEW_ROWS, of(few, factors(), 50).doubt());
    }

    @Test
    void theSameInputGivesTheSame() {
        assertEquals(of(accuracy, factors(), 50), of(accuracy, factors(), 50));
    }

    @Test
    void aMissingValueIsAValueOfItsOwn() {
        double[] holes = IntStream.range(0, N).mapToDouble(i -> i % 3 == 0 ? Double.NaN : seed[i]).toArray();
        double[] target = IntStream.range(0, N).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
        Importance importance = of(target, List.of(Factor.numbers(holes), Factor.numbers(batch)), 50);
        assertTrue(importance.factors().get(0).share() > 0.95);
        assertTrue(importance.r2() > 0.95);
    }

    @Test
    void equalTargetsSayNothing() {
        double[] same = new double[N];
        java.util.Arrays.fill(same, 0.1);
        Importance importance = of(same, factors(), 20);
        assertEquals(Double.NaN, importance.r2());
        assertEquals(Importance.Doubt.EXPLAINS_NOTHING, importance.doubt());
    }
}
