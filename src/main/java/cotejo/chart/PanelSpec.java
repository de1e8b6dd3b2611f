package cotejo.chart;

import java.util.Map;
import java.util.TreeMap;

/// What a person asked one panel of the board to show, in words that can be kept in a saved view and given on a command
/// line. What an option means is said by the kind that has it; an option that is not there has its default.
///
/// @param id      its own name on its board, never shown
/// @param title   what stands above it; empty for the title it gets by itself
/// @param options such as `x` → `params.lr`, `y` → `metrics.val/loss`, `yScale` → `LOG`; columns of the run table are
///                written as operands of the filter language ([cotejo.query.ColumnRef#text])
public record PanelSpec(String id, Kind kind, String title, Map<String, String> options) {

    /// The kinds of chart there are.
    public enum Kind {
        LINE,
        BAR,
        SCATTER,
        PARALLEL,
        BOX,
        VIOLIN,
        HISTOGRAM,
        HEATMAP,
        PARETO,
        IMPORTANCE
    }

    public PanelSpec {
        options = Map.copyOf(options);
    }

    /// The option's value, or what is given where it has none.
    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /// The same panel with one option changed; an empty value takes the option away.
    public PanelSpec with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(options);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new PanelSpec(id, kind, title, changed);
    }
}
