package cotejo.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of a table of bytes by run, for one who asks for most of them once or twice, in any order. They are read in the
/// order of the table, some ahead of the one asked for, and kept until they are dropped or take too much memory; what
/// is not among them is read by itself.
final class RunPages<T> {

    private static final int PAGE = 256;
    private static final long MOST_BYTES = 24L << 20;

    /// A row, and the bytes it takes.
    private record Kept<T>(T row, int bytes) {
    }

    private final Lane lane;
    private final String table;
    private final Function<byte[], T> form;
    private final Map<Long, Kept<T>> kept = new HashMap<>();
    private long bytes;
    /// The rows from [#next] on that are being read; null when nobody reads.
    private @Nullable CompletableFuture<Map<Long, Kept<T>>> ahead;
    private long next = Long.MAX_VALUE;
    /// Runs that rows read ahead may show as they were: written since, or not yet in the table.
    private final Set<Long> written = new HashSet<>();

    RunPages(Lane lane, String table, Function<byte[], T> form) {
        this.lane = lane;
        this.table = table;
        this.form = form;
    }

    /// Begins to read from a run on.
    void begin(long fromRun) {
        next = fromRun;
        ahead = lane.start(connection -> {
            Map<Long, Kept<T>> page = new HashMap<>();
            Map<Long, byte[]> rows = Slots.page(connection, table, fromRun, PAGE);
            rows.entrySet().removeIf(row -> {
                page.put(row.getKey(), new Kept<>(form.apply(row.getValue()), row.getValue().length));
                return true;
            });
            return page;
        });
    }

    /// What is stored of a run, or null.
    ///
    /// @param before puts into the table what was written so far
    @Nullable T of(long runKey, Runnable before) {
        Kept<T> found = kept.get(runKey);
        while (found == null && runKey >= next && bytes < MOST_BYTES) {
            readOn();
            found = kept.get(runKey);
        }
        if (found != null) {
            return found.row();
        }
        if (written.contains(runKey)) {
            before.run();
        }
        byte[] row = lane.run(connection -> Slots.one(connection, table, runKey));
        if (row.length == 0) {
            return null;
        }
        T alone = form.apply(row);
        keep(runKey, new Kept<>(alone, row.length));
        return alone;
    }

    /// Takes the rows that were read ahead, and begins with those behind them.
    private void readOn() {
        CompletableFuture<Map<Long, Kept<T>>> reading = ahead;
        Map<Long, Kept<T>> page = reading == null ? Map.of() : lane.await(reading);
        if (page.isEmpty()) {
            ahead = null;
            next = Long.MAX_VALUE;
            return;
        }
        long last = next;
        for (Map.Entry<Long, Kept<T>> row : page.entrySet()) {
            last = Math.max(last, row.getKey());
            if (!written.contains(row.getKey())) {
                keep(row.getKey(), row.getValue());
            }
        }
        begin(last + 1);
    }

    private void keep(long runKey, Kept<T> row) {
        bytes += row.bytes();
        Kept<T> before = kept.put(runKey, row);
        bytes -= before == null ? 0 : before.bytes();
    }

    /// Drops the row of a run that will not be asked for again.
    void drop(long runKey) {
        Kept<T> gone = kept.remove(runKey);
        bytes -= gone == null ? 0 : gone.bytes();
    }

    /// Forgets a run that is about to be written.
    void forget(long runKey) {
        drop(runKey);
        written.add(runKey);
    }
}
