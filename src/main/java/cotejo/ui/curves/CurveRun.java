package cotejo.ui.curves;

import cotejo.chart.RunColors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A run whose curves are shown.
///
/// @param key        what the store calls it
/// @param id         its own id, from which its colour comes
/// @param label      what a legend calls it: the params it differs in from the others that are shown, or its name
/// @param slot       its colour and dash ([RunColors])
/// @param metricKeys the metrics it has
public record CurveRun(long key, String id, String name, String label, int slot,
        Set<String> metricKeys) {

    public CurveRun {
        metricKeys = Set.copyOf(metricKeys);
    }

    /// A run that legends call by its name.
    public CurveRun(long key, String id, String name, int slot, Set<String> metricKeys) {
        this(key, id, name, name, slot, metricKeys);
    }

    /// A run in the colour that its id gives it.
    public static CurveRun of(long key, String id, String name, Set<String> metricKeys) {
        return new CurveRun(key, id, name, name, RunColors.slot(id), metricKeys);
    }

    /// The run under another name in legends.
    public CurveRun labelled(String other) {
        return new CurveRun(key, id, name, other, slot, metricKeys);
    }

    /// The runs so that no two look the same, as far as dashes go round. Who was shown already keeps what it has, so
    /// that no line changes because another came; of the new ones the first keeps what its id gives it.
    public static List<CurveRun> apart(List<CurveRun> runs, List<CurveRun> before) {
        Map<Long, Integer> kept = new HashMap<>();
        before.forEach(run -> kept.put(run.key(), run.slot()));
        Set<Integer> taken = new HashSet<>();
        for (CurveRun run : runs) {
            if (kept.containsKey(run.key())) {
                taken.add(kept.get(run.key()));
            }
        }
        List<CurveRun> apart = new ArrayList<>();
        for (CurveRun run : runs) {
            Integer slot = kept.get(run.key());
            CurveRun shown = run.in(slot != null ? slot : RunColors.free(run.slot(), taken));
            taken.add(shown.slot());
            apart.add(shown);
        }
        return apart;
    }

    private CurveRun in(int other) {
        return new CurveRun(key, id, name, label, other, metricKeys);
    }
}
