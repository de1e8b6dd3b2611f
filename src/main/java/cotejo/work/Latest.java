package cotejo.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs only the newest of the jobs given to it: while one is at work, newer ones replace each other, and the result of
/// an overtaken job is dropped. What makes a filter field or a chart follow a fast hand.
public final class Latest {

    private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

    /// A job that looks at its wish to stop.
    @FunctionalInterface
    public interface Job<T> {
        T run(Cancel cancel) throws Exception;
    }

    private record Order<T>(Job<T> job, Consumer<T> then, Consumer<Throwable> failed, Cancel cancel) {
    }

    private final Executor background;
    private final Executor front;
    private @Nullable Order<?> waiting;
    private @Nullable Order<?> working;

    /// @param background where jobs run, such as a virtual thread each
    /// @param front      where results are handed over, such as the FX thread; in tests `Runnable::run` for both
    public Latest(Executor background, Executor front) {
        this.background = background;
        this.front = front;
    }

    /// Asks for this job instead of any that has not ended yet.
    public <T> void submit(Job<T> job, Consumer<T> then, Consumer<Throwable> failed) {
        Order<T> order = new Order<>(job, then, failed, new Cancel());
        synchronized (this) {
            if (working != null) {
                working.cancel().request();
                waiting = order;
                return;
            }
            working = order;
        }
        background.execute(() -> work(order));
    }

    private <T> void work(Order<T> order) {
        try {
            T value = order.job().run(order.cancel());
            front.execute(() -> {
                if (!order.cancel().requested()) {
                    order.then().accept(value);
                }
            });
        } catch (CancelledException overtaken) {
            LOG.trace("overtaken");
        } catch (Throwable failure) {
            front.execute(() -> {
                if (!order.cancel().requested()) {
                    order.failed().accept(failure);
                }
            });
        }
        @Nullable Order<?> next;
        synchronized (this) {
            next = waiting;
            working = next;
            waiting = null;
        }
        if (next != null) {
            Order<?> following = next;
            background.execute(() -> work(following));
        }
    }

    /// Drops what is waiting and asks what is at work to stop.
    public synchronized void cancel() {
        waiting = null;
        if (working != null) {
            working.cancel().request();
        }
    }
}
