package cotejo.ui.runs;

import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.ColumnValues;
import cotejo.query.Expansion;
import cotejo.query.Filter;
import cotejo.query.RowPredicate;
import cotejo.query.RowsSpec;
import cotejo.query.RowsSpec.Nesting;
import cotejo.query.RunRow;
import cotejo.query.RunRows;
import cotejo.query.RunTree;
import cotejo.query.SeriesAt;
import cotejo.query.Spread;
import cotejo.query.Varying;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the table shows, computed at once behind the window. Immutable.
///
/// @param scope    the rows of the frame that belong in the table
/// @param matching those of them that pass the filter
/// @param inScope  how many belong in it
/// @param chosen   the columns, also those left out because they do not vary
/// @param columns  the columns shown, pinned ones first
/// @param spreads  by line of a group and number of a shown column, for numeric columns
/// @param tree     of the frame
/// @param nesting  a tree only where there is one
/// @param grouped  whether there are lines of groups
/// @param gaveUp   whether a regular expression was too hard for some value
/// @param expansion what is open, as asked for or as a table of this size begins
record Listing(RunFrame frame, BitSet scope, BitSet matching, int inScope, RunRows rows, List<ColumnSpec> chosen,
        List<GridColumn> columns, Map<Integer, Spread[]> spreads, RunTree tree, Nesting nesting, boolean grouped,
        boolean gaveUp, Expansion expansion) {

    private static final int OPEN_UP_TO = 500;

    /// More groups than this have their numbers computed when they come into sight.
    private static final int GROUPS = 5000;

    /// What is asked for.
    ///
    /// @param expansion null where nobody has opened or closed anything yet
    record Ask(RunFrame frame, Scope scope, TableState state, @Nullable Expansion expansion,
            @Nullable RunTree knownTree) {
    }

    /// Those of these runs that are in the table, be it in a closed group or tree.
    Set<Long> among(Set<Long> keys) {
        Set<Long> found = new HashSet<>();
        for (long key : keys) {
            int row = frame.row(key);
            if (row >= 0 && matching.get(row)) {
                found.add(key);
            }
        }
        // Ancestors of runs that match are in sight as well.
        for (int line = 0; line < rows.size() && found.size() < keys.size(); line++) {
            long key = keyAt(line);
            if (keys.contains(key)) {
                found.add(key);
            }
        }
        return found;
    }

    /// These runs in the order of the lines; those without a line behind them, the first written first.
    List<Long> ordered(Set<Long> keys) {
        Set<Long> ordered = new LinkedHashSet<>();
        for (int line = 0; line < rows.size() && ordered.size() < keys.size(); line++) {
            long key = keyAt(line);
            if (keys.contains(key)) {
                ordered.add(key);
            }
        }
        keys.stream().sorted().forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /// What lets a run pass by what it has in a column: `column = value`, or `IS NULL` where it has none. A value at a
    /// step may have to be read first.
    String condition(ColumnRef column, int row, SeriesAt series) {
        ColumnValues values = ColumnValues.of(column, frame, series);
        String value = values.has(row) ? values.text(row) : null;
        return value == null ? column.text() + " IS NULL" : Filter.add("", column, value);
    }

    static Listing empty() {
        return new Listing(RunFrame.empty(), new BitSet(), new BitSet(), 0, RunRows.empty(), List.of(), List.of(),
                Map.of(), RunTree.of(RunFrame.empty()), Nesting.FLAT, false, false, Expansion.closed());
    }

    /// @throws cotejo.work.CancelledException when cancelled
    static Listing of(Ask ask, SeriesAt series, SmallSeries points, Cancel cancel) {
        RunFrame frame = ask.frame();
        BitSet scope = ask.scope().rows(frame);
        cancel.check();
        Filter filter = Filter.parse(ask.state().filter()) instanceof Filter good ? good : Filter.all();
        RowPredicate predicate = filter.compile(frame, series);
        BitSet matching = matching(predicate, scope, filter, cancel);
        RunTree tree = ask.knownTree() != null ? ask.knownTree() : RunTree.of(frame);
        Expansion expansion = ask.expansion() != null ? ask.expansion() : atFirst(scope.cardinality());
        RowsSpec spec = new RowsSpec(scope, matching, ask.state().sort(), ask.state().nesting(),
                ask.state().groupBy(), expansion);
        RunRows rows = RunRows.of(frame, tree, spec, series, cancel);
        List<ColumnSpec> chosen = ask.state().columns().isEmpty()
                ? AutomaticColumns.of(frame, scope, cancel) : ask.state().columns();
        List<GridColumn> columns = columns(chosen, ask.state(), frame, matching, series, points);
        return new Listing(frame, scope, matching, scope.cardinality(), rows, chosen, columns,
                spreads(rows, columns, cancel), tree, tree.nested() ? ask.state().nesting() : Nesting.FLAT,
                !ask.state().groupBy().isEmpty(), predicate.gaveUp(), expansion);
    }

    /// Small tables begin with the runs below others in sight.
    private static Expansion atFirst(int runs) {
        return runs <= OPEN_UP_TO ? Expansion.openTree() : Expansion.closed();
    }

    private static BitSet matching(RowPredicate predicate, BitSet scope, Filter filter, Cancel cancel) {
        if (filter.isEmpty()) {
            return scope;
        }
        BitSet matching = new BitSet();
        for (int row = scope.nextSetBit(0); row >= 0; row = scope.nextSetBit(row + 1)) {
            if (row % 1024 == 0) {
                cancel.check();
            }
            if (predicate.test(row)) {
                matching.set(row);
            }
        }
        return matching;
    }

    private static List<GridColumn> columns(List<ColumnSpec> chosen, TableState state, RunFrame frame, BitSet matching,
            SeriesAt series, SmallSeries points) {
        boolean spare = state.spare() == TableState.Spare.ONLY_VARYING && matching.cardinality() > 1;
        List<ColumnSpec> shown = new ArrayList<>();
        for (ColumnSpec spec : chosen) {
            boolean lazy = spec.ref() instanceof ColumnRef.MetricAt;
            if (!spare || lazy || Varying.varies(spec.ref(), frame, matching, series)) {
                shown.add(spec);
            }
        }
        List<GridColumn> columns = new ArrayList<>();
        shown.stream().filter(ColumnSpec::pinned).forEach(s -> columns.add(GridColumn.of(s, frame, points)));
        shown.stream().filter(s -> !s.pinned()).forEach(s -> columns.add(GridColumn.of(s, frame, points)));
        return List.copyOf(columns);
    }

    private static Map<Integer, Spread[]> spreads(RunRows rows, List<GridColumn> columns, Cancel cancel) {
        Map<Integer, Spread[]> spreads = new HashMap<>();
        for (int line = 0; line < rows.size() && spreads.size() < GROUPS; line++) {
            if (rows.frameRow(line) < 0 && rows.get(line) instanceof RunRow.Group group) {
                cancel.check();
                spreads.put(line, spreads(group, columns));
            }
        }
        return spreads;
    }

    static Spread[] spreads(RunRow.Group group, List<GridColumn> columns) {
        Spread[] found = new Spread[columns.size()];
        for (int i = 0; i < found.length; i++) {
            ColumnRef ref = columns.get(i).ref();
            boolean counted = ref instanceof ColumnRef.Metric || ref instanceof ColumnRef.Param
                    || ref.numeric() && !(ref instanceof ColumnRef.MetricAt);
            found[i] = counted && !columns.get(i).curve() ? group.members().spread(ref)
                    : new Spread(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return found;
    }

    /// The numbers of the group on a line, one per shown column.
    Spread[] spreadsAt(int line, RunRow.Group group) {
        Spread[] known = spreads.get(line);
        return known != null ? known : spreads(group, columns);
    }

    /// The key of the run on a line, or -1 when a group stands there.
    long keyAt(int line) {
        int row = rows.frameRow(line);
        return row < 0 ? -1 : frame.run(row).key();
    }

    /// How many chosen columns are left out because they do not vary.
    int leftOut() {
        return chosen.size() - columns.size();
    }
}
