package cotejo.query;

import java.util.List;
import java.util.stream.IntStream;

/// One line of the run table.
public sealed interface RunRow {

    /// How far it is indented, from 0.
    int depth();

    /// Whether what belongs below it is shown.
    boolean expanded();

    /// A run.
    ///
    /// @param row         its row in the frame
    /// @param hasChildren whether runs nested in it are among those that can be shown
    /// @param matches     whether it passed the filter itself, rather than standing here for a run below it
    record Leaf(int row, int depth, boolean hasChildren, boolean expanded, boolean matches) implements RunRow {
    }

    /// A group of runs.
    ///
    /// @param path    the values its runs share, the outermost grouping first
    /// @param members its runs and their numbers
    record Group(List<GroupPart> path, int depth, boolean expanded, Members members) implements RunRow {

        /// How many runs are in it.
        public int n() {
            return members.n();
        }
    }

    /// The runs of a group.
    interface Members {

        int n();

        /// Their rows in the frame, in the table's order.
        IntStream rows();

        /// The numbers of a column over the group; params and tags count where they are numbers.
        Spread spread(ColumnRef column);
    }
}
