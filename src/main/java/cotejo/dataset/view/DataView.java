package cotejo.dataset.view;

import cotejo.dataset.Dataset;
import cotejo.dataset.RowRange;
import cotejo.dataset.Rows;
import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Parallel;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Some rows of a dataset in some order, as an index into it: a bit a row for a filter, a number a row for an order.
public final class DataView {

    private static final long SORTED = 40_000_000;

    private final Dataset dataset;
    private final @Nullable RowSet filtered;
    private final int @Nullable [] sorted;
    private final long total;
    private final long most;

    private DataView(Dataset dataset, @Nullable RowSet filtered, int @Nullable [] sorted, long total) {
        this(dataset, filtered, sorted, total, Long.MAX_VALUE);
    }

    private DataView(Dataset dataset, @Nullable RowSet filtered, int @Nullable [] sorted, long total, long most) {
        this.most = most;
        this.dataset = dataset;
        this.filtered = filtered;
        this.sorted = sorted;
        this.total = total;
    }

    /// All rows in the order of the file, as many as are known at each moment.
    public static DataView all(Dataset dataset) {
        return new DataView(dataset, null, null, -1);
    }

    /// The rows that fulfil a condition, sorted. Both read the whole file, a batch at a time, and stop when asked to.
    ///
    /// @param where    null for all rows
    /// @param order    the first key counts most; equal rows stay in the order of the file
    /// @param progress is told rows looked at of all rows, and with the words of `dataset.view.left` how many are left
    /// @throws UnreadableData when there are more rows, or different texts, than can be sorted in memory
    public static DataView of(Dataset dataset, @Nullable Condition where, List<SortKey> order, Progress progress,
            Cancel cancel) throws IOException {
        long total = dataset.countRows(cancel);
        RowSet set = where == null ? null : filter(dataset, where, total, progress, cancel);
        if (order.isEmpty()) {
            return new DataView(dataset, set, null, total);
        }
        long count = set == null ? total : set.size();
        long most = Math.min(SORTED, Sorting.most(Runtime.getRuntime().maxMemory(), total));
        if (count > most || total > SORTED) {
            throw new UnreadableData(Texts.get("dataset.view.tooManyRows", dataset.file(), count, most));
        }
        int[] rows = new int[(int) count];
        if (set == null) {
            Arrays.setAll(rows, i -> i);
        } else {
            int at = 0;
            for (int row = 0; row < total; row++) {
                if (set.has(row)) {
                    rows[at++] = row;
                }
            }
        }
        Sorting sorting = new Sorting(dataset, cancel);
        for (SortKey key : order.reversed()) {
            sorting.sort(rows, key);
        }
        return new DataView(dataset, null, rows, total);
    }

    private static RowSet filter(Dataset dataset, Condition where, long total, Progress progress, Cancel cancel)
            throws IOException {
        RowSet set = new RowSet();
        List<RowRange> parts = dataset.parts(cancel);
        int workers = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        java.util.concurrent.atomic.AtomicLong seen = new java.util.concurrent.atomic.AtomicLong();
        Parallel.each(parts, workers, (worker, part) -> {
            Matcher matcher = new Matcher(where);
            boolean[][] matches = {new boolean[8192]};
            dataset.scan(part, matcher.leaves(), batch -> {
                if (matches[0].length < batch.rows()) {
                    matches[0] = new boolean[batch.rows()];
                }
                matcher.match(batch, matches[0]);
                set.add(batch.firstRow(), matches[0], batch.rows());
                long now = seen.addAndGet(batch.rows());
                progress.report(Texts.get("dataset.view.left", set.size()), now, total);
            }, cancel);
        });
        set.seal();
        return set;
    }

    /// Its first rows alone.
    public DataView first(long rows) {
        return new DataView(dataset, filtered, sorted, total, rows);
    }

    /// Rows in the view.
    public long rows() {
        return Math.min(most, all());
    }

    private long all() {
        return sorted != null ? sorted.length : filtered != null ? filtered.size() : dataset.rowCount().rows();
    }

    /// Rows in the file.
    public long total() {
        return total < 0 ? dataset.rowCount().rows() : total;
    }

    /// The number in the file of a row of the view.
    public long rowNumber(long place) {
        return sorted != null ? sorted[(int) place] : filtered != null ? filtered.nth(place) : place;
    }

    /// Where a row of the file stands in the view; empty where it does not.
    public OptionalLong place(long row) {
        if (sorted != null) {
            for (int i = 0; i < rows(); i++) {
                if (sorted[i] == row) {
                    return OptionalLong.of(i);
                }
            }
            return OptionalLong.empty();
        }
        long place = filtered == null ? row : filtered.has(row) ? filtered.before(row) : -1;
        return place >= 0 && place < rows() ? OptionalLong.of(place) : OptionalLong.empty();
    }

    /// The rows of the view from `first` on, at most `count`.
    public Rows rows(long first, int count, int[] columns, Cancel cancel) throws IOException {
        if (sorted == null && filtered == null) {
            return dataset.rows(first, (int) Math.clamp(most - first, 0, count), columns, cancel);
        }
        long from = Math.min(Math.max(0, first), rows());
        long[] numbers = new long[(int) Math.min(count, rows() - from)];
        Arrays.setAll(numbers, i -> rowNumber(from + i));
        return new Rows(from, columns, dataset.pick(numbers, columns, cancel).cells());
    }

    /// Goes through the rows of the view from `first` up to `end`, which is left out, in the order of the view. Fails
    /// where [#rows] shows cells that cannot be read.
    public void each(long first, long end, int[] columns, RowSink sink, Cancel cancel) throws IOException {
        RowStream stream = new RowStream(dataset, columns, sink, cancel, Runtime.getRuntime().maxMemory() / 8);
        long to = Math.min(end, rows());
        try {
            if (sorted != null) {
                stream.sorted(sorted, (int) Math.min(first, to), (int) to);
            } else {
                stream.inOrder(filtered, first, to);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
