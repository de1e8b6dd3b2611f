package cotejo.work;

import cotejo.text.Texts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The long work that is under way. Each piece runs on the executor it was given: a virtual thread a task in the
/// program, the calling thread in tests.
public final class Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    /// What a task does.
    @FunctionalInterface
    public interface Body<T> {
        T run(Progress progress, Cancel cancel) throws Exception;
    }

    private final Executor executor;
    private final AtomicLong ids = new AtomicLong();
    private final List<RunningTask> running = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Tasks(Executor executor) {
        this.executor = executor;
    }

    /// Tasks on virtual threads of their own.
    public static Tasks onVirtualThreads() {
        return new Tasks(work -> Thread.ofVirtual().name("cotejo-work-", 0).start(work));
    }

    /// Tasks done at once by whoever starts them, for tests.
    public static Tasks inline() {
        return new Tasks(Runnable::run);
    }

    /// Starts a task. The future ends with the result, with [CancelledException], or with what the body threw;
    /// it ends on the task's thread.
    public <T> CompletableFuture<T> start(String title, Body<T> body) {
        return start(new RunningTask(ids.incrementAndGet(), title, this::changed), body);
    }

    private <T> CompletableFuture<T> start(RunningTask task, Body<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        running.add(task);
        changed();
        executor.execute(Texts.carry(() -> {
            try {
                T value = body.run(task, task.wish());
                finish(task, RunningTask.State.DONE, null);
                result.complete(value);
            } catch (CancelledException cancelled) {
                finish(task, RunningTask.State.CANCELLED, null);
                result.completeExceptionally(cancelled);
            } catch (Throwable failure) {
                LOG.warn("{} failed", task.title(), failure);
                finish(task, RunningTask.State.FAILED, failure);
                result.completeExceptionally(failure);
            }
        }));
        return result;
    }

    private void finish(RunningTask task, RunningTask.State state, @org.jspecify.annotations.Nullable Throwable why) {
        running.remove(task);
        task.end(state, why);
    }

    /// The tasks under way, oldest first.
    public List<RunningTask> running() {
        return List.copyOf(running);
    }

    /// Asks all tasks to stop.
    public void cancelAll() {
        running.forEach(RunningTask::cancel);
    }

    /// Calls back after each start, report and end, on whatever thread that happens; merge them before drawing.
    /// Close what is returned to end that.
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
