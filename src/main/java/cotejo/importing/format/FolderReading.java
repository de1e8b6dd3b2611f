package cotejo.importing.format;

import cotejo.artifact.ArtifactLocator;
import cotejo.importing.RunSink;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One reading of one store: where it stands, who gets what is found, and the only ways in which files are opened.
final class FolderReading {

    /// The most children of one folder that are looked at.
    static final int MOST_CHILDREN = 1_000_000;

    private final Path root;
    private final Path realRoot;
    private final RunSink sink;
    private final Cancel cancel;
    private final boolean timesKept;

    FolderReading(Path root, RunSink sink, Cancel cancel) throws IOException {
        this.root = root;
        this.realRoot = root.toRealPath();
        this.sink = sink;
        this.cancel = cancel;
        this.timesKept = FolderTimes.kept(realRoot);
    }

    Path root() {
        return root;
    }

    RunSink sink() {
        return sink;
    }

    Cancel cancel() {
        return cancel;
    }

    /// Whether the times of folders are kept where a folder of the store lies ([FolderTimes]); it may be mounted from
    /// elsewhere.
    boolean timesKept(Path folder) {
        try {
            return timesKept && (folder.equals(root) || FolderTimes.device(folder) == FolderTimes.device(root));
        } catch (IOException gone) {
            return false;
        }
    }

    /// Tells a problem of a file, with the text of a key.
    void problem(Path file, long line, String key, Object... arguments) {
        sink.problem(new Problem(shown(file), (int) Math.min(line, Integer.MAX_VALUE),
                Texts.get(key, arguments)));
    }

    /// Tells that a file could not be read.
    void unreadable(Path file, IOException failure) {
        problem(file, 0, "mlflowfolder.unreadable", reason(file, failure));
    }

    /// The failure in a few words, without the file's name, which the problem carries.
    private static String reason(Path file, IOException failure) {
        String text = Problem.words(failure);
        String name = file.toString();
        return text.startsWith(name + ": ") ? text.substring(name.length() + 2) : text;
    }

    /// A path as the person can find it: one in a zip file begins with the zip file.
    static String shown(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault()) ? path.toString()
                : path.getFileSystem() + "!" + path.toAbsolutePath();
    }

    /// The last part of a path as text. Where the system's locale cannot show a name (a program started with `LANG=C`),
    /// Java puts question marks in it; its bytes are still in the URI.
    static String name(Path path) {
        Path last = path.getFileName();
        String text = last == null ? "" : last.toString();
        if (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.indexOf('\uFFFD') < 0 || !path.getFileSystem().equals(FileSystems.getDefault())) {
            return text;
        }
        URI uri = path.toUri();
        String raw = uri.getRawPath();
        String tail = raw.substring(raw.lastIndexOf('/', raw.length() - 2) + 1);
        return percentDecoded(tail.endsWith("/") ? tail.substring(0, tail.length() - 1) : tail);
    }

    private static String percentDecoded(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && i + 2 < text.length()) {
                bytes[length++] = (byte) Integer.parseInt(text.substring(i + 1, i + 3), 16);
                i += 2;
            } else {
                bytes[length++] = (byte) text.charAt(i);
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /// Whether a link's end lies in the store, so that following it shows nothing from outside.
    boolean staysInside(Path link) {
        try {
            return link.toRealPath().startsWith(realRoot);
        } catch (IOException e) {
            // A link to itself, to nothing, or through a folder that may not be read.
            return false;
        }
    }

    /// Whether a link leads back to a folder it lies in, or to nothing but itself and other links.
    static boolean circles(Path link) {
        try {
            Path folder = link.toAbsolutePath().getParent();
            return folder != null && folder.toRealPath().startsWith(link.toRealPath());
        } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException elsewhere) {
            return false;
        } catch (IOException tooManyLinks) {
            return true;
        }
    }

    /// A child folder or null; a link that leaves the store, or is no folder, is none.
    boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                || Files.isSymbolicLink(path) && Files.isDirectory(path) && staysInside(path);
    }

    /// A plain file of the store, or a link to one in it.
    boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                || Files.isSymbolicLink(path) && Files.isRegularFile(path) && staysInside(path);
    }

    /// The folders in a folder, in the order of their names; nothing when it is none. Links are told when they leave
    /// the store or lead in a circle, and left out when they do not, because what they lead to is read where it lies.
    List<Path> folders(Path parent) {
        List<Path> folders = new ArrayList<>();
        try {
            boolean all = ChildWalk.walk(parent, cancel, MOST_CHILDREN, (child, attributes) -> {
                if (attributes.isDirectory()) {
                    folders.add(child);
                } else if (attributes.isSymbolicLink()) {
                    link(child);
                }
            });
            if (!all) {
                problem(parent, 0, "mlflowfolder.tooMany.children");
            }
        } catch (IOException e) {
            if (Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
                unreadable(parent, e);
            }
        }
        folders.sort(Comparator.comparing(Path::toString));
        return folders;
    }

    private void link(Path link) {
        if (circles(link)) {
            problem(link, 0, "mlflowfolder.link.circle");
        } else if (Files.isDirectory(link) && !staysInside(link)) {
            problem(link, 0, "mlflowfolder.link.outside");
        }
    }

    /// Tells that an address of artifacts climbs out of where it begins; such a one is never opened.
    void climbing(Path meta, String address, String owner) {
        if (ArtifactLocator.climbs(address, owner)) {
            problem(meta, 0, "artifact.climbs", address);
        }
    }

    /// At most `cap` bytes and one more, by which the caller sees that there are more.
    byte[] bytes(Path file, int cap) throws IOException {
        try (InputStream in = open(file)) {
            return in.readNBytes(cap + 1);
        }
    }

    /// Opens a file for reading; reading stops when the person wants to stop.
    InputStream open(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            // A pipe would wait for ever.
            throw new IOException(Texts.get("trouble.notPlain"));
        }
        return new Stoppable(Files.newInputStream(file), cancel);
    }

    private static final class Stoppable extends FilterInputStream {

        private final Cancel cancel;

        Stoppable(InputStream in, Cancel cancel) {
            super(in);
            this.cancel = cancel;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            cancel.check();
            return super.read(bytes, offset, length);
        }
    }
}
