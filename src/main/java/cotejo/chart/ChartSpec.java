package cotejo.chart;

import cotejo.analysis.Curve;
import cotejo.analysis.Outliers;
import cotejo.analysis.Range;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// All there is to know to draw a chart of lines: the same specification gives the same picture, on screen and in a
/// figure.
///
/// @param xLabel    what runs along x, in words; empty where nothing is written below the axis
/// @param x         the window in x: steps, milliseconds or values; positive on a logarithmic scale
/// @param y         the window in values; positive on a logarithmic scale
/// @param markers   whether forms are drawn along the lines
/// @param highlight the key of the line that stands out while the others step back, or null
public record ChartSpec(String title, XMode xMode, String xLabel, Scale xScale, Scale yScale, List<CurveSpec> curves,
        Range x, Range y, Markers markers, ChartTheme theme, Locale locale, ZoneId zone, @Nullable Long highlight) {

    /// Whether forms are drawn along the lines, the second cue beside colour.
    public enum Markers {
        /// Where there are several lines, and not so many that forms would cover them.
        AUTO,
        NONE,
        ALL
    }

    /// Which values the axis of values has room for.
    public enum Reach {
        ALL,
        /// Without outliers, see [Outliers].
        WITHOUT_OUTLIERS
    }

    /// A window of fewer doubles than this has no ends.
    private static final int FEWEST = 4;
    private static final double FARTHEST = 0x1p64;
    /// A single time has seconds around it, not years.
    private static final double LARGE = 1e9;

    /// More lines than this get no markers by themselves.
    private static final int CROWD = 16;

    public ChartSpec {
        curves = List.copyOf(curves);
    }

    /// A chart over an even x axis, without markers.
    public ChartSpec(String title, XMode xMode, Scale yScale, List<CurveSpec> curves, Range x, Range y,
            ChartTheme theme, Locale locale, ZoneId zone, @Nullable Long highlight) {
        this(title, xMode, "", Scale.LINEAR, yScale, curves, x, y, Markers.NONE, theme, locale, zone, highlight);
    }

    /// The same lines through another window.
    public ChartSpec within(Range toX, Range toY) {
        return new ChartSpec(title, xMode, xLabel, xScale, yScale, curves, toX, toY, markers, theme, locale, zone,
                highlight);
    }

    /// The same with another line standing out, or none.
    public ChartSpec highlighting(@Nullable Long key) {
        return new ChartSpec(title, xMode, xLabel, xScale, yScale, curves, x, y, markers, theme, locale, zone, key);
    }

    boolean marked() {
        long lines = curves.stream().filter(curve -> curve.role() == CurveSpec.Role.LINE).count();
        return switch (markers) {
            case NONE -> false;
            case ALL -> true;
            case AUTO -> lines > 1 && lines <= CROWD;
        };
    }

    /// A line as far as the axes can show it.
    public Curve shown(Curve curve) {
        return Scale.shown(curve, xScale, yScale);
    }

    /// The window that shows every point.
    public static Range fullX(List<CurveSpec> curves) {
        return fullX(curves, Scale.LINEAR);
    }

    /// The window that shows every point the scale can show.
    public static Range fullX(List<CurveSpec> curves, Scale scale) {
        Range range = Range.NOTHING;
        for (CurveSpec curve : curves) {
            range = range.with(Scale.shown(curve.raw(), scale, Scale.LINEAR).xRange());
        }
        boolean whole = range.low() == Math.rint(range.low()) && range.high() == Math.rint(range.high());
        double far = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        if (scale.kind() != YScale.LINEAR || !whole || far >= FARTHEST) {
            return scale.aired(range, 0.0);
        }
        // Steps and times are exact: close ones are told apart as long as doubles do.
        return range.span() > FEWEST * Math.ulp(far) ? range
                : far < LARGE ? scale.aired(range, 0.0)
                        : new Range(range.low() - far / LARGE, range.high() + far / LARGE);
    }

    /// The window that shows every finite value the scale can show, raw and smoothed.
    public static Range fullY(List<CurveSpec> curves, Scale scale) {
        return fullY(curves, Scale.LINEAR, scale, Reach.ALL);
    }

    /// The window that shows every finite value the scales can show: raw, smoothed and bands; or without the outliers
    /// of the lines in full colour.
    public static Range fullY(List<CurveSpec> curves, Scale xScale, Scale yScale, Reach reach) {
        return yScale.aired(values(curves, xScale, yScale, reach));
    }

    static Range values(List<CurveSpec> curves, Scale xScale, Scale yScale, Reach reach) {
        if (reach == Reach.WITHOUT_OUTLIERS) {
            return Outliers.without(curves.stream().filter(curve -> curve.role() == CurveSpec.Role.LINE)
                    .map(curve -> Scale.shown(curve.line(), xScale, yScale)).toList());
        }
        Range range = Range.NOTHING;
        for (CurveSpec curve : curves) {
            for (Curve line : lines(curve)) {
                range = range.with(Scale.shown(line, xScale, yScale).yRange());
            }
        }
        return range;
    }

    private static List<Curve> lines(CurveSpec curve) {
        List<Curve> lines = new ArrayList<>(List.of(curve.raw(), curve.line()));
        BandSpec band = curve.band();
        if (band != null) {
            lines.add(band.lower());
            lines.add(band.upper());
        }
        return lines;
    }
}
