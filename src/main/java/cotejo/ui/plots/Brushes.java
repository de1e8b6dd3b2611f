package cotejo.ui.plots;

import cotejo.chart.PanelSpec;
import cotejo.chart.plot.StrandHits;
import cotejo.query.ColumnRef;
import cotejo.ui.link.Linked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stretches of parallel axes that are brushed. They go with the selection they made: when that comes back, as by
/// undo, they come back with it.
///
/// @param panel the id of the panel with the axes
record Brushes(String panel, Map<ColumnRef, List<StrandHits.Stretch>> stretches) {

    /// What is brushed in a panel while this is selected.
    static Map<ColumnRef, List<StrandHits.Stretch>> in(Linked.Chosen chosen, PanelSpec panel) {
        return chosen.by() instanceof Brushes made && made.panel.equals(panel.id()) ? made.stretches : Map.of();
    }

    /// With another brush on an axis; no stretch takes its brush away.
    Brushes with(ColumnRef axis, List<StrandHits.Stretch> wanted) {
        Map<ColumnRef, List<StrandHits.Stretch>> next = new LinkedHashMap<>(stretches);
        if (wanted.isEmpty()) {
            next.remove(axis);
        } else {
            next.put(axis, List.copyOf(wanted));
        }
        return new Brushes(panel, next);
    }
}
