package cotejo.query;

import cotejo.model.Run;
import cotejo.model.RunFrame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which run of a frame is nested in which. A parent is looked for among the runs of the same source; one that is not
/// there makes its child a root. Where runs are each other's parents in a circle, one link of it is cut, so that every
/// run hangs from some root.
public final class RunTree {

    private record Id(long source, String id) {
    }

    private final int[] parents;
    private final boolean nested;

    private RunTree(int[] parents, boolean nested) {
        this.parents = parents;
        this.nested = nested;
    }

    public static RunTree of(RunFrame frame) {
        Map<Id, Integer> wanted = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            @Nullable String parent = frame.run(row).parentId();
            if (parent != null) {
                wanted.put(new Id(frame.run(row).sourceKey(), parent), -1);
            }
        }
        int[] parents = new int[frame.size()];
        Arrays.fill(parents, -1);
        if (wanted.isEmpty()) {
            return new RunTree(parents, false);
        }
        for (int row = frame.size() - 1; row >= 0; row--) {
            int found = row;
            Run run = frame.run(row);
            wanted.computeIfPresent(new Id(run.sourceKey(), run.id()), (id, before) -> found);
        }
        for (int row = 0; row < frame.size(); row++) {
            Run run = frame.run(row);
            if (run.parentId() != null) {
                parents[row] = wanted.getOrDefault(new Id(run.sourceKey(), run.parentId()), -1);
            }
        }
        cutCircles(parents);
        return new RunTree(parents, true);
    }

    /// Walks up from every row, stamping what it passes; meeting its own stamp is a circle.
    private static void cutCircles(int[] parents) {
        int[] stamps = new int[parents.length];
        for (int row = 0; row < parents.length; row++) {
            int at = row;
            while (at >= 0 && stamps[at] == 0) {
                stamps[at] = row + 1;
                int up = parents[at];
                if (up >= 0 && stamps[up] == row + 1) {
                    parents[at] = -1;
                }
                at = parents[at];
            }
        }
    }

    /// The row of the parent, or -1 for a root.
    public int parent(int row) {
        return parents[row];
    }

    /// Whether any run has a parent recorded.
    public boolean nested() {
        return nested;
    }
}
