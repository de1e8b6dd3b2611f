package cotejo.importing.format;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The plain files below a folder with their sizes and times, from one walk that opens none of them. Artifacts are
/// only counted.
final class FileListing {

    /// A file.
    ///
    /// @param name its path from the folder, parts joined by `/` on every system
    /// @param time when it was last changed, in nanoseconds since 1970
    record Entry(String name, Path path, long size, long time) {
    }

    private static final int DEEPEST = 40;
    private static final int MOST_FILES = 500_000;
    private static final int MOST_ARTIFACTS = 100_000;
    private static final int MOST_REFUSED = 10_000;
    private static final int MOST_TIMES = 1_000;
    /// What systems and git leave in folders; never a param, a metric or a tag.
    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore");

    /// Files that cannot be read are told one by one up to this many, and the rest counted.
    private static final int MOST_UNREADABLE = 100;

    private record Unreadable(Path path, IOException failure) {
    }

    /// What was left out for one reason: the first place of it, and how many there are.
    private record Left(Path first, int count) {
        Left more() {
            return new Left(first, count + 1);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> times = new LinkedHashMap<>();
    private final long begun = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    private final boolean timesKept;
    private boolean links;
    private final Set<String> folders = new HashSet<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<String, Left> left = new LinkedHashMap<>();
    private int refused;
    private int artifacts;

    /// Whether the times of folders are kept where they lie.
    enum Times {
        KEPT,
        UNKEPT
    }

    private FileListing(Times times) {
        this.timesKept = times == Times.KEPT;
    }

    /// Lists a run: its `meta.yaml`, and what is in the folders that hold its data.
    ///
    /// @param times whether those of folders are worth to be remembered
    static FileListing ofRun(FolderReading reading, Path run, Times times) {
        return of(reading, run, times, Set.of("params", "metrics", "tags", "inputs", "outputs", "artifacts"));
    }

    /// Lists everything below a folder; nothing when it is not there.
    static FileListing ofAll(FolderReading reading, Path folder) {
        return of(reading, folder, Times.UNKEPT, Set.of());
    }

    private static FileListing of(FolderReading reading, Path top, Times times, Set<String> wanted) {
        FileListing listing = new FileListing(times);
        if (!reading.isFolder(top)) {
            return listing;
        }
        try {
            Files.walkFileTree(top, EnumSet.noneOf(FileVisitOption.class), DEEPEST,
                    listing.new Walk(reading, top, wanted));
        } catch (IOException e) {
            listing.unreadable(top, e);
        }
        return listing;
    }

    private void unreadable(Path path, IOException failure) {
        refused++;
        if (unreadable.size() < MOST_UNREADABLE) {
            unreadable.add(new Unreadable(path, failure));
        } else {
            count(path, "mlflowfolder.unreadable.more");
        }
    }

    private void leave(Path path, String key) {
        refused++;
        count(path, key);
    }

    private void count(Path path, String key) {
        left.merge(key, new Left(path, 1), (before, one) -> before.more());
    }

    List<Entry> entries() {
        return entries;
    }

    /// The files below one of the folder's own folders.
    List<Entry> below(String folder) {
        return entries.stream().filter(entry -> entry.name().startsWith(folder + "/")).toList();
    }

    boolean hasFolder(String name) {
        return folders.contains(name);
    }

    boolean hasMeta() {
        return entries.stream().anyMatch(entry -> entry.name().equals("meta.yaml"));
    }

    /// How many plain files lie under `artifacts`, up to a hundred thousand.
    int artifacts() {
        return artifacts;
    }

    /// The same, so that it differs too where more or less could not be listed than before.
    int seen() {
        return artifacts + Math.min(refused, MOST_REFUSED) * (MOST_ARTIFACTS + 1);
    }

    /// When each folder was last changed, by its name from the folder listed, which itself has an empty one; in
    /// nanoseconds since 1970. Nothing where the same times another day would not mean that the same is there.
    Map<String, Long> settledTimes() {
        boolean whole = refused == 0 && !links && artifacts < MOST_ARTIFACTS && times.size() <= MOST_TIMES;
        boolean tell = whole && timesKept
                && times.values().stream().allMatch(time -> FolderTimes.settled(time, begun));
        return tell ? times : Map.of();
    }

    /// Tells what could not be listed: each kind once, with the first place of it.
    void report(FolderReading reading) {
        unreadable.forEach(one -> reading.unreadable(one.path(), one.failure()));
        left.forEach((key, all) -> reading.problem(all.first(), 0, key, all.count()));
    }

    static long time(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    private final class Walk implements FileVisitor<Path> {

        private final FolderReading reading;
        private final Path top;
        private final Set<String> wanted;
        /// The names of the folders being walked, joined, with a `/` behind each.
        private String prefix = "";

        Walk(FolderReading reading, Path top, Set<String> wanted) {
            this.reading = reading;
            this.top = top;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            reading.cancel().check();
            if (folder.equals(top)) {
                timed("", folder);
                return FileVisitResult.CONTINUE;
            }
            String name = FolderReading.name(folder);
            if (prefix.isEmpty()) {
                if (!wanted.isEmpty() && !wanted.contains(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(name);
            }
            timed(prefix + name, folder);
            prefix = prefix + name + "/";
            return FileVisitResult.CONTINUE;
        }

        private void timed(String name, Path folder) {
            if (times.size() <= MOST_TIMES && timesKept) {
                try {
                    times.put(name, FolderTimes.of(folder));
                } catch (IOException gone) {
                    unreadable(folder, gone);
                }
            }
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                unreadable(folder, failure);
            }
            if (!prefix.isEmpty()) {
                prefix = prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            links |= attributes.isSymbolicLink();
            if (!wanted.isEmpty() && prefix.startsWith("artifacts/")) {
                artifacts += attributes.isRegularFile() ? 1 : 0;
                if (attributes.isSymbolicLink() && FolderReading.circles(file)) {
                    leave(file, "mlflowfolder.link.circle");
                }
                return artifacts < MOST_ARTIFACTS ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SIBLINGS;
            }
            String name = FolderReading.name(file);
            boolean meant = prefix.isEmpty() && !wanted.isEmpty() ? name.equals("meta.yaml") || wanted.contains(name)
                    : !LITTER.contains(name) && !name.startsWith("._");
            if (meant) {
                take(file, name, attributes);
            }
            if (entries.size() < MOST_FILES) {
                return FileVisitResult.CONTINUE;
            }
            leave(file, "mlflowfolder.tooMany");
            return FileVisitResult.TERMINATE;
        }

        private void take(Path file, String name, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                add(file, name, attributes);
            } else if (attributes.isDirectory()) {
                leave(file, "mlflowfolder.tooDeep");
            } else if (!attributes.isSymbolicLink()) {
                leave(file, "mlflowfolder.special");
            } else if (reading.isFile(file)) {
                add(file, name, Files.readAttributes(file, BasicFileAttributes.class));
            } else if (FolderReading.circles(file)) {
                leave(file, "mlflowfolder.link.circle");
            } else if (!name.equals("artifacts") || !prefix.isEmpty()) {
                leave(file, "mlflowfolder.link.outside");
            }
        }

        private void add(Path file, String name, BasicFileAttributes attributes) {
            entries.add(new Entry(prefix + name, file, attributes.size(), time(attributes)));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable(file, failure);
            return FileVisitResult.CONTINUE;
        }
    }
}
