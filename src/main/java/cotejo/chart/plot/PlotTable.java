package cotejo.chart.plot;

import cotejo.chart.LineOptions.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What a chart of runs draws, as a table: a row for each point, bar, box, bin or cell that is seen.
public record PlotTable(List<String> headers, List<List<Item>> rows) {

    /// A cell.
    ///
    /// @param text   null for a number
    /// @param number NaN where there is none
    public record Item(@Nullable String text, double number) {

        static Item of(String text) {
            return new Item(text, Double.NaN);
        }

        static Item of(double number) {
            return new Item(null, number);
        }
    }

    public PlotTable {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /// A row a run: its id and name, what it has in some columns, and more.
    ///
    /// @param more what else a run has; as long as `others`
    static PlotTable ofRuns(PlotRuns runs, List<PlotColumn> columns, IntPredicate seen, List<String> others,
            IntFunction<List<Item>> more) {
        List<String> headers = new ArrayList<>(List.of("run", "name"));
        columns.forEach(column -> headers.add(column.ref().text()));
        headers.addAll(others);
        List<List<Item>> rows = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            if (seen.test(run)) {
                List<Item> row = new ArrayList<>(List.of(Item.of(runs.id(run)), Item.of(runs.name(run))));
                for (PlotColumn column : columns) {
                    row.add(column.numeric() || !column.has(run) ? Item.of(column.numeric() ? column.value(run)
                            : Double.NaN) : Item.of(column.text(run)));
                }
                row.addAll(more.apply(run));
                rows.add(List.copyOf(row));
            }
        }
        return new PlotTable(headers, rows);
    }

    /// Whether a value is between two ends, of which NaN is open.
    static boolean between(double value, double low, double high) {
        return !(value < low) && !(value > high);
    }

    static boolean seenX(Limits limits, double value) {
        return between(value, limits.xMin(), limits.xMax());
    }

    static boolean seenY(Limits limits, double value) {
        return between(value, limits.yMin(), limits.yMax());
    }
}
