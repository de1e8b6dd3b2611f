package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SmoothingTest {

    /// TensorBoard's own formula for these numbers, where MLflow's curve falls to 0.8535 after the gap.
    @Test
    void aGapDoesNotPullTheCurveTowardsZero() {
        double[] smooth = Smoothing.exponential(new double[] {1, 1.0001, Double.NaN, Double.NaN, 1, 1, 1}, 60 / 101.0);
        assertArrayEquals(new double[] {1, 1.0001, Double.NaN, Double.NaN, 1, 1, 1}, smooth, 1e-4);
    }

    /// By hand with s = 1/2: m = 1, 2, 4 (times 1/2, 3/4, 7/8): (1·½)/½, (1·¼+3·½)/¾, (1·⅛+3·¼+5·½)/⅞.
    @Test
    void theFirstValuesAreNotDrawnTowardsZero() {
        assertArrayEquals(new double[] {1, 7 / 3.0, 27 / 7.0},
                Smoothing.exponential(new double[] {1, 3, 5}, 0.5), 1e-12);
    }

    @Test
    void infinitiesPassThroughAndDoNotCount() {
        double[] smooth = Smoothing.exponential(new double[] {1, Double.POSITIVE_INFINITY, 3,
            Double.NEGATIVE_INFINITY, 5}, 0.5);
        assertArrayEquals(new double[] {1, Double.POSITIVE_INFINITY, 7 / 3.0, Double.NEGATIVE_INFINITY, 27 / 7.0},
                smooth, 1e-12);
    }

    @Test
    void equalValuesStayExactlyEqual() {
        assertArrayEquals(new double[] {0.1, 0.1, 0.1, 0.1},
                Smoothing.exponential(new double[] {0.1, 0.1, 0.1, 0.1}, 0.7));
    }

    @Test
    void noWeightChangesNothingAndTooMuchIsCutToOne() {
        assertArrayEquals(new double[] {4, 2, 9}, Smoothing.exponential(new double[] {4, 2, 9}, 0));
        assertArrayEquals(new double[] {0, 0, 0}, Smoothing.exponential(new double[] {4, 2, 9}, 1), 0);
        assertArrayEquals(Smoothing.exponential(new double[] {4, 2, 9}, 1),
                Smoothing.exponential(new double[] {4, 2, 9}, 7));
    }

    @Test
    void noPointsAreNoPoints() {
        assertEquals(0, Smoothing.exponential(new double[0], 0.6).length);
    }
}
