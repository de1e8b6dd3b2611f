package cotejo.chart;

import cotejo.analysis.Curve;
import org.jspecify.annotations.Nullable;

/// One line of a chart.
///
/// @param key      which run it is
/// @param argb     its colour
/// @param raw      the stored points
/// @param smoothed the same points smoothed, drawn over a faint `raw`; null without smoothing
public record CurveSpec(long key, String name, int argb, Dash dash, Curve raw, @Nullable Curve smoothed) {

    /// The line that is drawn in full colour.
    public Curve line() {
        return smoothed == null ? raw : smoothed;
    }
}
