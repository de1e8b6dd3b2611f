package cotejo.ui.runs;

import cotejo.model.MetricStat;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.Locale;

/// What stands in a column's head.
///
/// @param title  the key or the attribute's name
/// @param detail which number of a metric it is, such as `min`; empty where that goes without saying
record ColumnHead(String title, String detail) {

    static ColumnHead of(ColumnSpec spec) {
        return switch (spec.ref()) {
            case ColumnRef.Attribute a -> new ColumnHead(attribute(a.attribute()), "");
            case ColumnRef.Param p -> new ColumnHead(p.key(), "");
            case ColumnRef.Tag t -> new ColumnHead(tag(t.key()), "");
            case ColumnRef.Metric m when spec.look() == ColumnSpec.Look.CURVE -> new ColumnHead(m.key(), "");
            case ColumnRef.Metric m -> new ColumnHead(m.key(), m.stat() == MetricStat.LAST ? "" : stat(m.stat()));
            case ColumnRef.MetricAt m -> new ColumnHead(m.key(), Texts.get("runs.stat.at", Figures.exact(m.step())));
        };
    }

    static ColumnHead of(ColumnRef ref) {
        return of(ColumnSpec.of(ref));
    }

    /// Title and detail in one.
    String text() {
        return detail.isEmpty() ? title : title + " · " + detail;
    }

    static String stat(MetricStat stat) {
        // texts: runs.stat.*
        return Texts.get("runs.stat." + stat.name().toLowerCase(Locale.ROOT));
    }

    private static String attribute(RunAttribute attribute) {
        // texts: runs.attribute.*
        return Texts.get("runs.attribute." + attribute.name().toLowerCase(Locale.ROOT));
    }

    /// Two of MLflow's tags are attributes to everybody who reads a table.
    private static String tag(String key) {
        return switch (key) {
            case GridColumn.COMMIT_TAG -> Texts.get("runs.attribute.commit");
            case GridColumn.SOURCE_TAG -> Texts.get("runs.attribute.source");
            default -> key;
        };
    }
}
