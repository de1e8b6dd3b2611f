package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.Range;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// All there is to know to draw a chart of lines: the same specification gives the same picture, on screen and in a
/// figure.
///
/// @param x         the window in x: steps or milliseconds
/// @param y         the window in values; positive on a logarithmic scale
/// @param highlight the key of the line that stands out while the others step back, or null
public record ChartSpec(String title, XMode xMode, YScale yScale, List<CurveSpec> curves, Range x, Range y,
        ChartTheme theme, Locale locale, ZoneId zone, @Nullable Long highlight) {

    public ChartSpec {
        curves = List.copyOf(curves);
    }

    /// The window that shows every point.
    public static Range fullX(List<CurveSpec> curves) {
        Range range = Range.NOTHING;
        for (CurveSpec curve : curves) {
            range = range.with(curve.raw().xRange());
        }
        return range.padded(0.0);
    }

    /// The window that shows every finite value the scale can show, raw and smoothed.
    public static Range fullY(List<CurveSpec> curves, YScale scale) {
        Range range = Range.NOTHING;
        for (CurveSpec curve : curves) {
            range = range.with(shown(curve.raw(), scale).yRange()).with(shown(curve.line(), scale).yRange());
        }
        return scale.aired(range);
    }

    static Curve shown(Curve curve, YScale scale) {
        return switch (scale) {
            case LINEAR -> curve;
            case LOG -> curve.positive();
        };
    }
}
