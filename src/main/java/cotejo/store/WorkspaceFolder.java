package cotejo.store;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder of a workspace: where its files lie, and the lock that lets only one program open it at a time.
public final class WorkspaceFolder {

    private final Path folder;

    private WorkspaceFolder(Path folder) {
        this.folder = folder;
    }

    /// The folder at a path; it is made, for its owner only, when it is first opened.
    public static WorkspaceFolder at(Path path) {
        return new WorkspaceFolder(path.toAbsolutePath().normalize());
    }

    /// Where the workspace lies when nobody says otherwise: `COTEJO_WORKSPACE`, else the data folder that the platform
    /// keeps for programs.
    public static Path defaultPath(Map<String, String> environment, String osName, Path home) {
        @Nullable String named = environment.get("COTEJO_WORKSPACE");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            @Nullable String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Cotejo")
                    .resolve("workspace");
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Cotejo").resolve("workspace");
        }
        @Nullable String data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("cotejo").resolve("workspace");
    }

    public Path path() {
        return folder;
    }

    /// The database without its ending, as H2 wants it named.
    Path database() {
        return folder.resolve("cotejo");
    }

    /// The database file.
    public Path databaseFile() {
        return folder.resolve("cotejo.mv.db");
    }

    /// Where backups go.
    public Path backups() {
        return folder.resolve("backups");
    }

    /// Where the files lie that the workspace took in.
    public Path files() {
        return folder.resolve("files");
    }

    /// Where artifacts out of zip files are unpacked to, which can be done anew.
    public Path unpacked() {
        return folder.resolve("unpacked");
    }

    /// Where profiles of datasets are kept, which can be made anew.
    public Path profiles() {
        return folder.resolve("profiles");
    }

    /// Where the program that has the workspace open listens.
    public Path door() {
        return folder.resolve("door");
    }

    private Path lockFile() {
        return folder.resolve("lock");
    }

    /// Makes the folder if it is not there, readable by its owner only where the file system can say so.
    void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.UNUSABLE,
                    Texts.get("store.folder.cannotCreate", folder.toString(), Trouble.words(failure)), failure);
        }
    }

    /// Takes the workspace for this program, or says who has it.
    ///
    /// @param purpose what this program is doing, for the one who finds the workspace taken
    /// @throws StoreException of kind IN_USE when another program has it
    public Lock lock(String purpose) {
        create();
        try {
            FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StoreException(StoreException.Kind.IN_USE,
                        Texts.get("store.folder.inUse", folder.toString(), holder()));
            }
            byte[] note = (ProcessHandle.current().pid() + " " + purpose).getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(note), 0);
            return new Lock(channel);
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.UNUSABLE,
                    Texts.get("store.folder.cannotLock", lockFile().toString(), Trouble.words(failure)), failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // The note is read by others while the lock is held, and Windows bars reading a locked range.
            return channel.tryLock(1L << 40, 1, false);
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    /// Process number and purpose of whoever took the workspace last, as it wrote them.
    public String holder() {
        try {
            return Files.readString(lockFile()).strip();
        } catch (IOException unreadable) {
            return "?";
        }
    }

    /// The workspace, taken; [#close] gives it back.
    public static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException failure) {
                throw new StoreException(StoreException.Kind.FAILED, failure.toString(), failure);
            }
        }
    }
}
