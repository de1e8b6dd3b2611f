package cotejo.chart.plot;

import cotejo.model.MetricStat;
import cotejo.query.ColumnRef;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.Locale;

/// What a column of the run table is called on an axis.
final class ColumnName {

    private ColumnName() {
    }

    static String of(ColumnRef ref) {
        return switch (ref) {
            // texts: runs.attribute.*
            case ColumnRef.Attribute a ->
                Texts.get("runs.attribute." + a.attribute().name().toLowerCase(Locale.ROOT));
            case ColumnRef.Param p -> p.key();
            case ColumnRef.Tag t -> t.key();
            case ColumnRef.Metric m when m.stat() == MetricStat.LAST -> m.key();
            // texts: runs.stat.*
            case ColumnRef.Metric m -> m.key() + " · " + Texts.get("runs.stat." + m.stat().name()
                    .toLowerCase(Locale.ROOT));
            case ColumnRef.MetricAt m -> m.key() + " · " + Texts.get("runs.stat.at", Figures.exact(m.step()));
        };
    }
}
