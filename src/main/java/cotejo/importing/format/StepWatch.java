package cotejo.importing.format;

import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/// Stops a query when the person wants to stop, or when a damaged file makes it go round in circles.
///
/// SQLite calls it every so many steps of its machine. A sound query takes at most some dozens of steps for a row, and
/// a row takes at least some bytes, so a query that takes many times more steps than the file has bytes is lost.
final class StepWatch extends ProgressHandler {

    private static final long STEPS_A_BYTE = 20;
    private static final long FREE_STEPS = 20_000_000;
    private static final long STEPS_A_CALL = 50_000;

    private final Cancel cancel;
    private long allowed;
    private long calls;

    StepWatch(Cancel cancel, long bytes) {
        this.cancel = cancel;
        this.allowed = (FREE_STEPS + STEPS_A_BYTE * bytes) / STEPS_A_CALL;
    }

    @Override
    protected int progress() {
        calls++;
        return cancel.requested() || calls > allowed ? 1 : 0;
    }

    void restart() {
        calls = 0;
    }

    /// The reason of a failure in words.
    ///
    /// @throws cotejo.work.CancelledException when it failed because the person wants to stop
    String explain(SQLException failure) {
        cancel.check();
        if (calls <= allowed) {
            return SqliteFile.reason(failure);
        }
        // Where one query went in circles others will, and there may be thousands.
        allowed /= 4;
        return Texts.get("sqlite.runaway");
    }
}
