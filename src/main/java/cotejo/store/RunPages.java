package cotejo.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of a table of bytes by run, for one who asks for them in about the order of the runs: read by the hundreds, and
/// the next ones meanwhile.
final class RunPages<T> {

    private static final int PAGE = 512;

    /// Rows that are being read.
    ///
    /// @param from the run they begin with
    private record Ahead<T>(long from, CompletableFuture<Map<Long, T>> page) {
    }

    private final Lane lane;
    private final String table;
    private final Function<byte[], T> form;
    private Map<Long, T> page = new HashMap<>();
    private @Nullable Ahead<T> ahead;
    /// Runs that rows asked for ahead may show as they were: written since, or not yet in the table.
    private final Set<Long> written = new HashSet<>();

    RunPages(Lane lane, String table, Function<byte[], T> form) {
        this.lane = lane;
        this.table = table;
        this.form = form;
    }

    /// Begins to read from a run on.
    void begin(long fromRun) {
        ahead = new Ahead<>(fromRun, lane.start(connection -> {
            Map<Long, T> read = new HashMap<>();
            Slots.page(connection, table, fromRun, PAGE).forEach((run, row) -> read.put(run, form.apply(row)));
            return read;
        }));
    }

    /// What is stored of a run, or null.
    ///
    /// @param before puts into the table what was written so far
    @Nullable T of(long runKey, Runnable before) {
        if (!page.containsKey(runKey) && !adopts(runKey)) {
            before.run();
            written.clear();
            begin(runKey);
            adopts(runKey);
        }
        return page.get(runKey);
    }

    /// Takes the rows ahead where they hold the run, and begins with those behind them.
    private boolean adopts(long runKey) {
        Ahead<T> read = ahead;
        if (read == null || runKey < read.from()) {
            return false;
        }
        Map<Long, T> rows = lane.await(read.page());
        rows.keySet().removeAll(written);
        if (!rows.containsKey(runKey)) {
            return false;
        }
        page = rows;
        begin(rows.keySet().stream().mapToLong(Long::longValue).max().orElse(runKey) + 1);
        return true;
    }

    /// Forgets a run that is about to be written.
    void forget(long runKey) {
        page.remove(runKey);
        written.add(runKey);
    }
}
