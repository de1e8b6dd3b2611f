package cotejo.importing;

import cotejo.artifact.SourcePlace;
import cotejo.model.Problem;
import cotejo.model.Source;
import cotejo.store.SourceStore;
import cotejo.store.StoreException;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Re-reads the watched sources again and again while the window is open, so that a run in training shows its new
/// points within two seconds. A look that takes long is repeated less often: at most a quarter of the time goes into
/// looking.
public final class SourceWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
    private static final long PAUSE_NANOS = 400_000_000L;
    private static final long LEAST_NANOS = 50_000_000L;

    private final SourceStore sources;
    private final ImportSession imports;
    private final List<RunImporter> importers;
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();
    private final Cancel cancel = new Cancel();
    private final Map<Long, Long> nextLook = new HashMap<>();
    private final Map<Long, String> lastFailure = new HashMap<>();
    private volatile boolean started;

    public SourceWatch(SourceStore sources, ImportSession imports, List<RunImporter> importers) {
        this.sources = sources;
        this.imports = imports;
        this.importers = importers;
    }

    /// Calls back once for each new way in which a watched source cannot be read, on the watching thread. Close what is
    /// returned to end that.
    public AutoCloseable onFailure(Consumer<Problem> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Begins to watch; to be called once.
    public synchronized void start() {
        if (!started) {
            started = true;
            Thread.ofVirtual().name("cotejo-watch").start(this::loop);
        }
    }

    private void loop() {
        while (!cancel.requested()) {
            long rest = PAUSE_NANOS;
            try {
                rest = lookAtDue();
            } catch (StoreException closing) {
                LOG.debug("watching paused", closing);
            }
            LockSupport.parkNanos(Math.max(LEAST_NANOS, rest));
        }
    }

    /// Looks at what is due, and returns how long nothing will be, in ns.
    private long lookAtDue() {
        long rest = PAUSE_NANOS;
        for (Source source : sources.all()) {
            if (!source.watched() || cancel.requested()) {
                continue;
            }
            long begun = System.nanoTime();
            @Nullable Long due = nextLook.get(source.key());
            if (due == null || begun - due >= 0) {
                look(source);
                long ended = System.nanoTime();
                due = ended + Math.max(PAUSE_NANOS, (ended - begun) * 3);
                nextLook.put(source.key(), due);
            }
            rest = Math.min(rest, due - System.nanoTime());
        }
        return rest;
    }

    private void look(Source source) {
        for (RunImporter importer : importers) {
            if (importer.id().equals(source.format())) {
                try {
                    imports.look(storeOf(source, importer), Progress.NONE, cancel);
                    lastFailure.remove(source.key());
                } catch (IOException unreadable) {
                    String text = Problem.describe(unreadable);
                    if (!text.equals(lastFailure.put(source.key(), text))) {
                        Problem problem = Problem.of(source.path(), text);
                        LOG.warn("{} could not be read again", problem.file());
                        listeners.forEach(listener -> listener.accept(problem));
                    }
                }
            }
        }
    }

    /// The store that a registered source stands for.
    public static FoundStore storeOf(Source source, RunImporter importer) {
        SourcePlace place = SourcePlace.of(source.path());
        return new FoundStore(place.file(), place.inside(), importer, Claim.certain(""));
    }

    @Override
    public void close() {
        cancel.request();
    }
}
