package cotejo.query;

import cotejo.model.RunFrame;
import cotejo.query.RowsSpec.Nesting;
import cotejo.query.RunRows.Slice;
import cotejo.query.SortKey.Direction;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Computes [RunRows]: sorts, groups, links children to parents, and writes down what stands open.
final class RunRowsBuilder {

    private final RunFrame frame;
    private final RunTree tree;
    private final RowsSpec spec;
    private final SeriesAt series;
    private final Cancel cancel;
    private final BitSet matching;
    private final RunRows rows;
    private final List<Slice> slices = new ArrayList<>();
    private int[] sorted = new int[0];
    /// First child, last child and next sibling by row; only filled for a tree.
    private int[] child = new int[0];
    private int[] last = new int[0];
    private int[] next = new int[0];
    /// Which part of the sorted rows a row was last seen in, so that children stay in the group of their parent.
    private int[] partOf = new int[0];
    private int part;

    RunRowsBuilder(RunFrame frame, RunTree tree, RowsSpec spec, SeriesAt series, Cancel cancel) {
        this.frame = frame;
        this.tree = tree;
        this.spec = spec;
        this.series = series;
        this.cancel = cancel;
        this.matching = (BitSet) spec.matching().clone();
        this.matching.and(spec.scope());
        this.rows = new RunRows(frame, series, matching.cardinality());
    }

    RunRows build() {
        boolean nested = spec.nesting() == Nesting.TREE && tree.nested();
        BitSet included = nested && spec.groupBy().isEmpty() ? withAncestors() : matching;
        cancel.check();
        sorted = RunOrder.sort(frame, included, spec.sort(), series);
        cancel.check();
        if (nested) {
            child = filled();
            last = filled();
            next = filled();
            partOf = filled();
        }
        if (spec.groupBy().isEmpty()) {
            runs(0, sorted.length, 0, nested);
        } else {
            group(0, sorted.length, List.of(), nested);
        }
        rows.groups(slices);
        return rows;
    }

    private int[] filled() {
        int[] array = new int[frame.size()];
        Arrays.fill(array, -1);
        return array;
    }

    private BitSet withAncestors() {
        BitSet all = (BitSet) matching.clone();
        for (int row = matching.nextSetBit(0); row >= 0; row = matching.nextSetBit(row + 1)) {
            int up = tree.parent(row);
            while (up >= 0 && spec.scope().get(up) && !all.get(up)) {
                all.set(up);
                up = tree.parent(up);
            }
        }
        return all;
    }

    /// Adds the runs of a part of the sorted rows.
    private void runs(int from, int to, int depth, boolean nested) {
        if (!nested) {
            for (int i = from; i < to; i++) {
                rows.addRun(sorted[i], depth, false, false, true);
            }
            return;
        }
        part++;
        for (int i = from; i < to; i++) {
            partOf[sorted[i]] = part;
        }
        int first = -1;
        int lastRoot = -1;
        for (int i = from; i < to; i++) {
            int row = sorted[i];
            int parent = tree.parent(row);
            if (parent >= 0 && partOf[parent] == part) {
                hang(row, parent);
            } else {
                if (lastRoot >= 0) {
                    next[lastRoot] = row;
                } else {
                    first = row;
                }
                lastRoot = row;
            }
        }
        walk(first, depth);
    }

    private void hang(int row, int parent) {
        if (child[parent] < 0) {
            child[parent] = row;
        } else {
            next[last[parent]] = row;
        }
        last[parent] = row;
    }

    /// Goes through siblings and what is open below them, without recursion: runs may be nested very deep.
    private void walk(int first, int depth) {
        int[] path = new int[16];
        int level = 0;
        int row = first;
        while (row >= 0 || level > 0) {
            if (row < 0) {
                level--;
                row = next[path[level]];
                continue;
            }
            boolean matches = matching.get(row);
            boolean open = child[row] >= 0 && spec.expansion().showsBelow(frame.run(row).key(), matches);
            rows.addRun(row, depth + level, child[row] >= 0, open, matches);
            if (open) {
                if (level == path.length) {
                    path = Arrays.copyOf(path, level * 2);
                }
                path[level] = row;
                level++;
                row = child[row];
            } else {
                row = next[row];
            }
        }
    }

    private void group(int from, int to, List<GroupPart> path, boolean nested) {
        cancel.check();
        int level = path.size();
        if (level == spec.groupBy().size()) {
            runs(from, to, level, nested);
            return;
        }
        for (Slice slice : slices(from, to, path)) {
            boolean open = spec.expansion().showsBelow(slice.path());
            rows.addGroup(slices.size(), level, open);
            slices.add(slice);
            if (open) {
                group(slice.from(), slice.to(), slice.path(), nested);
            }
        }
    }

    /// Splits a part of the sorted rows by the next grouping column, keeping the order of runs within each group.
    private List<Slice> slices(int from, int to, List<GroupPart> path) {
        ColumnRef column = spec.groupBy().get(path.size());
        Map<@Nullable String, List<Integer>> buckets = new HashMap<>();
        Cells cells = rows.cells(column);
        for (int i = from; i < to; i++) {
            @Nullable String value = cells.text(sorted[i]);
            String label = value == null || (value.isEmpty() && cells instanceof Cells.Attributes) ? null : value;
            buckets.computeIfAbsent(label, any -> new ArrayList<>()).add(sorted[i]);
        }
        List<Slice> found = new ArrayList<>();
        buckets.forEach((label, members) -> {
            List<GroupPart> deeper = new ArrayList<>(path);
            deeper.add(new GroupPart(column, label));
            int[] own = members.stream().mapToInt(Integer::intValue).toArray();
            found.add(new Slice(List.copyOf(deeper), own, 0, own.length));
        });
        found.sort(order(column));
        List<Slice> placed = new ArrayList<>();
        int at = from;
        for (Slice slice : found) {
            System.arraycopy(slice.sorted(), 0, sorted, at, slice.to());
            placed.add(new Slice(slice.path(), sorted, at, at + slice.to()));
            at += slice.to();
        }
        return placed;
    }

    private Comparator<Slice> order(ColumnRef column) {
        Comparator<Slice> byValue = byValue(Direction.ASC);
        for (SortKey key : spec.sort()) {
            if (key.column().equals(column)) {
                return byValue(key.direction());
            }
        }
        if (spec.sort().isEmpty() || !spec.sort().getFirst().column().numeric()) {
            return byValue;
        }
        SortKey key = spec.sort().getFirst();
        Map<Slice, Long> ranks = new IdentityHashMap<>();
        return Comparator.comparing((Slice slice) -> ranks.computeIfAbsent(slice,
                s -> RunOrder.rank(rows.spread(s, key.column()).mean(), key.direction()))).thenComparing(byValue);
    }

    private static Comparator<Slice> byValue(Direction direction) {
        return (a, b) -> TextOrder.compare(a.path().getLast().value(), b.path().getLast().value(), direction);
    }
}
