package cotejo.command;

import cotejo.chart.PanelSpec;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.PlotOption;
import cotejo.model.MetricColumn;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds columns of a chart that no run has a value in: a name that was mistyped would make an empty chart, or one
/// group of all runs.
final class ChartColumns {

    private ChartColumns() {
    }

    /// @throws Refusal naming the first such column
    static void check(PanelSpec panel, RunFrame frame, int[] rows) {
        named(panel).filter(column -> Arrays.stream(rows).noneMatch(row -> has(column, frame, row))).findFirst()
                .ifPresent(column -> {
                    throw Refusal.unreadable(Texts.get("command.chart.noColumn", column.text()));
                });
    }

    /// Metrics of lines are looked at when their points are read.
    private static Stream<ColumnRef> named(PanelSpec panel) {
        if (panel.kind() == PanelSpec.Kind.LINE) {
            return Stream.concat(panel.option("x", "").lines(), panel.option("group", "").lines())
                    .map(ColumnRef::parse).filter(Objects::nonNull)
                    .filter(column -> !(column instanceof ColumnRef.Attribute));
        }
        return PlotKinds.options(panel.kind()).stream().flatMap(option -> columns(option, panel).stream());
    }

    private static List<ColumnRef> columns(PlotOption option, PanelSpec panel) {
        return switch (option.type()) {
            case COLUMN, COLUMNS -> PlotKinds.columns(panel.option(option.name(), ""));
            case CHOICE, NUMBER -> List.of();
        };
    }

    private static boolean has(ColumnRef column, RunFrame frame, int row) {
        return switch (column) {
            case ColumnRef.Attribute _ -> true;
            case ColumnRef.Param(String key) -> has(frame.param(key), row);
            case ColumnRef.Tag(String key) -> has(frame.tag(key), row);
            case ColumnRef.Metric metric -> has(frame.metric(metric.key()), row);
            case ColumnRef.MetricAt at -> has(frame.metric(at.key()), row);
        };
    }

    private static boolean has(@Nullable TextColumn column, int row) {
        return column != null && column.value(row) != null;
    }

    private static boolean has(@Nullable MetricColumn column, int row) {
        return column != null && column.has(row);
    }
}
