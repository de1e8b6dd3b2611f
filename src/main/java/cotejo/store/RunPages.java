package cotejo.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of a table of bytes by run, read by the hundred for one who asks for them in about the order of the runs.
final class RunPages<T> {

    private static final int PAGE = 512;

    private final Lane lane;
    private final String table;
    private final Function<byte[], T> form;
    private Map<Long, T> page = new HashMap<>();

    RunPages(Lane lane, String table, Function<byte[], T> form) {
        this.lane = lane;
        this.table = table;
        this.form = form;
    }

    /// What is stored of a run, or null.
    ///
    /// @param before what is to be done before the table is read
    @Nullable T of(long runKey, Runnable before) {
        if (!page.containsKey(runKey)) {
            before.run();
            Map<Long, T> read = new HashMap<>();
            lane.run(connection -> Slots.page(connection, table, runKey, PAGE))
                    .forEach((run, row) -> read.put(run, form.apply(row)));
            page = read;
        }
        return page.get(runKey);
    }

    /// Forgets a run that is about to be written.
    void forget(long runKey) {
        page.remove(runKey);
    }
}
