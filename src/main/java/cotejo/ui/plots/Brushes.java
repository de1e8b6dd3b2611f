package cotejo.ui.plots;

import cotejo.chart.plot.StrandHits;
import cotejo.query.ColumnRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The stretches of parallel axes that are brushed, and those that were: when a selection they made comes back, as by
/// undo, they come back with it.
final class Brushes {

    /// As many as can be taken back.
    private static final int REMEMBERED = 200;

    private final Map<Set<Long>, Map<ColumnRef, List<StrandHits.Stretch>>> before = new LinkedHashMap<>();
    private Map<ColumnRef, List<StrandHits.Stretch>> now = Map.of();

    /// What is brushed now; not to be changed.
    Map<ColumnRef, List<StrandHits.Stretch>> now() {
        return now;
    }

    void clear() {
        now = Map.of();
    }

    /// Brushes an axis; no stretch takes its brush away.
    void put(ColumnRef axis, List<StrandHits.Stretch> stretches) {
        Map<ColumnRef, List<StrandHits.Stretch>> next = new LinkedHashMap<>(now);
        if (stretches.isEmpty()) {
            next.remove(axis);
        } else {
            next.put(axis, List.copyOf(stretches));
        }
        now = next;
    }

    /// These runs are what is brushed now.
    void made(Set<Long> keys) {
        before.remove(keys);
        if (!now.isEmpty() && !keys.isEmpty()) {
            before.put(keys, now);
            if (before.size() > REMEMBERED) {
                before.remove(before.keySet().iterator().next());
            }
        }
    }

    /// Other runs are selected now, and not by a brush.
    ///
    /// @param holds whether stretches would still select just these
    void selected(Set<Long> keys, Predicate<Map<ColumnRef, List<StrandHits.Stretch>>> holds) {
        Map<ColumnRef, List<StrandHits.Stretch>> back = before.getOrDefault(keys, Map.of());
        now = !back.isEmpty() && holds.test(back) ? back : Map.of();
    }
}
