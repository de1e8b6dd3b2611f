package cotejo.query;

import cotejo.model.RunFrame;
import cotejo.work.Cancel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The lines of a run table, computed at once and held as numbers; [RunRow] objects are made when asked for. Immutable.
///
/// In a tree, a run that passes the filter brings its ancestors within the scope along, marked as not matching. With
/// grouping only runs that pass are shown, and a run stands below its parent where both are in the same group. Groups
/// follow the order given for their column; else, when the first sort key is numeric, the mean of that column; else
/// their values.
public final class RunRows {

    private static final int CHILDREN = 1;
    private static final int EXPANDED = 2;
    private static final int MATCHES = 4;

    private final RunFrame frame;
    private final SeriesAt series;
    private final Map<ColumnRef, Cells> cells = new ConcurrentHashMap<>();
    private final int matching;
    private int[] refs = new int[64];
    private int[] depths = new int[64];
    private byte[] flags = new byte[64];
    private List<Slice> slices = List.of();
    private int size;

    /// A group: part of the sorted rows.
    record Slice(List<GroupPart> path, int[] sorted, int from, int to) {
    }

    RunRows(RunFrame frame, SeriesAt series, int matching) {
        this.frame = frame;
        this.series = series;
        this.matching = matching;
    }

    /// Computes the lines.
    ///
    /// @param tree of the same frame
    /// @throws cotejo.work.CancelledException when cancelled
    public static RunRows of(RunFrame frame, RunTree tree, RowsSpec spec, SeriesAt series, Cancel cancel) {
        return new RunRowsBuilder(frame, tree, spec, series, cancel).build();
    }

    /// No lines at all.
    public static RunRows empty() {
        return new RunRows(RunFrame.empty(), SeriesAt.none(), 0);
    }

    /// How many lines there are.
    public int size() {
        return size;
    }

    /// How many runs pass the filter, shown or folded away.
    public int matching() {
        return matching;
    }

    /// The line at an index from 0 to [#size] - 1.
    public RunRow get(int index) {
        boolean expanded = (flags[index] & EXPANDED) != 0;
        if (refs[index] < 0) {
            Slice slice = slices.get(~refs[index]);
            return new RunRow.Group(slice.path(), depths[index], expanded, new SliceMembers(slice));
        }
        return new RunRow.Leaf(refs[index], depths[index], (flags[index] & CHILDREN) != 0, expanded,
                (flags[index] & MATCHES) != 0);
    }

    /// The frame's row of the run on a line, or -1 when a group stands there. Makes no object.
    public int frameRow(int index) {
        return Math.max(-1, refs[index]);
    }

    /// The line on which a run stands, by its key, or -1 when it is not shown.
    public int indexOf(long runKey) {
        int row = frame.row(runKey);
        for (int index = 0; row >= 0 && index < size; index++) {
            if (refs[index] == row) {
                return index;
            }
        }
        return -1;
    }

    void groups(List<Slice> all) {
        slices = all;
    }

    void addGroup(int number, int depth, boolean expanded) {
        add(~number, depth, expanded ? EXPANDED : 0);
    }

    void addRun(int row, int depth, boolean children, boolean expanded, boolean matches) {
        add(row, depth, (children ? CHILDREN : 0) | (expanded ? EXPANDED : 0) | (matches ? MATCHES : 0));
    }

    private void add(int ref, int depth, int flag) {
        if (size == refs.length) {
            refs = Arrays.copyOf(refs, size * 2);
            depths = Arrays.copyOf(depths, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
        refs[size] = ref;
        depths[size] = depth;
        flags[size] = (byte) flag;
        size++;
    }

    Cells cells(ColumnRef column) {
        return cells.computeIfAbsent(column, ref -> Cells.of(ref, frame, series));
    }

    Spread spread(Slice slice, ColumnRef column) {
        Cells values = cells(column);
        double[] numbers = new double[slice.to() - slice.from()];
        int n = 0;
        for (int i = slice.from(); i < slice.to(); i++) {
            double number = values.number(slice.sorted()[i]);
            if (!Double.isNaN(number)) {
                numbers[n++] = number;
            }
        }
        return Spread.of(numbers, n);
    }

    private final class SliceMembers implements RunRow.Members {
        private final Slice slice;

        SliceMembers(Slice slice) {
            this.slice = slice;
        }

        @Override
        public int n() {
            return slice.to() - slice.from();
        }

        @Override
        public IntStream rows() {
            return Arrays.stream(slice.sorted(), slice.from(), slice.to());
        }

        @Override
        public Spread spread(ColumnRef column) {
            return RunRows.this.spread(slice, column);
        }
    }
}
