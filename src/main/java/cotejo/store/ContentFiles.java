package cotejo.store;

import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files below `files` in a workspace, each under the SHA-256 of its content. A file is written under a temporary
/// name, forced to the disk, and then moved: under its own name there is always all of it.
final class ContentFiles {

    private static final int CHUNK = 1 << 20;
    private static final int NAME = 64;
    private static final int SHORT = 32;

    /// What was taken in.
    record Taken(String sha256, long bytes) {
    }

    private final Path folder;
    private final Map<String, Integer> pinned = new HashMap<>();
    private boolean swept;

    ContentFiles(WorkspaceFolder workspace) {
        this.folder = workspace.files();
    }

    /// Where the content of this hash lies, whether or not it is there.
    Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /// The content of a hash under another name, as a second name of the same file where the disk can do that.
    Path named(String sha256, String name) throws IOException {
        Path content = path(sha256);
        Path place = named().resolve(sha256.substring(0, SHORT));
        Path named = place.resolve(name);
        if (!named.normalize().startsWith(place)) {
            throw new NoSuchFileException(name);
        }
        if (!Files.isRegularFile(content)) {
            throw new NoSuchFileException(content.toString());
        }
        Files.createDirectories(place);
        if (Files.exists(named) && !Files.isSameFile(named, content)) {
            // Either the content was healed since, or this disk knows no second names.
            named.toFile().setWritable(true);
            Files.delete(named);
        }
        if (!Files.exists(named)) {
            try {
                Files.createLink(named, content);
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                Files.copy(content, named, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return named;
    }

    private Path named() {
        return folder.resolve("named");
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }

    /// Where a content comes from.
    interface From {
        void into(HashingCopy copy) throws IOException;
    }

    /// Reads to the end of something and keeps it.
    ///
    /// @param named  told the hash before the content gets its place, so that nobody clears it away
    /// @param read   told the bytes of each piece
    /// @throws IOException when it cannot be read, or not be kept
    /// @throws cotejo.work.CancelledException when asked to stop; nothing is left behind then
    Taken take(From from, Consumer<String> named, LongConsumer read, Cancel cancel) throws IOException {
        sweep();
        Path part = incoming().resolve(UUID.randomUUID() + ".part");
        try {
            Taken taken = copy(from, part, read, cancel);
            named.accept(taken.sha256());
            keep(part, path(taken.sha256()));
            return taken;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Taken copy(From from, Path part, LongConsumer read, Cancel cancel) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.READ)) {
            HashingCopy copy = new HashingCopy(out, read, cancel);
            from.into(copy);
            out.force(true);
            return copy.taken();
        }
    }

    /// Gives a whole file its name. One that is there already is replaced, and healed should the disk have
    /// spoilt it.
    private static void keep(Path part, Path target) throws IOException {
        Path folder = target.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        boolean there = Files.isRegularFile(target) && Files.size(target) == Files.size(part);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException oddFileSystem) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException busy) {
            if (!there) {
                throw busy;
            }
            // Windows does not replace a file that is read-only or being read.
            return;
        }
        if (!target.toFile().setReadOnly()) {
            org.slf4j.LoggerFactory.getLogger(ContentFiles.class).debug("{} stays writable", target);
        }
        forceFolder(folder);
    }

    /// Makes a new name last on systems where that needs asking for; elsewhere folders cannot be opened.
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notNeeded) {
            org.slf4j.LoggerFactory.getLogger(ContentFiles.class).trace("no need to force {}", folder, notNeeded);
        }
    }

    /// Half-written files of a program that was killed are cleared away once; the workspace is this program's own.
    private synchronized void sweep() throws IOException {
        if (swept) {
            return;
        }
        Files.createDirectories(incoming());
        try (Stream<Path> left = Files.list(incoming())) {
            for (Path part : left.toList()) {
                Files.deleteIfExists(part);
            }
        }
        swept = true;
    }

    /// Whether the content of a hash is there and still is what the hash says.
    ContentStore.State state(String sha256, LongConsumer read, Cancel cancel) throws IOException {
        Path file = path(sha256);
        if (!Files.isRegularFile(file)) {
            return ContentStore.State.MISSING;
        }
        return hash(file, read, cancel).equals(sha256) ? ContentStore.State.INTACT : ContentStore.State.CHANGED;
    }

    /// The SHA-256 of a file, wherever it lies.
    static String hash(Path file, LongConsumer read, Cancel cancel) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                cancel.check();
                digest.update(chunk, 0, n);
                read.accept(n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The hashes of all files that are there.
    List<String> all() throws IOException {
        List<String> hashes = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return hashes;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.map(path -> path.getFileName().toString()).filter(ContentFiles::isHash).forEach(hashes::add);
        }
        return hashes;
    }

    static boolean isHash(String name) {
        return name.length() == NAME && name.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /// Keeps a content from being removed until it is let go of as often.
    void pin(String sha256) {
        synchronized (pinned) {
            pinned.merge(sha256, 1, Integer::sum);
        }
    }

    void unpin(String sha256) {
        synchronized (pinned) {
            pinned.computeIfPresent(sha256, (any, n) -> n == 1 ? null : n - 1);
        }
    }

    /// Removes a content that nobody is taking in and nobody refers to. A pin ends after the commit of what refers to
    /// it, so whoever let go of it has told the database before.
    ///
    /// @return the bytes that were freed, or -1 when it stays
    long removeUnless(Predicate<String> referredTo, String sha256) throws IOException {
        synchronized (pinned) {
            Path file = path(sha256);
            if (pinned.containsKey(sha256) || referredTo.test(sha256) || !Files.isRegularFile(file)) {
                return -1;
            }
            long bytes = Files.size(file);
            // Windows refuses to remove what is read-only.
            if (!file.toFile().setWritable(true) || !Files.deleteIfExists(file)) {
                return -1;
            }
            forgetNames(named().resolve(sha256.substring(0, SHORT)));
            return bytes;
        }
    }

    /// A second name would keep the bytes on the disk.
    private static void forgetNames(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Stream<Path> names = Files.list(place)) {
            for (Path name : names.toList()) {
                if (name.toFile().setWritable(true)) {
                    Files.deleteIfExists(name);
                }
            }
        }
        Files.delete(place);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
