package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OneWayTest {

    /// statsmodels 0.15.0, `ols('y ~ C(g)').fit().rsquared_adj`, and SciPy 1.17.1, `f_oneway`.
    @Test
    void shareAndChanceAreThoseOfOtherPrograms() {
        OneWay found = OneWay.of(new int[] {0, 0, 0, 1, 1, 2, 2, 2, 2, 3},
                new double[] {1.0, 1.5, 0.7, 2.0, 2.9, 0.4, 1.1, 3.0, 2.2, 5.0});
        assertEquals(0.5873892515737934, found.share(), 1e-12);
        assertEquals(0.04054003432834663, found.chance(), 1e-12);
    }

    @Test
    void groupsThatExplainEverythingLeaveNothingToChance() {
        assertEquals(new OneWay(1, 0), OneWay.of(new int[] {0, 0, 1, 1}, new double[] {1, 1, 2, 2}));
    }

    @Test
    void whereNothingCanBeSaidNothingIs() {
        assertTrue(Double.isNaN(OneWay.of(new int[] {0, 1, 2}, new double[] {1, 2, 3}).share()));
        assertTrue(Double.isNaN(OneWay.of(new int[] {0, 0, 0}, new double[] {1, 2, 3}).chance()));
        assertTrue(Double.isNaN(OneWay.of(new int[] {0, 1, 1}, new double[] {0.1, 0.1, 0.1}).share()));
        assertTrue(Double.isNaN(OneWay.of(new int[0], new double[0]).share()));
    }
}
