package cotejo.ui.curves;

import cotejo.chart.RunColors;
import java.util.Set;

/// A run whose curves are shown.
///
/// @param key        what the store calls it
/// @param id         its own id, from which its colour comes
/// @param slot       its colour and dash ([RunColors])
/// @param metricKeys the metrics it has
public record CurveRun(long key, String id, String name, int slot, Set<String> metricKeys) {

    public CurveRun {
        metricKeys = Set.copyOf(metricKeys);
    }

    /// A run in the colour that its id gives it.
    public static CurveRun of(long key, String id, String name, Set<String> metricKeys) {
        return new CurveRun(key, id, name, RunColors.slot(id), metricKeys);
    }
}
