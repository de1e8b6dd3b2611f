package cotejo.artifact;

import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The files below an artifact folder, listed one folder at a time, when somebody looks.
///
/// Places in it are named by their path from the top, parts joined by `/`, empty for the top itself. Whatever is asked
/// for must really lie below the top, links resolved; nothing is ever decoded.
public final class ArtifactTree {

    /// The most entries of one folder that are listed.
    public static final int MOST = 10_000;
    private static final int NAMED = 8;
    /// The most files [#total] counts.
    public static final int MOST_COUNTED = 1_000_000;

    /// What an entry is.
    public enum Kind {
        FOLDER,
        FILE,
        /// A link out of the folder, a pipe, or a name no system could have meant; shown, never opened.
        REFUSED
    }

    /// An entry of a folder.
    ///
    /// @param path     from the top, to ask for it again
    /// @param size     bytes, 0 for a folder
    /// @param modified epoch milliseconds
    public record Entry(String path, String name, Kind kind, long size, long modified) {
    }

    /// The entries of a folder, folders first, then by name.
    ///
    /// @param cut whether there are more than were listed
    public record Listing(List<Entry> entries, boolean cut) {
    }

    /// @param cut whether there are more files than were counted
    public record Total(long files, long bytes, boolean cut) {
    }

    private final Path top;

    /// @throws IOException when the folder is not there
    public ArtifactTree(Path folder) throws IOException {
        this.top = folder.toRealPath();
    }

    /// Lists a folder.
    ///
    /// @throws IOException when it is not a folder below the top, or cannot be listed; a sentence that names it
    public Listing children(String path) throws IOException {
        Path folder = resolve(path);
        List<Entry> entries = new ArrayList<>();
        boolean cut = false;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (entries.size() == MOST) {
                    cut = true;
                    break;
                }
                entries.add(entry(path, child));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.comparing(Entry::kind).thenComparing(Entry::name));
        return new Listing(entries, cut);
    }

    /// Told of an entry, folders before what is in them.
    @FunctionalInterface
    public interface Visitor {
        /// @param depth 0 for what stands at the top
        /// @return for a folder, whether to look into it
        boolean visit(Entry entry, int depth);

        /// Told after the entries of a folder that has more than were listed.
        default void cut(int depth) {
        }
    }

    /// Lists the folders that the visitor wants to look into, from the top.
    ///
    /// @throws IOException when a folder cannot be listed; a sentence that names it
    public void walk(Visitor visitor) throws IOException {
        walk("", 0, visitor);
    }

    private void walk(String path, int depth, Visitor visitor) throws IOException {
        Listing listing = children(path);
        for (Entry entry : listing.entries()) {
            if (visitor.visit(entry, depth) && entry.kind() == Kind.FOLDER) {
                walk(entry.path(), depth + 1, visitor);
            }
        }
        if (listing.cut()) {
            visitor.cut(depth);
        }
    }

    /// The real path of a file or folder, safe to open for reading.
    ///
    /// @throws IOException when there is none below the top; a sentence that names it
    public Path resolve(String path) throws IOException {
        if (path.isEmpty()) {
            return top;
        }
        Path below = SafeName.below(top, List.of(path.split("/", -1)));
        try {
            Path real = below == null ? top.getRoot() : below.toRealPath();
            if (real != null && real.startsWith(top)) {
                return real;
            }
        } catch (NoSuchFileException e) {
            throw new IOException(gone(path), e);
        }
        throw new IOException(Texts.get("artifact.tree.outside", path, top.toString()));
    }

    /// That something is not there, and what is instead.
    private String gone(String path) {
        List<String> there;
        try {
            there = children("").entries().stream().map(Entry::name).toList();
        } catch (IOException alsoGone) {
            there = List.of();
        }
        List<String> some = there.subList(0, Math.min(NAMED, there.size()));
        return some.isEmpty() ? Texts.get("artifact.tree.gone.all", path, top.toString())
                : Texts.get("artifact.tree.gone", path, top.toString(),
                        String.join(", ", some) + (some.size() < there.size() ? ", …" : ""));
    }

    /// The bytes of a file, as [#resolve] finds it.
    ///
    /// @throws IOException when it cannot be read, or would unpack to far more than an artifact needs
    public InputStream open(String path) throws IOException {
        return ZipStore.stream(resolve(path));
    }

    /// Counts the files and their bytes, links not followed.
    public Total total(Cancel cancel) throws IOException {
        long[] sums = new long[2];
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                cancel.check();
                if (attributes.isRegularFile()) {
                    sums[0]++;
                    sums[1] += attributes.size();
                }
                return sums[0] < MOST_COUNTED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return new Total(sums[0], sums[1], sums[0] >= MOST_COUNTED);
    }

    private Entry entry(String parent, Path child) {
        Path last = child.getFileName();
        String shown = last == null ? "" : last.toString();
        String name = shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
        String path = parent.isEmpty() ? name : parent + "/" + name;
        try {
            BasicFileAttributes own = Files.readAttributes(child, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            boolean inside = SafeName.isSafe(name) && (!own.isSymbolicLink() || leadsOn(child));
            BasicFileAttributes is = inside ? Files.readAttributes(child, BasicFileAttributes.class) : own;
            return new Entry(path, name, inside ? kind(is) : Kind.REFUSED, is.isRegularFile() ? is.size() : 0,
                    is.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return new Entry(path, name, Kind.REFUSED, 0, 0);
        }
    }

    /// Whether a link leads to something below the top that it does not lie in itself.
    private boolean leadsOn(Path link) throws IOException {
        Path to = link.toRealPath();
        Path folder = link.getParent();
        return to.startsWith(top) && (folder == null || !folder.toRealPath().startsWith(to));
    }

    private static Kind kind(BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return Kind.FOLDER;
        }
        return attributes.isRegularFile() ? Kind.FILE : Kind.REFUSED;
    }
}
