package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RunColorsTest {

    /// Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB; and eyes as most have them.
    private static final double[][][] EYES = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

    private static double[] linear(int argb) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = (argb >> (16 - 8 * i) & 255) / 255.0;
            result[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return result;
    }

    private static double[] times(double[][] matrix, double[] v) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
        }
        return result;
    }

    /// OKLab (Ottosson 2020).
    private static double[] lab(double[] rgb) {
        double[] lms = times(new double[][] {{0.4122214708, 0.5363325363, 0.0514459929},
            {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}, rgb);
        for (int i = 0; i < 3; i++) {
            lms[i] = Math.cbrt(Math.max(0, lms[i]));
        }
        return times(new double[][] {{0.2104542553, 0.7936177850, -0.0040720468},
            {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}}, lms);
    }

    private static double luminance(int argb) {
        double[] rgb = linear(argb);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    /// WCAG 2.2.
    private static double contrast(int a, int b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    @Test
    void everyLineStandsOutFromItsGround() {
        for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK, ChartTheme.PRINT)) {
            for (int color : theme.lines()) {
                assertTrue(contrast(color, theme.background()) >= 3, Integer.toHexString(color));
            }
            assertTrue(contrast(theme.text(), theme.background()) >= 4.5);
            assertTrue(contrast(theme.faintText(), theme.background()) >= 4.5);
        }
    }

    @Test
    void linesDifferForEyesWithoutRedOrGreenReceptorsToo() {
        for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            for (double[][] eye : EYES) {
                for (int a : theme.lines()) {
                    for (int b : theme.lines()) {
                        double[] one = lab(times(eye, linear(a)));
                        double[] other = lab(times(eye, linear(b)));
                        double distance = Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]),
                                one[2] - other[2]);
                        assertTrue(a == b || distance > 0.07,
                                Integer.toHexString(a) + " and " + Integer.toHexString(b) + ": " + distance);
                    }
                }
            }
        }
    }

    @Test
    void aRunKeepsItsColourAndRunsSpreadOverAllOfThem() {
        Set<Integer> slots = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String id = Integer.toHexString(i * 7919) + "abc";
            assertEquals(RunColors.slot(id), RunColors.slot(new String(id)));
            slots.add(RunColors.slot(id));
        }
        assertEquals(32, slots.size());
        assertEquals(Dash.SOLID, RunColors.dash(7));
        assertEquals(Dash.DASHED, RunColors.dash(8));
        assertEquals(ChartTheme.LIGHT.line(0), ChartTheme.LIGHT.line(8));
    }
}
