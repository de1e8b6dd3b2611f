package cotejo.store;

import cotejo.model.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever listens what has changed in the workspace, after the commit. What happens within 50 ms is told as one.
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final long MERGE_MILLIS = 50;

    private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("cotejo-changes").daemon(true).factory());
    private final AtomicLong ofModels = new AtomicLong();
    private List<Change> waiting = new ArrayList<>();

    ChangeFeed() {
        // Closing would wait for the moment of a call that is dropped then.
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Calls back with merged changes, on the feed's own thread. Close what is returned to end that.
    public AutoCloseable listen(Consumer<List<Change>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// How often models have changed, or sources, which may have brought some: known at once, not within 50 ms.
    long ofModels() {
        return ofModels.get();
    }

    void tell(List<Change> changes) {
        if (changes.stream().anyMatch(c -> c instanceof Change.Models || c instanceof Change.Sources)) {
            ofModels.incrementAndGet();
        }
        if (changes.isEmpty()) {
            return;
        }
        synchronized (this) {
            if (clock.isShutdown()) {
                return;
            }
            boolean first = waiting.isEmpty();
            waiting.addAll(changes);
            if (first) {
                ScheduledFuture<?> _ = clock.schedule(this::deliver, MERGE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void deliver() {
        List<Change> merged;
        synchronized (this) {
            if (clock.isShutdown()) {
                return;
            }
            merged = merge(waiting);
            waiting = new ArrayList<>();
        }
        for (Consumer<List<Change>> listener : listeners) {
            try {
                listener.accept(merged);
            } catch (RuntimeException failure) {
                LOG.warn("A listener to changes failed", failure);
            }
        }
    }

    private static List<Change> merge(List<Change> changes) {
        Set<Long> runs = new HashSet<>();
        Set<Long> points = new HashSet<>();
        Set<Change> others = new LinkedHashSet<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Runs some -> runs.addAll(some.keys());
                case Change.Points some -> points.addAll(some.runKeys());
                case Change.Experiments e -> others.add(e);
                case Change.Sources s -> others.add(s);
                case Change.Models m -> others.add(m);
                case Change.Views v -> others.add(v);
            }
        }
        List<Change> merged = new ArrayList<>(others);
        if (!runs.isEmpty()) {
            merged.add(new Change.Runs(Set.copyOf(runs)));
        }
        if (!points.isEmpty()) {
            merged.add(new Change.Points(Set.copyOf(points)));
        }
        return List.copyOf(merged);
    }

    /// Ends the feed: what has not been told is dropped, and a listener at work is waited for, since it may be reading
    /// the database that closes next.
    @Override
    public void close() {
        synchronized (this) {
            clock.shutdown();
        }
        clock.close();
    }
}
