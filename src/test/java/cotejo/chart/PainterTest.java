package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import cotejo.analysis.Range;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PainterTest {

    private static final int RED = 0xffcf222e;

    private static CurveSpec curve(double... y) {
        return new CurveSpec(1, "a run", RED, Dash.SOLID, Curve.of(new Column.Regular(0, 1, y.length), y), null);
    }

    private static ChartSpec spec(List<CurveSpec> curves, Scale scale) {
        return new ChartSpec("loss", XMode.STEP, scale, curves, ChartSpec.fullX(curves), ChartSpec.fullY(curves, scale),
                ChartTheme.LIGHT, Locale.ENGLISH, ZoneOffset.UTC, null);
    }

    private static Picture paint(CurveSpec... curves) {
        return Painter.paint(spec(List.of(curves), Scale.LINEAR), 400, 250, 1);
    }

    private static boolean red(Picture picture, int x, int y) {
        int pixel = picture.pixels()[y * picture.width() + x];
        return (pixel >>> 24) > 100 && (pixel >> 16 & 255) > 2 * (pixel >> 8 & 255) && (pixel & 255) < 150;
    }

    private static int redRow(Picture picture, int fromY, int toY) {
        int count = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = 0; x < picture.width(); x++) {
                count += red(picture, x, y) ? 1 : 0;
            }
        }
        return count;
    }

    private static double[] noise(int n) {
        Random random = new Random(3);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextGaussian();
        }
        return y;
    }

    @Test
    void aSpikeAmongTenMillionPointsCanBeSeenAtAnyWidth() {
        double[] y = noise(10_000_000);
        y[7_000_001] = 100;
        CurveSpec curve = curve(y);
        for (int width : new int[] {80, 399, 1600}) {
            Picture picture = Painter.paint(spec(List.of(curve), Scale.LINEAR), width, 250, 1);
            int half = (int) picture.area().getCenterY();
            int top = (int) picture.pyOf(99);
            assertTrue(redRow(picture, top, half) >= (half - top), "no spike at width " + width);
            assertEquals(new Facts(10_000_000, 1, 0, 0, 0, 0, 0), picture.facts());
        }
    }

    @Test
    void theSameSpecificationGivesTheSamePixels() {
        CurveSpec curve = curve(noise(100_000));
        assertArrayEquals(paint(curve).pixels(), paint(curve).pixels());
    }

    @Test
    void aLineRunsWhereItsValuesAre() {
        Picture picture = paint(curve(0, 10));
        int x = (int) picture.pxOf(0.25);
        assertTrue(red(picture, x, (int) picture.pyOf(2.5)));
        assertEquals(0.25, picture.xAt(picture.pxOf(0.25)), 1e-9);
        assertEquals(2.5, picture.yAt(picture.pyOf(2.5)), 1e-9);
    }

    @Test
    void whatIsNotFiniteIsMarkedAtTheEdges() {
        double[] y = {1, 2, Double.NaN, 3, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY, 1};
        Picture picture = paint(curve(y));
        assertEquals(new Facts(8, 0, 1, 1, 1, 0, 0), picture.facts());
        int bottom = (int) picture.area().getMaxY();
        int top = (int) picture.area().getY();
        assertTrue(red(picture, (int) picture.pxOf(2), bottom - 5), "NaN");
        assertTrue(red(picture, (int) picture.pxOf(4), top + 4), "+Inf");
        assertTrue(red(picture, (int) picture.pxOf(6), bottom - 5), "-Inf");
    }

    @Test
    void aPointBetweenGapsIsADot() {
        Picture picture = paint(curve(1, Double.NaN, 2, Double.NaN, 1));
        assertTrue(red(picture, (int) picture.pxOf(2), (int) picture.pyOf(2)));
    }

    @Test
    void aLogarithmicAxisOwnsUpToWhatItHides() {
        Picture picture = Painter.paint(spec(List.of(curve(1, 0, -1, 10, 100)), Scale.LOG), 400, 250, 1);
        assertEquals(2, picture.facts().hidden());
        assertEquals((picture.pyOf(1) + picture.pyOf(100)) / 2, picture.pyOf(10), 1e-9);
    }

    @Test
    void oddValuesDoNotBreakThePicture() {
        double most = Double.MAX_VALUE;
        for (double[] y : new double[][] {{}, {Double.NaN, Double.NaN}, {5, 5, 5}, {-most, most}, {0, 4.9e-324},
            {1e300, -1e300, 0}, {0, 0}}) {
            for (Scale scale : List.of(Scale.LINEAR, Scale.LOG, Scale.symlog(1e-3))) {
                Picture picture = Painter.paint(spec(List.of(curve(y)), scale), 300, 200, 2);
                assertEquals(600 * 400, picture.pixels().length);
            }
        }
        Curve far = Curve.of(Column.of(new double[] {0x1p60, 0x1p60 + 512, 0x1p62}), new double[] {1, 2, 3});
        CurveSpec spec = new CurveSpec(1, "far", RED, Dash.DOTTED, far, null);
        assertTrue(redRow(paint(spec), 0, 250) > 20);
    }

    @Test
    void theRawLineStaysFaintUnderTheSmoothedOne() {
        Curve raw = Curve.of(new Column.Regular(0, 1, 2), new double[] {0, 10});
        Curve smooth = Curve.of(new Column.Regular(0, 1, 2), new double[] {0, 0});
        Picture picture = paint(new CurveSpec(1, "a", RED, Dash.SOLID, raw, smooth));
        int x = (int) picture.pxOf(0.5);
        int faint = picture.pixels()[(int) picture.pyOf(5) * picture.width() + x] >>> 24;
        int full = picture.pixels()[(int) picture.pyOf(0) * picture.width() + x] >>> 24;
        assertTrue(faint > 30 && faint < 120 && full > 150, faint + " under " + full);
    }

    @Test
    void aWindowShowsJustItsPart() {
        CurveSpec curve = curve(noise(1000));
        ChartSpec all = spec(List.of(curve), Scale.LINEAR);
        ChartSpec part = new ChartSpec("loss", XMode.STEP, Scale.LINEAR, List.of(curve), new Range(10, 20),
                new Range(50, 60), all.theme(), all.locale(), all.zone(), null);
        assertEquals(0, redRow(Painter.paint(part, 400, 250, 1), 0, 250));
    }
}
