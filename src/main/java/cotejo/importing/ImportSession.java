package cotejo.importing;

import cotejo.artifact.ZipStore;
import cotejo.model.Problem;
import cotejo.model.Source;
import cotejo.store.Database;
import cotejo.store.ImportWriter;
import cotejo.store.SourceStore;
import cotejo.store.ViewStore;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Brings a recognised store into the workspace. What was committed stays, whether the import ends, fails, is cancelled
/// or the program is killed; importing again completes the rest.
public final class ImportSession {

    private final Database database;
    private final SourceStore sources;
    private final LastProblems problems;

    public ImportSession(Database database, SourceStore sources) {
        this.database = database;
        this.sources = sources;
        this.problems = new LastProblems(new ViewStore(database));
    }

    /// Imports one store; long, and to be called on a thread of its own.
    ///
    /// @throws IOException when the store as a whole cannot be read
    public ImportReport run(FoundStore store, Progress progress, Cancel cancel) throws IOException {
        ImportReport report = look(store, progress, cancel);
        sources.all().stream().filter(source -> source.path().equals(store.display()))
                .forEach(source -> sources.update(new Source(source.key(), source.format(), source.path(),
                        source.label(), System.currentTimeMillis(), source.watched(), source.remap())));
        database.sync();
        return report;
    }

    /// Imports what is new in a store, as [#run] does, without recording the time: the look of a watcher.
    ImportReport look(FoundStore store, Progress progress, Cancel cancel) throws IOException {
        ImportCounts counts = new ImportCounts();
        boolean known = sources.all().stream().anyMatch(one -> one.path().equals(store.display()));
        Source source = sources.register(store.importer().id(), store.display(), shortLabel(store.file()));
        ImportCounts.Ending ending = ImportCounts.Ending.WHOLE;
        try (ImportWriter writer = ImportWriter.begin(database, source.key())) {
            try {
                read(store, new StoreSink(writer, counts, progress), cancel);
            } catch (CancelledException cancelled) {
                ending = ImportCounts.Ending.CANCELLED;
            } finally {
                writer.commit();
            }
        } catch (IOException unreadable) {
            if (!known && counts.nothing()) {
                sources.remove(source.key());
            }
            throw unreadable;
        }
        tellAgain(source, counts, ending);
        return counts.report(store.display(), store.importer(), ending);
    }

    /// What was wrong with a run that did not change is wrong still, though it was not read again.
    private void tellAgain(Source source, ImportCounts counts, ImportCounts.Ending ending) {
        List<Problem> before = problems.of(source);
        LastProblems.about(counts.unchangedRuns(), before, counts.problems()).forEach(counts::problem);
        Set<Problem> kept = new LinkedHashSet<>(counts.problems());
        if (ending == ImportCounts.Ending.CANCELLED) {
            kept.addAll(before);
        }
        problems.keep(source, List.copyOf(kept));
    }

    /// Reads and counts a store without writing anything.
    public ImportReport dryRun(FoundStore store, Cancel cancel) throws IOException {
        ImportCounts counts = new ImportCounts();
        read(store, new CountingSink(counts), cancel);
        return counts.report(store.display(), store.importer(), ImportCounts.Ending.WHOLE);
    }

    private static void read(FoundStore store, RunSink sink, Cancel cancel) throws IOException {
        if (store.inside().isEmpty()) {
            readGuarded(store, store.file(), sink, cancel);
        } else {
            try (FileSystem zip = ZipStore.open(store.file())) {
                readGuarded(store, zip.getPath(store.inside()), sink, cancel);
            }
        }
    }

    /// A fault in reading somebody's file is that file's problem, not the end of the program.
    private static void readGuarded(FoundStore store, Path path, RunSink sink, Cancel cancel) throws IOException {
        try {
            store.importer().read(path, sink, cancel);
        } catch (CancelledException | cotejo.store.StoreException ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            throw new IOException(Unreadable.sentence(path, fault), fault);
        }
    }

    private static String shortLabel(Path file) {
        int names = file.getNameCount();
        return names == 0 ? file.toString() : file.subpath(Math.max(0, names - 2), names).toString();
    }
}
