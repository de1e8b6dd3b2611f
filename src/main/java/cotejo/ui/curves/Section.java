package cotejo.ui.curves;

import cotejo.chart.PanelSpec;
import cotejo.model.NaturalOrder;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Panels that stand together: those of metrics that share what stands before their first `/`, or those that were
/// added.
///
/// @param name empty for metrics without a prefix
record Section(String name, List<Tile> tiles) {

    /// Sections by name, added panels and the one without a name first; metrics by name, so that `layer2` stands
    /// before `layer10`, unless somebody moved them.
    static List<Section> of(Collection<String> metrics, BoardSetup setup, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        Map<String, PanelSpec> changed = new HashMap<>();
        setup.panels().forEach(panel -> changed.put(panel.id(), panel));
        Map<String, List<Tile>> bySection = new TreeMap<>(Section::inOrder);
        for (String metric : metrics) {
            int slash = metric.indexOf('/');
            Tile tile = Tile.of(metric, slash > 0 ? metric.substring(0, slash) : "");
            PanelSpec other = changed.get(tile.id());
            put(other == null ? tile : tile.changed(other), setup, wanted, bySection);
        }
        setup.panels().stream().filter(panel -> panel.id().startsWith(Tile.OWN))
                .forEach(panel -> put(Tile.own(panel), setup, wanted, bySection));
        List<Section> result = new ArrayList<>();
        bySection.forEach((name, found) -> result.add(new Section(name, arranged(name, found, setup))));
        return result;
    }

    private static void put(Tile tile, BoardSetup setup, String wanted, Map<String, List<Tile>> bySection) {
        if (!setup.removed().contains(tile.id()) && tile.named(wanted)) {
            bySection.computeIfAbsent(tile.section(), any -> new ArrayList<>()).add(tile);
        }
    }

    private static List<Tile> arranged(String name, List<Tile> found, BoardSetup setup) {
        List<Tile> tiles = new ArrayList<>(found);
        if (!name.equals(Tile.ADDED)) {
            tiles.sort((a, b) -> compare(a.title(), b.title()));
        }
        List<String> order = setup.orders().getOrDefault(name, List.of());
        if (!order.isEmpty()) {
            Map<String, Integer> places = new HashMap<>();
            order.forEach(id -> places.put(id, places.size()));
            tiles.sort(Comparator.comparingInt(tile -> places.getOrDefault(tile.id(), Integer.MAX_VALUE)));
        }
        return List.copyOf(tiles);
    }

    private static int inOrder(String a, String b) {
        boolean ownA = a.equals(Tile.ADDED);
        boolean ownB = b.equals(Tile.ADDED);
        return ownA || ownB ? Boolean.compare(ownB, ownA) : compare(a, b);
    }

    /// What stands above it.
    String title() {
        return name.isEmpty() ? Texts.get("curves.section.plain")
                : name.equals(Tile.ADDED) ? Texts.get("curves.section.added") : name;
    }

    List<String> ids() {
        return tiles.stream().map(Tile::id).toList();
    }

    /// By name, with numbers inside by their value.
    static int compare(String a, String b) {
        return NaturalOrder.INSTANCE.compare(a, b);
    }
}
