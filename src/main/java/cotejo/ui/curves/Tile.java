package cotejo.ui.curves;

import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.PlotKinds;
import cotejo.query.ColumnRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A panel in its place on the board.
///
/// @param title   what stands above it
/// @param section the section it stands in
record Tile(PanelSpec spec, String title, String section) {

    /// What ids of panels begin with that somebody added.
    static final String OWN = "own-";

    /// The option of a panel that says which section it stands in.
    static final String SECTION = "section";

    /// The section of panels that somebody added; its name cannot be that of a metric's prefix.
    static final String ADDED = "/";

    /// What a line panel shows.
    static final String Y = "y";

    /// The panel that a metric has by itself.
    static Tile of(String metric, String section) {
        PanelSpec spec = line(metric);
        return new Tile(spec, section.isEmpty() ? metric : metric.substring(section.length() + 1), section);
    }

    private static PanelSpec line(String metric) {
        String column = ColumnRef.metric(metric).text();
        return new PanelSpec(column, PanelSpec.Kind.LINE, "", Map.of(Y, column));
    }

    /// An automatic panel that somebody changed.
    Tile changed(PanelSpec other) {
        return new Tile(other, other.title().isEmpty() ? title : other.title(), other.option(SECTION, section));
    }

    /// A panel that somebody added.
    static Tile own(PanelSpec spec) {
        return new Tile(spec, title(spec), spec.option(SECTION, ADDED));
    }

    private static String title(PanelSpec spec) {
        if (!spec.title().isEmpty()) {
            return spec.title();
        }
        List<String> metrics = metrics(spec);
        return metrics.isEmpty() ? PlotKinds.label(spec.kind()) : String.join(", ", metrics);
    }

    /// The panel as it stands in another section.
    PanelSpec in(String other) {
        Map<String, String> options = new TreeMap<>(spec.options());
        options.put(SECTION, other);
        return new PanelSpec(spec.id(), spec.kind(), spec.title(), options);
    }

    /// What stands above it as a figure, where no section says the rest: the whole name of a metric.
    String wholeTitle() {
        return spec.title().isEmpty() ? metric().orElse(title) : spec.title();
    }

    String id() {
        return spec.id();
    }

    boolean automatic() {
        return !id().startsWith(OWN);
    }

    /// The metric a line panel shows; empty for other kinds, and where it shows none yet or several.
    Optional<String> metric() {
        List<String> metrics = metrics();
        return metrics.size() == 1 ? Optional.of(metrics.getFirst()) : Optional.empty();
    }

    /// The metrics a line panel shows, in order; none for other kinds.
    List<String> metrics() {
        return metrics(spec);
    }

    private static List<String> metrics(PanelSpec spec) {
        return spec.kind() == PanelSpec.Kind.LINE ? LineOptions.of(spec).metrics() : List.of();
    }

    /// Whether its name has some words, in lower case.
    boolean named(String words) {
        return title.toLowerCase(java.util.Locale.ROOT).contains(words)
                || metrics().stream().anyMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains(words));
    }
}
