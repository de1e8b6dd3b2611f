package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Values by SciPy 1.17.1 (`ttest_ind(equal_var=False)` with `confidence_interval()`, `mannwhitneyu`, `bootstrap` with
/// 200,000 resamples, `false_discovery_control`) and NumPy 2.4.6.
class TwoGroupsTest {

    private static final double[] A = {0.912, 0.934, 0.921, 0.940, 0.918, 0.927};
    private static final double[] B = {0.951, 0.948, 0.939, 0.962, 0.957};
    private static final double[] TIED_A = {1, 2, 2, 3, 4, 4, 5, 7};
    private static final double[] TIED_B = {2, 3, 5, 6, 6, 8, 9};

    @Test
    void welchIsScipys() {
        TwoGroups groups = TwoGroups.of(A, B);
        assertEquals(0.001495309542881578, groups.welch(), 1e-12);
        assertEquals(0.012957506159462928, groups.low(), 1e-12);
        assertEquals(0.039175827173870435, groups.high(), 1e-12);
        assertEquals(0.10300390679612505, TwoGroups.of(TIED_A, TIED_B).welch(), 1e-12);
    }

    @Test
    void mannWhitneyIsScipysExactlyAndWithTies() {
        assertEquals(0.008658008658008658, TwoGroups.of(A, B).mannWhitney(), 1e-12);
        assertEquals(0.11557952208155704, TwoGroups.of(TIED_A, TIED_B).mannWhitney(), 1e-9);
    }

    @Test
    void bootstrapIsNearScipysAndTheSameEveryTime() {
        TwoGroups groups = TwoGroups.of(A, B);
        assertEquals(0.015733333333333155, groups.bootstrapLow(), 5e-4);
        assertEquals(0.03613333333333313, groups.bootstrapHigh(), 5e-4);
        assertEquals(groups, TwoGroups.of(A, B));
    }

    @Test
    void effectSizesAreNumpys() {
        TwoGroups groups = TwoGroups.of(A, B);
        assertEquals(2.678249723743818, groups.cohen(), 1e-12);
        assertEquals(2.4486854617086333, groups.hedges(), 1e-12);
    }

    @Test
    void oneRunAGroupSaysNothing() {
        TwoGroups groups = TwoGroups.of(new double[] {1}, new double[] {2});
        assertEquals(TwoGroups.Power.NONE, groups.power());
        assertTrue(Double.isNaN(groups.welch()));
        assertEquals(1, groups.difference());
    }

    @Test
    void threeAgainstThreeCannotReachFivePerCent() {
        TwoGroups groups = TwoGroups.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertEquals(TwoGroups.Power.WEAK, groups.power());
        assertEquals(0.1, groups.leastMannWhitney(), 1e-12);
        assertEquals(groups.leastMannWhitney(), groups.mannWhitney(), 1e-12);
    }

    @Test
    void constantsDoNotBreakIt() {
        TwoGroups same = TwoGroups.of(new double[] {1, 1, 1}, new double[] {1, 1, 1});
        assertEquals(1, same.welch());
        assertEquals(1, same.mannWhitney());
        TwoGroups apart = TwoGroups.of(new double[] {1, 1, 1}, new double[] {2, 2, 2});
        assertEquals(0, apart.welch());
        double[] tenths = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        double[] fifths = {0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
        TwoGroups rounded = TwoGroups.of(tenths, fifths);
        assertEquals(0.1, rounded.low());
        assertEquals(0.1, rounded.high());
        assertEquals(Double.NaN, rounded.cohen());
    }

    @Test
    void benjaminiAndHochbergIsScipys() {
        assertArrayEquals(new double[] {0.025, 0.05, 0.05, 0.025, 0.2},
                Corrections.benjaminiHochberg(new double[] {0.01, 0.04, 0.03, 0.005, 0.2}), 1e-12);
    }

    /// `multipletests` of statsmodels 0.15.0 with `method='holm'` and `'fdr_bh'`.
    @Test
    void correctionsAreThoseOfStatsmodels() {
        double[] p = {0.1024, 0.1901, 0.0288, 0.1897, 0.0624, 0.0847, 0.1655, 0.0818};
        assertArrayEquals(new double[] {0.4908, 0.4965, 0.2304, 0.4965, 0.4368, 0.4908, 0.4965, 0.4908},
                Corrections.holm(p), 1e-12);
        assertArrayEquals(new double[] {0.16384, 0.1901, 0.16384, 0.1901, 0.16384, 0.16384, 0.1901, 0.16384},
                Corrections.benjaminiHochberg(p), 1e-12);
    }

    /// By hand from Holm's definition: 5 × 0.005, 4 × 0.01, 3 × 0.03, 2 × 0.04 (not below the one before), 0.2.
    @Test
    void holmStepsDown() {
        assertArrayEquals(new double[] {0.04, 0.09, 0.09, 0.025, 0.2},
                Corrections.holm(new double[] {0.01, 0.04, 0.03, 0.005, 0.2}), 1e-12);
    }

    @Test
    void whatCouldNotBeAskedCountsForNoQuestion() {
        assertArrayEquals(new double[] {0.02, Double.NaN, 0.5},
                Corrections.holm(new double[] {0.01, Double.NaN, 0.5}), 1e-12);
    }

    @Test
    void curvesPartWhereTheGapStaysAQuarterOfTheLast() {
        double[] steps = {0, 1, 2, 3, 4, 5};
        Parting parting = Parting.of(steps, new double[] {1, 1, 1, 1, 1, 1}, steps,
                new double[] {1, 1, 0.9, 1.2, 1.3, 1.4}).orElseThrow();
        assertEquals(3, parting.step());
        assertEquals(0.4, parting.finalGap(), 1e-12);
        assertEquals(1, parting.sameUntil());
    }
}
