package cotejo.store;

import cotejo.model.Change;
import cotejo.model.DatasetRef;
import cotejo.model.Experiment;
import cotejo.model.RunFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs of the workspace as they stand now, in memory: one [RunFrame] after another, each following a change.
public final class RunCatalog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunCatalog.class);

    private final Database database;
    private final AutoCloseable subscription;
    private final List<Consumer<RunFrame>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable RunFrame current;

    public RunCatalog(Database database) {
        this.database = database;
        this.subscription = database.changes().listen(this::changed);
    }

    /// The current frame. The first call reads it: as the last window left it, or from the database, which takes about
    /// a third of a second for 10,000 runs.
    public RunFrame frame() {
        RunFrame known = current;
        return known != null ? known : load();
    }

    private synchronized RunFrame load() {
        RunFrame known = current;
        if (known != null) {
            return known;
        }
        RunFrame read = database.image().orElseGet(this::all);
        current = read;
        return read;
    }

    private RunFrame all() {
        return read(RunFrame.builder(), null);
    }

    /// Leaves the runs to the next start, which has them at once then. To be called before closing, where nobody waits
    /// for the end; runs that cannot be read do not keep anybody from it.
    public synchronized void keep() {
        RunFrame known = current;
        if (known != null && known.size() >= FrameFile.LEAST_RUNS) {
            keep(() -> database.untouched() ? known : all());
        }
    }

    /// The same for who has written runs and never looked at them, as an import does: they are read for it, unless they
    /// are so many that whoever has no window should not pay for it.
    public synchronized void keepWritten() {
        long runs = database.untouched() ? 0 : database.runs();
        if (runs >= FrameFile.LEAST_RUNS && runs <= FrameFile.MOST_RUNS_UNASKED) {
            keep(this::all);
        }
    }

    private void keep(Supplier<RunFrame> reading) {
        try {
            database.keep(reading);
        } catch (StoreException unreadable) {
            LOG.warn("The runs are not kept for the next start", unreadable);
        }
    }

    /// Reads what committed changes say, at once instead of within the 50 ms of the feed: for commands that go on to
    /// print what they have just written.
    public synchronized RunFrame fresh() {
        current = null;
        return load();
    }

    /// Calls back with each new frame, on the thread that read it. Close what is returned to end that.
    public AutoCloseable listen(Consumer<RunFrame> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private RunFrame read(RunFrame.Builder builder, @Nullable Set<Long> runs) {
        Map<Long, DatasetRef> datasets = Datasets.all(database);
        return database.read(connection -> {
            FrameReader reader = new FrameReader(connection, database.keys(), datasets, builder);
            if (runs == null) {
                reader.readAll();
            } else {
                reader.read(runs);
            }
            Map<Long, Experiment> experiments = new HashMap<>();
            ExperimentRows.all(connection).forEach(e -> experiments.put(e.key(), e));
            return builder.build(experiments);
        });
    }

    private void changed(List<Change> changes) {
        Set<Long> runs = new HashSet<>();
        boolean relevant = false;
        for (Change change : changes) {
            switch (change) {
                case Change.Runs some -> {
                    runs.addAll(some.keys());
                    relevant = true;
                }
                case Change.Experiments e -> relevant = true;
                case Change.Points p -> { }
                case Change.Sources s -> { }
                case Change.Models m -> { }
                case Change.Views v -> { }
            }
        }
        if (relevant) {
            refresh(runs);
        }
    }

    private void refresh(Set<Long> runs) {
        RunFrame next;
        synchronized (this) {
            RunFrame before = current;
            if (before == null) {
                return;
            }
            next = runs.size() > before.size() / 2 + 100 ? all()
                    : read(before.without(runs), runs);
            current = next;
        }
        for (Consumer<RunFrame> listener : listeners) {
            listener.accept(next);
        }
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
