package cotejo.ui.runs;

import cotejo.query.ColumnRef;
import cotejo.query.RowsSpec.Nesting;
import cotejo.query.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything about the table that a saved view keeps.
///
/// @param columns   in order, without the name; empty as long as the columns are chosen by themselves
/// @param nameWidth of the column of names, which is always there
/// @param filter    the text of the filter in force
/// @param spare     whether columns that do not vary are left out
record TableState(List<ColumnSpec> columns, double nameWidth, List<SortKey> sort, String filter,
        List<ColumnRef> groupBy, Nesting nesting, Spare spare, ChartState chart) {

    enum Spare {
        SHOW_ALL,
        ONLY_VARYING
    }

    TableState {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
        groupBy = List.copyOf(groupBy);
    }

    /// Written out, because what Java makes for records is put together when first called, and that is while the first
    /// rows are waited for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableState that && nameWidth == that.nameWidth && nesting == that.nesting
                && spare == that.spare && columns.equals(that.columns) && sort.equals(that.sort)
                && filter.equals(that.filter) && groupBy.equals(that.groupBy) && chart.equals(that.chart);
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, sort, filter, groupBy);
    }

    static TableState plain() {
        return new TableState(List.of(), 280, List.of(), "", List.of(), Nesting.TREE, Spare.SHOW_ALL,
                ChartState.plain());
    }

    TableState withColumns(List<ColumnSpec> wanted) {
        return new TableState(wanted, nameWidth, sort, filter, groupBy, nesting, spare, chart);
    }

    TableState withNameWidth(double wanted) {
        return new TableState(columns, Math.max(120, Math.min(800, wanted)), sort, filter, groupBy, nesting, spare,
                chart);
    }

    TableState withSort(List<SortKey> wanted) {
        return new TableState(columns, nameWidth, wanted, filter, groupBy, nesting, spare, chart);
    }

    TableState withFilter(String wanted) {
        return new TableState(columns, nameWidth, sort, wanted, groupBy, nesting, spare, chart);
    }

    TableState withGroupBy(List<ColumnRef> wanted) {
        return new TableState(columns, nameWidth, sort, filter, wanted, nesting, spare, chart);
    }

    TableState withNesting(Nesting wanted) {
        return new TableState(columns, nameWidth, sort, filter, groupBy, wanted, spare, chart);
    }

    TableState withSpare(Spare wanted) {
        return new TableState(columns, nameWidth, sort, filter, groupBy, nesting, wanted, chart);
    }

    TableState withChart(ChartState wanted) {
        return new TableState(columns, nameWidth, sort, filter, groupBy, nesting, spare, wanted);
    }

    /// Whether the table is the same as that of another, whatever its charts are.
    boolean sameTable(TableState other) {
        return equals(other.withChart(chart));
    }

    /// The order after a click on a column's head: up, then down, then not at all. Other keys go.
    TableState sortedBy(ColumnRef column) {
        List<SortKey> next = turned(column);
        return withSort(next);
    }

    private List<SortKey> turned(ColumnRef column) {
        boolean alone = sort.size() == 1 && sort.getFirst().column().equals(column);
        if (!alone) {
            return List.of(SortKey.ascending(column));
        }
        return sort.getFirst().direction() == SortKey.Direction.ASC ? List.of(SortKey.descending(column)) : List.of();
    }

    /// The order after a click with shift: the column becomes the last key, or turns where it stands.
    TableState alsoSortedBy(ColumnRef column) {
        List<SortKey> keys = new ArrayList<>(sort);
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).column().equals(column)) {
                if (keys.get(i).direction() == SortKey.Direction.ASC) {
                    keys.set(i, SortKey.descending(column));
                } else {
                    keys.remove(i);
                }
                return withSort(keys);
            }
        }
        keys.add(SortKey.ascending(column));
        return withSort(keys);
    }
}
