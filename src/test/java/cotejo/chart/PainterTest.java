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
            assertEquals(new Facts(10_000_000, 1, 0, 0, 0, 0, 0, 1), picture.facts());
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
        assertEquals(new Facts(8, 0, 1, 1, 1, 0, 0, 1), picture.facts());
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

    private static Curve line(double... y) {
        return Curve.of(new Column.Regular(0, 1, y.length), y);
    }

    private static ChartSpec scaled(Scale x, Scale y, CurveSpec... curves) {
        List<CurveSpec> all = List.of(curves);
        return new ChartSpec("loss", XMode.STEP, "", x, y, all, ChartSpec.fullX(all, x),
                ChartSpec.fullY(all, x, y, ChartSpec.Reach.ALL), ChartSpec.Markers.NONE, ChartTheme.LIGHT,
                Locale.ENGLISH, ZoneOffset.UTC, null);
    }

    private static int opacity(Picture picture, double x, double y) {
        return picture.pixels()[(int) picture.pyOf(y) * picture.width() + (int) picture.pxOf(x)] >>> 24;
    }

    @Test
    void aBandIsTintedBetweenItsEdgesAndOpenWhereItHasNone() {
        BandSpec band = new BandSpec(line(0, 0, Double.NaN, 0, 0), line(10, 10, Double.NaN, 10, 10));
        CurveSpec curve = new CurveSpec(1, "a", RED, Dash.SOLID, Marker.CIRCLE, CurveSpec.Role.LINE,
                line(5, 5, 5, 5, 5), null, band);
        Picture picture = paint(curve);
        assertTrue(opacity(picture, 0.5, 7.3) > 20 && opacity(picture, 0.5, 7.3) < 80);
        assertTrue(opacity(picture, 3.5, 1.3) > 20);
        assertEquals(0, opacity(picture, 2.0, 7.3));
        assertTrue(opacity(picture, 0.5, 5) > 150);
    }

    @Test
    void aSpikeOfABandCanBeSeenAtAnyWidth() {
        double[] upper = new double[1_000_000];
        double[] lower = new double[upper.length];
        java.util.Arrays.fill(upper, 1);
        upper[700_001] = 100;
        CurveSpec curve = new CurveSpec(1, "a", RED, Dash.SOLID, Marker.CIRCLE, CurveSpec.Role.LINE, line(lower), null,
                new BandSpec(line(lower), line(upper)));
        for (int width : new int[] {80, 399, 1600}) {
            Picture picture = Painter.paint(spec(List.of(curve), Scale.LINEAR), width, 250, 1);
            boolean seen = false;
            for (int dx = -1; dx <= 1; dx++) {
                int column = (int) picture.pxOf(700_001) + dx;
                seen |= picture.pixels()[(int) picture.pyOf(60) * picture.width() + column] >>> 24 > 20;
            }
            assertTrue(seen, "no spike at width " + width);
        }
    }

    @Test
    void membersStayFaintBehind() {
        CurveSpec member = new CurveSpec(2, "m", RED, Dash.SOLID, Marker.CIRCLE, CurveSpec.Role.MEMBER, line(7.3, 7.3),
                null, null);
        Picture picture = paint(curve(0, 0), member);
        int faint = opacity(picture, 0.5, 7.3);
        assertTrue(faint > 20 && faint < 130, "opacity " + faint);
    }

    @Test
    void aLogarithmicXAxisRunsByPowersAndOwnsUpToWhatItHides() {
        CurveSpec curve = new CurveSpec(1, "a", RED, Dash.SOLID,
                Curve.of(Column.of(new double[] {-1, 0, 1, 10, 100}), new double[] {1, 2, 3, 4, 5}), null);
        Picture picture = Painter.paint(scaled(Scale.LOG, Scale.LINEAR, curve), 400, 250, 1);
        assertEquals((picture.pxOf(1) + picture.pxOf(100)) / 2, picture.pxOf(10), 1e-9);
        assertEquals(2, picture.facts().hidden());
        assertTrue(red(picture, (int) picture.pxOf(10), (int) picture.pyOf(4)));
        assertEquals(42, picture.xAt(picture.pxOf(42)), 1e-9);
    }

    @Test
    void aReducedLineOnALogarithmicXAxisKeepsItsExtremes() {
        double[] y = noise(2_000_000);
        y[3] = 60;
        y[1_900_000] = 100;
        CurveSpec curve = curve(y);
        Picture picture = Painter.paint(scaled(Scale.LOG, Scale.LINEAR, curve), 400, 250, 1);
        assertEquals(1, picture.facts().summedUp());
        assertTrue(red(picture, (int) picture.pxOf(3), (int) picture.pyOf(58)), "no peak of three points");
        int reach = 0;
        for (int row = (int) picture.pyOf(99); row < (int) picture.pyOf(5); row++) {
            reach += red(picture, (int) picture.pxOf(1_900_000), row) ? 1 : 0;
        }
        assertTrue(reach > 50, "no spike among many points");
    }

    @Test
    void aSymmetricLogarithmicAxisShowsBothSignsAndZero() {
        Picture picture = Painter.paint(scaled(Scale.LINEAR, Scale.symlog(0.1), curve(-100, 0, 100)), 400, 250, 1);
        assertEquals(0, picture.facts().hidden());
        assertEquals((picture.pyOf(-100) + picture.pyOf(100)) / 2, picture.pyOf(0), 1e-9);
        assertTrue(picture.pyOf(1) - picture.pyOf(10) > 30);
        assertEquals(-7, picture.yAt(picture.pyOf(-7)), 1e-9);
    }

    @Test
    void whatALogarithmicAxisHidesIsMarked() {
        Picture picture = Painter.paint(scaled(Scale.LINEAR, Scale.LOG, curve(1, 10, -5, 10, 1)), 400, 250, 1);
        int bottom = (int) picture.area().getMaxY();
        int marked = 0;
        for (int row = bottom - 9; row < bottom; row++) {
            for (int x = -4; x <= 4; x++) {
                marked += red(picture, (int) picture.pxOf(2) + x, row) ? 1 : 0;
            }
        }
        assertTrue(marked >= 6, marked + " pixels");
    }

    @Test
    void piecesAreNotJoined() {
        double[] y = {0, 0, 10, 10};
        CurveSpec joined = new CurveSpec(1, "a", RED, Dash.SOLID, Curve.of(new Column.Regular(0, 1, 4), y), null);
        CurveSpec apart = new CurveSpec(1, "a", RED, Dash.SOLID, Curve.of(new Column.Regular(0, 1, 4), y,
                new int[] {2}), null);
        assertTrue(opacity(paint(joined), 1.5, 5) > 100);
        assertEquals(0, opacity(paint(apart), 1.5, 5));
    }

    @Test
    void formsTellLinesApart() {
        List<CurveSpec> curves = List.of(curve(noise(50)), curve(noise(60)));
        ChartSpec plain = spec(curves, Scale.LINEAR);
        ChartSpec marked = new ChartSpec("loss", XMode.STEP, "", Scale.LINEAR, Scale.LINEAR, curves, plain.x(),
                plain.y(), ChartSpec.Markers.ALL, plain.theme(), plain.locale(), plain.zone(), null);
        assertTrue(redRow(Painter.paint(marked, 400, 250, 1), 0, 250)
                > redRow(Painter.paint(plain, 400, 250, 1), 0, 250));
    }

    @Test
    void aMillionGapsAreMarkedWithoutGoingThroughThemAll() {
        double[] y = new double[1_000_000];
        java.util.Arrays.setAll(y, i -> i % 2 == 0 ? Double.NaN : 1);
        Picture picture = paint(curve(y));
        assertEquals(500_000, picture.facts().nan());
        int bottom = (int) picture.area().getMaxY();
        assertTrue(redRow(picture, bottom - 9, bottom) > 300);
    }
}
