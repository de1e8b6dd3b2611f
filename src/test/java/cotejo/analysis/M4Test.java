package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class M4Test {

    private static Curve regular(double[] y) {
        return Curve.of(new Column.Regular(0, 1, y.length), y);
    }

    private static double[] noise(int n) {
        Random random = new Random(7);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextGaussian();
        }
        return y;
    }

    private static double highest(Reduced path) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < path.size(); i++) {
            highest = Math.max(highest, path.y(i));
        }
        return highest;
    }

    @Test
    void oneSpikeInTenMillionPointsIsKeptAtAnyWidth() {
        double[] y = noise(10_000_000);
        y[6_543_210] = 1000;
        Curve curve = regular(y);
        for (int columns : new int[] {1, 7, 300, 900, 3841}) {
            Reduced path = M4.reduce(curve, curve.xRange(), columns);
            assertEquals(1000, highest(path));
            assertTrue(path.size() <= 4 * columns + 8, "a line must stay small");
            assertTrue(path.summedUp());
        }
    }

    /// Compared with a plain count over every point of every column.
    @Test
    void everyColumnHasItsFirstLastLeastAndGreatest() {
        double[] y = noise(50_000);
        Reduced path = M4.reduce(regular(y), new Range(0, 50_000), 100);
        assertEquals(400, path.size());
        for (int column = 0; column < 100; column++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = column * 500; i < column * 500 + 500; i++) {
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
            }
            assertEquals(y[column * 500], path.y(column * 4));
            assertEquals(low, path.y(column * 4 + 1));
            assertEquals(high, path.y(column * 4 + 2));
            assertEquals(y[column * 500 + 499], path.y(column * 4 + 3));
        }
    }

    @Test
    void theSamePointsGiveTheSamePath() {
        Range view = new Range(1234.5, 98_765.4);
        assertEquals(M4.reduce(regular(noise(200_000)), view, 333), M4.reduce(regular(noise(200_000)), view, 333));
    }

    @Test
    void fewPointsAreDrawnAsTheyAre() {
        Reduced path = M4.reduce(regular(new double[] {3, 1, 2}), new Range(0, 2), 100);
        assertEquals(3, path.size());
        assertFalse(path.summedUp());
        assertEquals(Reduced.MOVE, path.kind(0));
        assertEquals(Reduced.LINE, path.kind(2));
    }

    @Test
    void theLineIsNotDrawnAcrossNaN() {
        Reduced path = M4.reduce(regular(new double[] {1, 2, Double.NaN, 4, 5}), new Range(0, 4), 100);
        assertEquals(4, path.size());
        assertEquals(Reduced.LINE, path.kind(1));
        assertEquals(Reduced.MOVE, path.kind(2));
    }

    @Test
    void everyPointThatIsNotFiniteIsReported() {
        double[] y = noise(100_000);
        y[5] = Double.NaN;
        y[50_000] = Double.POSITIVE_INFINITY;
        y[50_001] = Double.NEGATIVE_INFINITY;
        Curve curve = regular(y);
        assertArrayEquals(new int[] {5, 50_000, 50_001}, curve.gaps());
        assertTrue(Double.isFinite(highest(M4.reduce(curve, curve.xRange(), 200))));
    }

    @Test
    void aRestartIsDrawnInStoredOrderAndShuffledPointsInOrderOfX() {
        Curve restart = Curve.of(Column.of(new double[] {0, 1, 2, 1, 2, 3}), new double[] {9, 8, 7, 5, 4, 3});
        Reduced path = M4.reduce(restart, new Range(0, 3), 50);
        assertEquals(6, path.size());
        assertEquals(1, path.x(3));
        assertEquals(5, path.y(3));
        assertFalse(restart.sorted());

        int n = 5000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i * 2347L % n;
            y[i] = x[i] * 2;
        }
        Curve shuffled = Curve.of(Column.of(x), y);
        assertTrue(shuffled.sorted());
        for (int i = 0; i < n; i++) {
            assertEquals(i, shuffled.x(i));
            assertEquals(2.0 * i, shuffled.y(i));
            assertEquals(x[shuffled.stored(i)], shuffled.x(i));
        }
    }

    @Test
    void aWindowKeepsThePointsJustBeyondItsEdges() {
        Reduced path = M4.reduce(regular(noise(100)), new Range(40.5, 41.5), 100);
        assertEquals(3, path.size());
        assertEquals(40, path.x(0));
        assertEquals(42, path.x(2));
    }

    @Test
    void emptyAllNaNAndSinglePointsDoNotBreakAnything() {
        assertEquals(0, M4.reduce(regular(new double[0]), new Range(0, 1), 10).size());
        assertEquals(0, M4.reduce(regular(new double[] {Double.NaN, Double.NaN}), new Range(0, 1), 10).size());
        assertEquals(1, M4.reduce(regular(new double[] {5}), new Range(-1, 1), 10).size());
        double[] lots = new double[10_000];
        java.util.Arrays.fill(lots, Double.NaN);
        assertEquals(0, M4.reduce(regular(lots), new Range(0, 10_000), 10).size());
    }

    @Test
    void zerosAndLessAreGapsOnALogarithmicAxis() {
        Curve curve = regular(new double[] {1, 0, -2, 4, Double.NaN});
        assertEquals(3, curve.positive().gaps().length);
        assertEquals(new Range(1, 4), curve.positive().yRange());
    }

    @Test
    void numbersComeBackExactlyFromTheirSmallestForm() {
        for (double[] numbers : new double[][] {{0, 1, 2, 3}, {1e12, 1e12 + 3, 1e12 + 5}, {0.1, 0.7, -3e99},
            {1e18, -1e18}, {0, 0.1, 0.2, 0.1 * 3}, {5}, {}}) {
            Column column = Column.of(numbers);
            for (int i = 0; i < numbers.length; i++) {
                assertEquals(numbers[i], column.at(i));
            }
        }
        assertTrue(Column.of(new double[] {0, 10, 20}) instanceof Column.Regular);
        assertTrue(Column.of(new double[] {1e12, 1e12 + 3, 1e12 + 5}) instanceof Column.Offsets);
    }
}
