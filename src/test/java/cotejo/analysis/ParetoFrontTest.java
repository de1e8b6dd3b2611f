package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.analysis.ParetoFront.Better;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParetoFrontTest {

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        IntStream.of(set).forEach(bits::set);
        return bits;
    }

    @Test
    void nobodyOnTheFrontIsBeaten() {
        double[] x = {1, 2, 3, 2, 4};
        double[] y = {5, 3, 4, 3, 1};
        assertEquals(bits(0, 1, 3, 4), ParetoFront.of(x, y, Better.LOWER, Better.LOWER));
    }

    @Test
    void eachDirectionCounts() {
        double[] x = {1, 2, 3};
        double[] y = {1, 2, 3};
        assertEquals(bits(0, 1, 2), ParetoFront.of(x, y, Better.LOWER, Better.HIGHER));
        assertEquals(bits(2), ParetoFront.of(x, y, Better.HIGHER, Better.HIGHER));
    }

    @Test
    void equalInOneAndWorseInTheOtherIsBeaten() {
        assertEquals(bits(0), ParetoFront.of(new double[] {1, 1, 2}, new double[] {1, 2, 1}, Better.LOWER,
                Better.LOWER));
    }

    @Test
    void whatIsNotFiniteIsNeverOnIt() {
        assertEquals(bits(1), ParetoFront.of(new double[] {Double.NaN, 2, Double.NEGATIVE_INFINITY},
                new double[] {0, 2, 0}, Better.LOWER, Better.LOWER));
    }

    @Test
    void itIsTheSameAsComparingAllPairs() {
        double[] x = IntStream.range(0, 300).mapToDouble(i -> Math.rint(Lcg.numbers(21, 300)[i] * 30)).toArray();
        double[] y = IntStream.range(0, 300).mapToDouble(i -> Math.rint(Lcg.numbers(22, 300)[i] * 30)).toArray();
        BitSet slow = new BitSet();
        for (int i = 0; i < x.length; i++) {
            int me = i;
            slow.set(i, IntStream.range(0, x.length).noneMatch(j -> x[j] <= x[me] && y[j] <= y[me]
                    && (x[j] < x[me] || y[j] < y[me])));
        }
        assertEquals(slow, ParetoFront.of(x, y, Better.LOWER, Better.LOWER));
    }
}
