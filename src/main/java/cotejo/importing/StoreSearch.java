package cotejo.importing;

import cotejo.artifact.ZipStore;
import cotejo.model.Problem;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One search for stores below a path, breadth first. A store's own folders are not searched; a zip file that is met on
/// the way is looked into, but none within it.
final class StoreSearch {

    private static final int DEPTH = 8;
    private static final int FOLDERS = 20_000;
    private static final int FILES = 50_000;

    /// Zip files among other files, such as weights and tables of arrays, are looked into up to so many.
    private static final int ZIPS = 200;

    /// Folders that may not be looked into are told, up to so many.
    private static final int BARRED = 10;

    /// @param zip the zip file on disk that the path is within, or null
    private record Step(Path path, @Nullable Path zip, int depth) {
    }

    private final List<RunImporter> importers;
    private final Cancel cancel;
    private final List<FoundStore> found = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private final List<Problem> barred = new ArrayList<>();
    private int folders;
    private int files;
    private int zips;
    private boolean cut;

    StoreSearch(List<RunImporter> importers, Cancel cancel) {
        this.importers = importers;
        this.cancel = cancel;
    }

    /// The stores found so far.
    List<FoundStore> found() {
        return found;
    }

    /// What speaks against the path being a store, as the importers see it.
    List<String> evidence() {
        return evidence;
    }

    /// What could not be looked into.
    List<Problem> barred() {
        return barred;
    }

    /// Whether there was more than is searched.
    boolean cut() {
        return cut;
    }

    /// Searches a file or folder on disk.
    void path(Path root) {
        settle(search(new Step(root, null, 0), evidence));
    }

    /// Searches a zip file.
    ///
    /// @throws IOException when it cannot be opened, or plays tricks
    void zip(Path zip) throws IOException {
        try (FileSystem within = ZipStore.open(zip)) {
            settle(search(new Step(within.getPath("/"), zip, 0), evidence));
        }
    }

    /// What could be a store is offered when nothing is one.
    private void settle(List<FoundStore> weak) {
        if (found.isEmpty() && !weak.isEmpty()) {
            found.add(weak.getFirst());
        }
    }

    /// Adds the stores below a path to those found, and returns what could be one.
    private List<FoundStore> search(Step root, List<String> against) {
        List<FoundStore> weak = new ArrayList<>();
        Deque<Step> queue = new ArrayDeque<>(List.of(root));
        while (!queue.isEmpty() && folders < FOLDERS && files < FILES) {
            cancel.check();
            Step step = queue.removeFirst();
            FoundStore best = best(step, step.depth() == 0 ? against : new ArrayList<>());
            if (best.claim().strength().compareTo(Claim.Strength.LIKELY) >= 0) {
                found.add(best);
                continue;
            }
            if (best.claim().strength() == Claim.Strength.WEAK) {
                weak.add(best);
            }
            if (Files.isDirectory(step.path(), LinkOption.NOFOLLOW_LINKS)) {
                folders++;
                if (step.depth() < DEPTH) {
                    enqueue(step, queue);
                }
            } else if (step.zip() == null && step.depth() > 0) {
                among(step.path());
            }
        }
        cut |= !queue.isEmpty();
        return weak;
    }

    /// Looks into a file among others if it is a zip file. Only what bears the marks of a store counts there, and a
    /// file that cannot be opened matters only when nothing is found.
    private void among(Path file) {
        if (zips >= ZIPS || !ZipStore.isZip(file)) {
            return;
        }
        zips++;
        try (FileSystem within = ZipStore.open(file)) {
            search(new Step(within.getPath("/"), file, 0), new ArrayList<>());
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (IOException | RuntimeException unreadable) {
            evidence.add(Unreadable.sentence(file, unreadable));
        }
    }

    private void enqueue(Step step, Deque<Step> queue) {
        int here = 0;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(step.path())) {
            List<Path> sorted = new ArrayList<>();
            for (Path child : children) {
                if (here++ > FILES) {
                    break;
                }
                boolean folder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                if (folder || Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                    sorted.add(child);
                }
            }
            sorted.sort(null);
            sorted.forEach(child -> queue.add(new Step(child, step.zip(), step.depth() + 1)));
        } catch (IOException | DirectoryIteratorException unreadable) {
            if (barred.size() < BARRED) {
                barred.add(Problem.of(step.path(), Unreadable.sentence(step.path(), unreadable)));
            }
        }
        files += here;
    }

    private FoundStore best(Step step, List<String> against) {
        @Nullable Path zip = step.zip();
        String inside = zip == null ? "" : step.path().toString();
        Path disk = zip == null ? step.path() : zip;
        FoundStore best = new FoundStore(disk, inside, importers.getFirst(), Claim.none());
        for (RunImporter importer : importers) {
            Claim claim = claim(importer, step.path());
            if (claim.strength().compareTo(best.claim().strength()) > 0) {
                best = new FoundStore(disk, inside, importer, claim);
            } else if (claim.strength() == Claim.Strength.NONE && !claim.evidence().isEmpty()) {
                against.add(claim.evidence());
            }
        }
        return best;
    }

    private static Claim claim(RunImporter importer, Path path) {
        try {
            return importer.claim(path);
        } catch (IOException | RuntimeException unreadable) {
            return new Claim(Claim.Strength.NONE, Unreadable.sentence(path, unreadable));
        }
    }
}
