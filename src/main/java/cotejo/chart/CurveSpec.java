package cotejo.chart;

import cotejo.analysis.Curve;
import org.jspecify.annotations.Nullable;

/// One line of a chart.
///
/// @param key      which run it is, or which group
/// @param argb     its colour
/// @param marker   drawn here and there along the line
/// @param raw      the stored points
/// @param smoothed the same points smoothed, drawn over a faint `raw`; null without smoothing
/// @param band     drawn behind the line; null without
public record CurveSpec(long key, String name, int argb, Dash dash, Marker marker, Role role, Curve raw,
        @Nullable Curve smoothed, @Nullable BandSpec band) {

    /// What a line is for.
    public enum Role {
        /// To be read; it stands in the legend.
        LINE,
        /// A member of a group: thin and faint behind the others, named by none.
        MEMBER
    }

    /// A run's line.
    public CurveSpec(long key, String name, int argb, Dash dash, Curve raw, @Nullable Curve smoothed) {
        this(key, name, argb, dash, Marker.CIRCLE, Role.LINE, raw, smoothed, null);
    }

    /// The line that is drawn in full colour.
    public Curve line() {
        return smoothed == null ? raw : smoothed;
    }
}
