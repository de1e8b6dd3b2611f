package cotejo.ui.curves;

import cotejo.chart.PanelSpec;
import cotejo.ui.link.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person made of the board that is there by itself. Immutable; kept with the view.
///
/// @param shown   which runs are drawn
/// @param look    how lines are drawn, unless a panel has it otherwise
/// @param panels  panels that were added or changed; one whose id is that of an automatic panel stands in its place
/// @param removed ids of automatic panels that were taken away
/// @param orders  ids in order, by section, where somebody moved a panel
/// @param spans   by id, for panels larger than one cell
/// @param limits  by id, for panels that do not show everything
/// @param folded  names of sections that are folded away
public record BoardSetup(Shown shown, Look look, PanelSize size, List<PanelSpec> panels, Set<String> removed,
        Map<String, List<String>> orders, Map<String, Span> spans, Map<String, Limits> limits, Set<String> folded) {

    /// Which runs are drawn.
    public enum Shown {
        /// The selected ones beside the table, all in the table where charts stand alone.
        BY_LAYOUT,
        SELECTED,
        /// All that pass the filter; selected ones stand out.
        TABLE
    }

    /// Under this id the limits in x are kept that all panels share.
    static final String ALL = "";

    public BoardSetup {
        panels = List.copyOf(panels);
        removed = Set.copyOf(removed);
        orders = Map.copyOf(orders);
        spans = Map.copyOf(spans);
        limits = Map.copyOf(limits);
        folded = Set.copyOf(folded);
    }

    /// The board as it is by itself.
    public static BoardSetup plain() {
        return new BoardSetup(Shown.BY_LAYOUT, Look.plain(), PanelSize.MEDIUM, List.of(), Set.of(), Map.of(), Map.of(),
                Map.of(), Set.of());
    }

    public BoardSetup withShown(Shown wanted) {
        return new BoardSetup(wanted, look, size, panels, removed, orders, spans, limits, folded);
    }

    public BoardSetup withLook(Look wanted) {
        return new BoardSetup(shown, wanted, size, panels, removed, orders, spans, limits, folded);
    }

    public BoardSetup withSize(PanelSize wanted) {
        return new BoardSetup(shown, look, wanted, panels, removed, orders, spans, limits, folded);
    }

    BoardSetup withLimits(String id, @Nullable Limits wanted) {
        Limits kept = wanted == null || wanted.isEmpty() ? null : wanted;
        return new BoardSetup(shown, look, size, panels, removed, orders, spans, put(limits, id, kept), folded);
    }

    BoardSetup withSpan(String id, Span wanted) {
        Map<String, Span> changed = put(spans, id, wanted.equals(Span.ONE) ? null : wanted);
        return new BoardSetup(shown, look, size, panels, removed, orders, changed, limits, folded);
    }

    BoardSetup withOrder(String section, List<String> ids) {
        return new BoardSetup(shown, look, size, panels, removed, put(orders, section, List.copyOf(ids)), spans,
                limits, folded);
    }

    BoardSetup withFolded(Set<String> wanted) {
        return new BoardSetup(shown, look, size, panels, removed, orders, spans, limits, wanted);
    }

    /// With an open section folded, or a folded one open.
    BoardSetup turned(String section) {
        Set<String> changed = new LinkedHashSet<>(folded);
        if (!changed.remove(section)) {
            changed.add(section);
        }
        return withFolded(changed);
    }

    /// With a panel in the place of the one with its id, or at the end.
    BoardSetup withPanel(PanelSpec panel) {
        List<PanelSpec> changed = new ArrayList<>(panels);
        changed.replaceAll(one -> one.id().equals(panel.id()) ? panel : one);
        if (!changed.contains(panel)) {
            changed.add(panel);
        }
        return new BoardSetup(shown, look, size, changed, removed, orders, spans, limits, folded);
    }

    /// With one more panel of each of these kinds, which finds by itself what it shows.
    public BoardSetup withOwn(List<PanelSpec.Kind> kinds) {
        BoardSetup more = this;
        for (PanelSpec.Kind kind : kinds) {
            more = more.withPanel(new PanelSpec(more.freshId(), kind, "", Map.of()));
        }
        return more;
    }

    /// Without a panel, whether it was added or is there by itself.
    BoardSetup without(Tile tile) {
        List<PanelSpec> changed = panels.stream().filter(one -> !one.id().equals(tile.id())).toList();
        Set<String> gone = new LinkedHashSet<>(removed);
        if (tile.automatic()) {
            gone.add(tile.id());
        }
        return new BoardSetup(shown, look, size, changed, gone, orders, put(spans, tile.id(), null),
                put(limits, tile.id(), null), folded);
    }

    /// As it is by itself again, but for how lines are drawn and which runs are.
    public BoardSetup arrangedByItself() {
        return new BoardSetup(shown, look, size, List.of(), Set.of(), Map.of(), Map.of(), Map.of(), Set.of());
    }

    /// Whether anything but the look was changed.
    boolean arranged() {
        return !equals(arrangedByItself());
    }

    @Nullable PanelSpec panel(String id) {
        return panels.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    /// An id that no panel has yet.
    String freshId() {
        int number = 1;
        while (panel(Tile.OWN + number) != null) {
            number++;
        }
        return Tile.OWN + number;
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, @Nullable V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }
}
