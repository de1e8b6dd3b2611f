package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Smoothing against values computed with NumPy 1.24.2 (sums of weights written as matrices) and pandas 1.5.3
/// (`rolling(5, center=True, min_periods=1)`).
final class SmoothingKindsTest {

    private static final double[] DIGITS = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
    private static final Column INDEX = new Column.Regular(0, 1, 12);
    private static final Column UNEVEN = Column.of(new double[] {0, 1, 2, 10, 11, 40, 100});
    private static final double[] UNEVEN_VALUES = {1, 5, 2, 8, 1, 3, 4};

    private static Smoothing smoothing(String text) {
        return Smoothing.parse(text).orElseThrow();
    }

    @Test
    void aCentredMeanHasFewerPointsAtBothEnds() {
        assertArrayEquals(new double[] {2.6666666666666665, 2.25, 2.8, 4.0, 4.2, 4.6, 5.4, 5.0, 4.2, 5.4, 5.25,
            5.333333333333333}, smoothing("mean:5").smooth(INDEX, DIGITS), 1e-14);
    }

    @Test
    void aCentredMedianHasFewerPointsAtBothEnds() {
        assertArrayEquals(new double[] {3.0, 2.0, 3.0, 4.0, 4.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0},
                smoothing("median:5").smooth(INDEX, DIGITS), 0);
    }

    @Test
    void aWindowWiderThanTheSeriesIsItsMeanAndMedian() {
        assertEquals(52 / 12.0, smoothing("mean:99").smooth(INDEX, DIGITS)[6], 1e-14);
        assertEquals(4.5, smoothing("median:2000000001").smooth(INDEX, DIGITS)[0], 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0.5  2.9919472033043415, 2.7511912831461975, 0.9482936298220447, 0.5046210570633272, -3.4613304996345713,"
                + "-2.183743353343241",
        "3    1.7623034145203258, 1.3566793460803321, 0.8632896464177, 0.3270272190422882, -2.1866785667275552,"
                + "-0.4521210576110234",
        "50   0.3881308003635221, 0.39125773217142457, 0.8791917687273696, -0.11850558443962236, -0.6176193041557776,"
                + "-0.520290462749258",
        "2000 0.03954559909571341, 0.03952402010118768, 0.02669425571335156, 0.0013070883061434637,"
                + "-0.02479406533680818, -0.03542151089634902"})
    void aGaussianWeighsByDistanceInX(String reference) {
        String[] parts = reference.split("\\s+", 2);
        double[] x = IntStream.range(0, 5000).mapToDouble(i -> i + 0.3 * Math.sin(i)).toArray();
        double[] y = IntStream.range(0, 5000).mapToDouble(i -> Math.sin(0.01 * i) + Math.cos(0.37 * i) * 3).toArray();
        double[] smooth = smoothing("gaussian:" + parts[0]).smooth(Column.of(x), y);
        String[] expected = parts[1].split(",");
        int[] at = {0, 1, 777, 2500, 4321, 4999};
        for (int i = 0; i < at.length; i++) {
            assertEquals(Double.parseDouble(expected[i].strip()), smooth[at[i]], 1e-11, "at " + at[i]);
        }
    }

    @Test
    void aGaussianTakesPointsOnTopOfEachOtherAndFarApart() {
        double[] x = new double[404];
        for (int i = 0; i < 400; i++) {
            x[i] = i / 399.0;
        }
        x[400] = 1e6;
        x[401] = 1e6 + 1;
        x[402] = 1e6 + 30;
        x[403] = 5e8;
        double[] y = IntStream.range(0, 404).mapToDouble(i -> Math.cos(i * 1.7)).toArray();
        double[] smooth = smoothing("gaussian:10").smooth(Column.of(x), y);
        assertArrayEquals(new double[] {0.0021413166055433922, 0.002140415599620457, 0.0021395281095528797,
            -0.4183922159985072, -0.4202658656708749, 0.08792108817347662, 0.9730238919283164},
                new double[] {smooth[0], smooth[200], smooth[399], smooth[400], smooth[401], smooth[402], smooth[403]},
                1e-10);
    }

    @Test
    void theTimeWeightedAverageFadesWithDistanceInX() {
        assertArrayEquals(new double[] {1.0, 4.711401425178146, 2.209662294647351, 7.9999999916110855,
            1.505047506011895, 3.0, 4.0}, smoothing("twema:0.6").smooth(UNEVEN, UNEVEN_VALUES), 1e-12);
        assertArrayEquals(new double[] {1.0, 3.050241107177878, 2.682428765656396, 4.509670286032582,
            3.5781145007340704, 3.2701686739502462, 3.9384721630305917},
                smoothing("twema:0.99").smooth(UNEVEN, UNEVEN_VALUES), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twema:0.9", "gaussian:100", "mean:9", "median:9"})
    void nothingIsSmoothedAcrossAGap(String text) {
        for (double gap : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] smooth = smoothing(text).smooth(new Column.Regular(0, 1, 7),
                    new double[] {1, 1, 1, gap, 5, 5, 5});
            assertArrayEquals(new double[] {1, 1, 1, gap, 5, 5, 5}, smooth, 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ema:0.9", "twema:0.9", "gaussian:100", "mean:9", "median:9"})
    void piecesAreSmoothedEachByItself(String text) {
        double[] smooth = smoothing(text).smooth(Column.of(new double[] {0, 1, 2, 0, 1, 2}),
                new double[] {1, 1, 1, 5, 5, 5}, 3);
        assertArrayEquals(new double[] {1, 1, 1, 5, 5, 5}, smooth, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ema:0.9", "twema:0.9", "gaussian:100", "mean:9", "median:9"})
    void oddSeriesComeThrough(String text) {
        double most = Double.MAX_VALUE;
        for (double[] y : new double[][] {{}, {7}, {Double.NaN}, {Double.NaN, Double.NaN}, {0.1, 0.1, 0.1},
            {most, -most, most}}) {
            double[] smooth = smoothing(text).smooth(Column.of(IntStream.range(0, y.length)
                    .mapToDouble(i -> 0x1p60 + 512.0 * i).toArray()), y);
            assertEquals(y.length, smooth.length);
        }
        assertArrayEquals(new double[] {0.1, 0.1, 0.1}, smoothing(text).smooth(new Column.Regular(0, 1, 3),
                new double[] {0.1, 0.1, 0.1}));
    }

    @Test
    void aSpikeLeavesNoTraceBehind() {
        double[] y = new double[1000];
        java.util.Arrays.setAll(y, i -> i == 500 ? 1e300 : 0.1);
        double[] smooth = smoothing("mean:21").smooth(new Column.Regular(0, 1, 1000), y);
        assertEquals(0.1, smooth[600], 1e-15);
        assertEquals(0.1, smooth[511], 1e-15);
        assertEquals(0.1, smooth[489], 1e-15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ema:0.6", "twema:0.6", "gaussian:20", "gaussian:0.5", "mean:21", "median:21"})
    void itsTextReadsBack(String text) {
        assertEquals(text, smoothing(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ema", "ema:", "ema:2", "ema:-0.1", "ema:NaN", "twema:1.5", "gaussian:-1",
        "gaussian:Infinity", "mean:0", "mean:2.5", "mean:99999999999", "boxcar:3"})
    void whatIsNoSmoothingIsRefused(String text) {
        assertEquals(Optional.empty(), Smoothing.parse(text));
    }

    @Test
    void noSmoothingIsTheSameArray() {
        assertSame(DIGITS, Smoothing.none().smooth(INDEX, DIGITS));
        assertTrue(smoothing("gaussian:0").nothing());
    }
}
