package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Expected numbers are those of numpy 1.24.2 and scipy 1.10.1 for the same input.
final class DistributionsTest {

    private static double[] values() {
        return DoubleStream.of(Lcg.numbers(1, 50)).map(u -> Math.rint(u * 100) / 10 + (u > 0.9 ? 20 : 0)).toArray();
    }

    private static double[] cubes(long seed, int n) {
        return DoubleStream.of(Lcg.numbers(seed, n)).map(u -> u * u * u).toArray();
    }

    @Test
    void quantilesAreNumpys() {
        Quantiles quantiles = Quantiles.of(values());
        assertArrayEquals(new double[] {0.8, 3.525, 5.35, 29.21, 29.8},
                DoubleStream.of(0, 0.25, 0.5, 0.9, 1).map(quantiles::at).toArray(), 1e-12);
    }

    @Test
    void aBoxReachesAsFarAsTukeySays() {
        BoxSummary box = BoxSummary.of(values());
        assertArrayEquals(new double[] {0.8, 3.525, 5.35, 7.775, 8.7, 7.922}, new double[] {box.low(),
            box.lowerQuartile(), box.median(), box.upperQuartile(), box.high(), box.mean()}, 1e-12);
        assertEquals(6, box.beyond());
    }

    @Test
    void aBoxOfNothingHasNoNumbers() {
        BoxSummary box = BoxSummary.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY});
        assertEquals(0, box.n());
        assertEquals(Double.NaN, box.median());
    }

    /// The mean of seven times 0.1 is 0.1 also where a sum is rounded.
    @Test
    void equalNumbersAreAPlainBox() {
        for (int n = 1; n < 30; n++) {
            double[] same = new double[n];
            Arrays.fill(same, 0.1);
            assertEquals(new BoxSummary(n, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0), BoxSummary.of(same));
        }
    }

    @Test
    void densitiesAreScipys() {
        Density density = Density.of(values());
        assertEquals(3.8266495014222244, density.width(), 1e-12);
        assertArrayEquals(new double[] {0.04290432629768245, 0.07678799207433268, 0.04780839161588363,
            0.011528060239107206}, DoubleStream.of(0, 5, 9.5, 28).map(density::at).toArray(), 1e-12);
    }

    @Test
    void equalNumbersHaveNoDensity() {
        assertEquals(0, Density.of(new double[] {2, 2, 2}).width());
    }

    @Test
    void binsAreNumpys() {
        Bins few = Bins.auto(cubes(1, 50));
        assertEquals(7, few.count());
        assertEquals(0.0005905644461863614, few.low(), 1e-15);
        assertEquals(0.13579134955376895, few.width(), 1e-12);
        assertEquals(12, Bins.auto(cubes(3, 1000)).count());
    }

    @Test
    void everyNumberIsInItsBin() {
        double[] values = cubes(3, 1000);
        Bins bins = Bins.auto(values);
        int[] counts = new int[bins.count()];
        Arrays.stream(values).forEach(value -> counts[bins.of(value)]++);
        assertArrayEquals(new int[] {441, 127, 80, 51, 37}, Arrays.copyOf(counts, 5));
        assertEquals(1000, IntStream.of(counts).sum());
    }

    @Test
    void equalNumbersShareABin() {
        for (double value : new double[] {0, 5, 1e300, -1e-300}) {
            Bins bins = Bins.auto(new double[] {value, value});
            assertEquals(1, bins.count());
            assertEquals(0, bins.of(value));
        }
    }

    @Test
    void theWidestRangeStillHasBins() {
        Bins bins = Bins.of(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 4);
        assertEquals(0, bins.of(-Double.MAX_VALUE));
        assertEquals(3, bins.of(Double.MAX_VALUE));
    }

    @Test
    void correlationsAreScipys() {
        double[] x = DoubleStream.of(Lcg.numbers(5, 40)).map(u -> Math.rint(u * 10)).toArray();
        double[] noise = Lcg.numbers(6, 40);
        double[] y = IntStream.range(0, 40).mapToDouble(i -> Math.rint(x[i] * 0.5 + noise[i] * 6)).toArray();
        Correlation both = Correlation.of(x, y);
        assertEquals(0.5306564782482548, both.pearson(), 1e-12);
        assertEquals(0.5175399077335447, both.spearman(), 1e-12);
    }

    @Test
    void whatNeverChangesGoesWithNothing() {
        assertEquals(Double.NaN, Correlation.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}).pearson());
    }
}
