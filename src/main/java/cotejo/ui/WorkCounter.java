package cotejo.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the jobs that were handed out and have not ended, so that one can tell when a window has loaded.
final class WorkCounter {

    private final AtomicInteger open = new AtomicInteger();

    /// An executor like another, counted.
    Executor counting(Executor executor) {
        return job -> {
            open.incrementAndGet();
            executor.execute(() -> {
                try {
                    job.run();
                } finally {
                    open.decrementAndGet();
                }
            });
        };
    }

    boolean idle() {
        return open.get() == 0;
    }
}
