package cotejo.command;

import cotejo.work.Cancel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C into a wish to stop: the program ends when the work has come to a consistent end, by the exit code 130
/// that Java gives an interrupted program.
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Cancel cancel = new Cancel();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::interrupted, "cotejo-interrupted");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Cancel cancel() {
        return cancel;
    }

    /// From now on the program is a window: when it is told to end, this closes what is open, and nothing is waited
    /// for. The toolkit ends itself meanwhile, so nobody would come back from it to say that the work has ended.
    void closingInstead(Runnable closing) {
        listeners.add(closing);
        ended.countDown();
    }

    /// Also does this when the wish comes.
    void also(Runnable listener) {
        listeners.add(listener);
    }

    private void interrupted() {
        cancel.request();
        listeners.forEach(Runnable::run);
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                org.slf4j.LoggerFactory.getLogger(Interruption.class).warn("the work did not come to an end");
            }
        } catch (InterruptedException impatient) {
            org.slf4j.LoggerFactory.getLogger(Interruption.class).warn("not waited for", impatient);
        }
    }

    /// The work has come to its end.
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            org.slf4j.LoggerFactory.getLogger(Interruption.class).debug("ending already", endingAlready);
        }
    }
}
