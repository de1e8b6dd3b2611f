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
import java.util.List;
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
    /// What systems and git leave in folders; never a param, a metric or a tag.
    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore");

    private record Refused(Path path, String key, @Nullable IOException failure) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> folders = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();
    private int artifacts;

    private FileListing() {
    }

    /// Lists a run: its `meta.yaml`, and what is in the folders that hold its data.
    static FileListing ofRun(FolderReading reading, Path run) {
        return of(reading, run, Set.of("params", "metrics", "tags", "inputs", "outputs", "artifacts"));
    }

    /// Lists everything below a folder; nothing when it is not there.
    static FileListing ofAll(FolderReading reading, Path folder) {
        return of(reading, folder, Set.of());
    }

    private static FileListing of(FolderReading reading, Path top, Set<String> wanted) {
        FileListing listing = new FileListing();
        if (!reading.isFolder(top)) {
            return listing;
        }
        try {
            Files.walkFileTree(top, EnumSet.noneOf(FileVisitOption.class), DEEPEST,
                    listing.new Walk(reading, top, wanted));
        } catch (IOException e) {
            listing.refused.add(new Refused(top, "mlflowfolder.unreadable", e));
        }
        return listing;
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
        return artifacts + Math.min(refused.size(), MOST_REFUSED) * (MOST_ARTIFACTS + 1);
    }

    /// Tells what could not be listed: each kind once, with the first place of it.
    void report(FolderReading reading) {
        Set<String> told = new HashSet<>();
        for (Refused one : refused) {
            if (one.failure() != null) {
                reading.unreadable(one.path(), one.failure());
            } else if (told.add(one.key())) {
                long same = refused.stream().filter(other -> other.key().equals(one.key())).count();
                reading.problem(one.path(), 0, one.key(), Long.toString(same));
            }
        }
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
                return FileVisitResult.CONTINUE;
            }
            String name = FolderReading.name(folder);
            if (prefix.isEmpty()) {
                if (!wanted.isEmpty() && !wanted.contains(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(name);
            }
            prefix = prefix + name + "/";
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                refused.add(new Refused(folder, "mlflowfolder.unreadable", failure));
            }
            if (!prefix.isEmpty()) {
                prefix = prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!wanted.isEmpty() && prefix.startsWith("artifacts/")) {
                artifacts += attributes.isRegularFile() ? 1 : 0;
                if (attributes.isSymbolicLink() && FolderReading.circles(file)) {
                    refused.add(new Refused(file, "mlflowfolder.link.circle", null));
                }
                return artifacts < MOST_ARTIFACTS ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SIBLINGS;
            }
            String name = FolderReading.name(file);
            boolean meant = prefix.isEmpty() && !wanted.isEmpty() ? name.equals("meta.yaml") || wanted.contains(name)
                    : !LITTER.contains(name) && !name.startsWith("._");
            if (meant) {
                take(file, name, attributes);
            }
            return entries.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private void take(Path file, String name, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                add(file, name, attributes);
            } else if (attributes.isDirectory()) {
                refused.add(new Refused(file, "mlflowfolder.tooDeep", null));
            } else if (!attributes.isSymbolicLink()) {
                refused.add(new Refused(file, "mlflowfolder.special", null));
            } else if (reading.isFile(file)) {
                add(file, name, Files.readAttributes(file, BasicFileAttributes.class));
            } else if (FolderReading.circles(file)) {
                refused.add(new Refused(file, "mlflowfolder.link.circle", null));
            } else if (!name.equals("artifacts") || !prefix.isEmpty()) {
                refused.add(new Refused(file, "mlflowfolder.link.outside", null));
            }
        }

        private void add(Path file, String name, BasicFileAttributes attributes) {
            entries.add(new Entry(prefix + name, file, attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            refused.add(new Refused(file, "mlflowfolder.unreadable", failure));
            return FileVisitResult.CONTINUE;
        }
    }
}
