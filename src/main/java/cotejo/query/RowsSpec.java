package cotejo.query;

import java.util.BitSet;
import java.util.List;

/// What a run table shows, and how.
///
/// @param scope     the rows of the frame that belong in the table at all, such as those of one experiment
/// @param matching  the rows that pass the filter; those outside of the scope do not count
/// @param sort      the order of runs, and of siblings within a parent; may be empty
/// @param nesting   whether nested runs stand below their parents
/// @param groupBy   the columns to group by, the outermost first; may be empty
/// @param expansion what stands open
public record RowsSpec(BitSet scope, BitSet matching, List<SortKey> sort, Nesting nesting, List<ColumnRef> groupBy,
        Expansion expansion) {

    public enum Nesting {
        FLAT,
        TREE
    }

    public RowsSpec {
        scope = (BitSet) scope.clone();
        matching = (BitSet) matching.clone();
        sort = List.copyOf(sort);
        groupBy = List.copyOf(groupBy);
    }
}
