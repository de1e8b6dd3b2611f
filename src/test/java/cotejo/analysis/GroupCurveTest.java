package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.MetricSeries;
import cotejo.work.Cancel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Groups against NumPy 1.24.2 (`mean`, `median`, `std(ddof=1)`, `quantile`, `interp`) and SciPy 1.10.1
/// (`stats.sem`, `stats.t.interval`, `stats.t.ppf`).
final class GroupCurveTest {

    private static final double[][] FIVE_SEEDS = {{.9, .5, .4, .35}, {1.1, .45, .42, .3}, {.7, .6, .38, .25},
        {1.0, .7, .1, .33}, {.95, .52, .41, .31}};
    private static final double[] MEAN = {0.93, 0.554, 0.342, 0.308};

    private static MetricSeries series(long[] steps, double... values) {
        return MetricSeries.ofWholeSteps(steps, new long[values.length], values);
    }

    private static GroupCurve.Member member(long[] steps, double... values) {
        return new GroupCurve.Member(series(steps, values), new double[0]);
    }

    private static GroupCurve seeds(Center center, Band band) {
        List<GroupCurve.Member> members = Arrays.stream(FIVE_SEEDS)
                .map(values -> member(new long[] {0, 10, 20, 30}, values)).toList();
        return GroupCurve.of(members, new Grouping(center, band, Grouping.Between.NOTHING), new Cancel());
    }

    private static GroupCurve group(Grouping.Between between, GroupCurve.Member... members) {
        return GroupCurve.of(List.of(members), new Grouping(Center.MEAN, Band.MINMAX, between), new Cancel());
    }

    @Test
    void theMeanOfFiveSeedsWithTheirDeviation() {
        GroupCurve group = seeds(Center.MEAN, Band.STD);
        assertArrayEquals(MEAN, group.center(), 1e-14);
        double[] std = {0.14832396974191328, 0.09787747442593724, 0.136088206689632, 0.03768288736283354};
        for (int i = 0; i < 4; i++) {
            assertEquals(MEAN[i] - std[i], group.lower()[i], 1e-14);
            assertEquals(MEAN[i] + std[i], group.upper()[i], 1e-14);
        }
        assertArrayEquals(new double[] {0, 10, 20, 30}, group.steps());
        assertArrayEquals(new int[] {5, 5, 5, 5}, group.n());
    }

    @Test
    void theStandardErrorIsNarrowerByTheRootOfN() {
        GroupCurve group = seeds(Center.MEAN, Band.SE);
        assertEquals(0.93 + 0.066332495807108, group.upper()[0], 1e-14);
        assertEquals(0.342 - 0.060860496218811753, group.lower()[2], 1e-14);
    }

    @Test
    void theConfidenceIntervalIsStudents() {
        GroupCurve group = seeds(Center.MEAN, Band.CI95);
        assertArrayEquals(new double[] {0.7458314667008016, 0.4324690637702039, 0.173024173173371,
            0.26121051541320195}, group.lower(), 1e-12);
        assertArrayEquals(new double[] {1.1141685332991986, 0.6755309362297962, 0.5109758268266291,
            0.35478948458679804}, group.upper(), 1e-12);
    }

    @Test
    void theMedianWithItsQuartiles() {
        GroupCurve group = seeds(Center.MEDIAN, Band.IQR);
        assertArrayEquals(new double[] {0.95, 0.52, 0.4, 0.31}, group.center(), 0);
        assertArrayEquals(new double[] {0.9, 0.5, 0.38, 0.3}, group.lower(), 1e-15);
        assertArrayEquals(new double[] {1.0, 0.6, 0.41, 0.33}, group.upper(), 1e-15);
    }

    @Test
    void theExtremesAreTheMembersOwn() {
        GroupCurve group = seeds(Center.MEAN, Band.MINMAX);
        assertArrayEquals(new double[] {0.7, 0.45, 0.1, 0.25}, group.lower(), 0);
        assertArrayEquals(new double[] {1.1, 0.7, 0.42, 0.35}, group.upper(), 0);
    }

    @Test
    void studentsQuantilesAreSciPys() {
        int[] freedom = {1, 2, 3, 4, 9, 29, 100, 1000, 100_000};
        double[] expected = {12.706204736432095, 4.302652729911275, 3.182446305284263, 2.7764451051977987,
            2.2621571627409915, 2.045229642132703, 1.9839715184496334, 1.9623390808264074, 1.9599877075346093};
        for (int i = 0; i < freedom.length; i++) {
            assertEquals(expected[i], StudentT.upper95(freedom[i]), 1e-9, freedom[i] + " degrees of freedom");
        }
    }

    @Test
    void onlySharedStepsCountAndTheRestIsOwnedUpTo() {
        GroupCurve group = group(Grouping.Between.NOTHING, member(new long[] {0, 10, 20}, 1, 2, 4),
                member(new long[] {0, 5, 20}, 3, 5, 9), member(new long[] {20, 40}, 2, 7));
        assertArrayEquals(new double[] {0, 20}, group.steps());
        assertArrayEquals(new double[] {2, 5}, group.center());
        assertArrayEquals(new int[] {2, 3}, group.n());
        assertEquals(3, group.left());
        assertEquals(0, group.interpolated());
    }

    /// `numpy.interp(5, [0, 10, 20], [1, 2, 4])` is 1.5, `numpy.interp(10, [0, 5, 20], [3, 5, 9])` is 6.333….
    @Test
    void whatLiesBetweenIsInterpolatedOnlyWhenAskedFor() {
        GroupCurve group = group(Grouping.Between.INTERPOLATED, member(new long[] {0, 10, 20}, 1, 2, 4),
                member(new long[] {0, 5, 20}, 3, 5, 9));
        assertArrayEquals(new double[] {0, 5, 10, 20}, group.steps());
        assertArrayEquals(new double[] {2, 3.25, 4.166666666666667, 6.5}, group.center(), 1e-14);
        assertEquals(2, group.interpolated());
        assertEquals(0, group.left());
    }

    @Test
    void nothingIsInterpolatedAcrossAGapOrBeyondAnEnd() {
        GroupCurve group = group(Grouping.Between.INTERPOLATED,
                member(new long[] {0, 4, 8, 12}, 1, Double.NaN, 1, 1),
                member(new long[] {0, 2, 8, 10, 14}, 3, 3, 3, 3, 3));
        assertArrayEquals(new double[] {0, 8, 10, 12}, group.steps());
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOutAndCounted() {
        GroupCurve group = group(Grouping.Between.NOTHING, member(new long[] {0, 1}, 1, Double.NaN),
                member(new long[] {0, 1}, 3, 4), member(new long[] {0, 1}, Double.POSITIVE_INFINITY, 6));
        assertArrayEquals(new double[] {2, 5}, group.center());
        assertArrayEquals(new int[] {2, 2}, group.n());
        assertEquals(2, group.nonFinite());
    }

    /// MLflow's rule, as for the table: the greatest (time, value), wherever it is stored.
    @Test
    void ofAStepLoggedAgainTheLatestPointCounts() {
        MetricSeries again = MetricSeries.ofWholeSteps(new long[] {0, 1, 2, 1, 2}, new long[] {1, 9, 3, 4, 3},
                new double[] {9, 1, 2, 8, 0});
        GroupCurve group = group(Grouping.Between.NOTHING, new GroupCurve.Member(again, new double[0]),
                member(new long[] {0, 1, 2}, 9, 3, 4));
        assertArrayEquals(new double[] {9, 2, 3}, group.center());
    }

    @Test
    void aGroupOfOneIsThatRunWithoutABand() {
        GroupCurve group = GroupCurve.of(List.of(member(new long[] {0, 1}, 5, 6)), Grouping.DEFAULT, new Cancel());
        assertArrayEquals(new double[] {5, 6}, group.center());
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, group.lower());
    }

    @Test
    void stepsThatDoublesCannotTellApartStayApart() {
        long far = (1L << 53) + 1;
        GroupCurve group = group(Grouping.Between.NOTHING, member(new long[] {far - 1, far, far + 1}, 1, 2, 3),
                member(new long[] {far - 1, far, far + 1}, 3, 4, 5));
        assertArrayEquals(new double[] {2, 3, 4}, group.center());
    }

    @Test
    void fractionalAndWholeStepsMeet() {
        long[] bits = Stream.of(-1.0, 0.0, 0.5, 1.0).mapToLong(Double::doubleToRawLongBits).toArray();
        GroupCurve group = group(Grouping.Between.NOTHING,
                new GroupCurve.Member(MetricSeries.ofStepBits(bits, new long[4], new double[] {8, 1, 2, 3}),
                        new double[0]), member(new long[] {-1, 0, 1}, 0, 3, 5));
        assertArrayEquals(new double[] {-1, 0, 1}, group.steps());
        assertArrayEquals(new double[] {4, 2, 4}, group.center());
    }

    @Test
    void anotherXIsTheMeanOfTheMembers() {
        GroupCurve group = group(Grouping.Between.NOTHING,
                new GroupCurve.Member(series(new long[] {0, 1}, 1, 2), new double[] {0, 100}),
                new GroupCurve.Member(series(new long[] {0, 1}, 3, 4), new double[] {0, 300}));
        assertArrayEquals(new double[] {0, 200}, group.x());
    }

    @Test
    void noPointsAreNoGroup() {
        assertEquals(0, GroupCurve.of(List.of(), Grouping.DEFAULT, new Cancel()).steps().length);
        assertEquals(0, group(Grouping.Between.NOTHING, member(new long[0]), member(new long[0])).members());
    }

    @Test
    void aMetricMeetsAnotherByItsStep() {
        Joined joined = Joined.of(series(new long[] {0, 1, 2, 1, 5}, 1, 2, 3, 4, 5),
                series(new long[] {1, 0, 2, 1}, 10, 20, 30, 40));
        assertArrayEquals(new double[] {20, 10, 30, 40, Double.NaN}, joined.x());
        assertEquals(1, joined.unmatched());
    }

    @Test
    void aStepThatGoesBackBeginsAPiece() {
        assertArrayEquals(new int[] {2, 5}, Restarts.of(series(new long[] {0, 4, 3, 3, 5, 1}, 0, 0, 0, 0, 0, 0)));
    }

    /// `numpy.sort` of these 1001 values at 50 and 950.
    @Test
    void outliersAreWhatTensorBoardLeavesOut() {
        double[] y = IntStream.range(0, 1001).mapToDouble(i -> Math.sin((double) i * i) * 10).toArray();
        y[5] = 1e6;
        y[77] = -1e6;
        Curve one = Curve.of(new Column.Regular(0, 1, 500), Arrays.copyOfRange(y, 0, 500));
        Curve gap = Curve.of(new Column.Regular(0, 1, 1), new double[] {Double.NaN});
        Curve rest = Curve.of(new Column.Regular(0, 1, 501), Arrays.copyOfRange(y, 500, 1001));
        Range range = Outliers.without(List.of(one, rest, gap));
        assertEquals(-9.851359060614225, range.low(), 1e-12);
        assertEquals(9.86197707280266, range.high(), 1e-12);
    }

    @Test
    void ofTwoValuesNoneIsAnOutlier() {
        Curve two = Curve.of(new Column.Regular(0, 1, 2), new double[] {-5, 1e9});
        assertEquals(new Range(-5, 1e9), Outliers.without(List.of(two)));
        assertEquals(Range.NOTHING, Outliers.without(List.of()));
    }
}
