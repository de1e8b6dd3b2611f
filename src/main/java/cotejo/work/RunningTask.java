package cotejo.work;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One piece of long work, as the task tray shows it. All readings are safe from any thread.
public final class RunningTask implements Progress {

    /// How far the work has come.
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final long id;
    private final String title;
    private final Cancel cancel = new Cancel();
    private final long startedNanos = System.nanoTime();
    private final Runnable changed;
    private volatile String what = "";
    private volatile long done;
    private volatile long total = -1;
    private volatile State state = State.RUNNING;
    private volatile @Nullable Throwable failure;

    RunningTask(long id, String title, Runnable changed) {
        this.id = id;
        this.title = title;
        this.changed = changed;
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public State state() {
        return state;
    }

    /// What is being worked on now.
    public String what() {
        return what;
    }

    public long done() {
        return done;
    }

    /// Units in all, or -1 while unknown.
    public long total() {
        return total;
    }

    /// Between 0 and 1, or -1 while unknown.
    public double fraction() {
        long all = total;
        return all <= 0 ? -1 : Math.min(1, (double) done / all);
    }

    /// The time that is left if it goes on as it has so far; empty in the first second and while the total is unknown.
    public Optional<Duration> remaining() {
        double fraction = fraction();
        Duration sofar = elapsed();
        if (fraction <= 0.01 || sofar.toMillis() < 1000) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((long) (sofar.toMillis() * (1 - fraction) / fraction)));
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /// Why it failed, or null.
    public @Nullable Throwable failure() {
        return failure;
    }

    /// Asks the work to stop; it does so at its next look.
    public void cancel() {
        cancel.request();
        changed.run();
    }

    Cancel wish() {
        return cancel;
    }

    @Override
    public void report(String nowWhat, long nowDone, long nowTotal) {
        what = nowWhat;
        done = nowDone;
        total = nowTotal;
        changed.run();
    }

    void end(State last, @Nullable Throwable why) {
        failure = why;
        state = last;
        changed.run();
    }
}
