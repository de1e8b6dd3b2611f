package cotejo.store;

import cotejo.codec.BoundedStream;
import cotejo.text.Texts;
import cotejo.work.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Backups of a workspace: zip files of the database, which H2 writes while it is in use, and of the files that were
/// taken in. A backup counts only after it was opened and its runs were counted. Those written before the schema is
/// brought up to date are of the database alone: its files stay where they are.
public final class Backups {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    /// A database is packed to a half or a third. What unpacks to more than this many times its size, and to more than
    /// a gigabyte, was made to fill the disk.
    private static final long RATIO = 200;
    private static final long PLENTY = 1L << 30;
    /// More than is ever read at once.
    private static final long CHUNK = 1 << 20;

    /// A backup that was read back.
    ///
    /// @param files how many files besides the database
    public record Backup(Path file, long bytes, long runs, int files) {
    }

    private Backups() {
    }

    /// Writes a backup of an open workspace and checks it by opening it.
    public static Backup write(Database database) {
        try (Lane lane = database.importLane()) {
            return write(lane, database.folder(), "backup", part -> {
                Path whole = part.resolveSibling(part.getFileName() + ".whole");
                try {
                    Set<String> hashes = lane.run(ContentStore::known);
                    int files = hashes.isEmpty() ? 0 : BackupFiles.add(part, whole, hashes, database.files());
                    if (files > 0) {
                        Files.move(whole, part, StandardCopyOption.REPLACE_EXISTING);
                    }
                    return files;
                } finally {
                    Files.deleteIfExists(whole);
                }
            });
        }
    }

    /// What is done to a backup of the database before it counts.
    private interface Completion {
        int of(Path part) throws IOException;
    }

    static Backup write(Lane lane, WorkspaceFolder folder, String reason) {
        return write(lane, folder, reason, part -> 0);
    }

    private static Backup write(Lane lane, WorkspaceFolder folder, String reason, Completion completion) {
        Path target = folder.backups().resolve("cotejo-" + LocalDateTime.now(java.time.ZoneId.systemDefault())
                .format(STAMP) + "-" + reason + ".zip");
        Path part = folder.backups().resolve(target.getFileName() + ".part");
        try {
            Files.createDirectories(folder.backups());
            lane.run(connection -> {
                try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                    backup.setString(1, part.toString());
                    return backup.execute();
                }
            });
            int files = completion.of(part);
            long runs = countRuns(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return new Backup(target, Files.size(target), runs, files);
        } catch (IOException failure) {
            removePart(part);
            throw new StoreException(StoreException.Kind.FAILED,
                    Texts.get("store.backup.cannotWrite", target.toString(), Trouble.words(failure)), failure);
        } catch (StoreException failure) {
            removePart(part);
            throw failure;
        }
    }

    /// A backup that did not come to its end is none, and needs the room.
    private static void removePart(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException leftBehind) {
            org.slf4j.LoggerFactory.getLogger(Backups.class).warn("Could not remove {}", part, leftBehind);
        }
    }

    /// The backups of a workspace, newest first.
    public static List<Path> list(WorkspaceFolder folder) {
        if (!Files.isDirectory(folder.backups())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.backups())) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed()).toList();
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.FAILED, Trouble.words(failure), failure);
        }
    }

    /// Puts a backup in the place of the database. The database that was there is kept beside it, under the name
    /// returned. The workspace must not be open in any program, this one included.
    public static Path restore(WorkspaceFolder folder, Path backup) {
        countRuns(backup);
        try (WorkspaceFolder.Lock taken = folder.lock("restore")) {
            Path aside = folder.path().resolve("cotejo-before-restore-"
                    + LocalDateTime.now(java.time.ZoneId.systemDefault()).format(STAMP) + ".mv.db");
            Path fresh = folder.path().resolve("cotejo-restoring.mv.db");
            unzip(backup, fresh);
            if (Files.exists(folder.databaseFile())) {
                keep(folder.databaseFile(), aside);
            }
            BackupFiles.bringBack(backup, new ContentFiles(folder));
            Files.move(fresh, folder.databaseFile(), StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.FAILED,
                    Texts.get("store.backup.cannotRestore", backup.toString(), Trouble.words(failure)), failure);
        }
    }

    /// Gives the database a second name, so that there is one under its own name at every moment: a program killed
    /// between two moves would leave a workspace that opens empty.
    private static void keep(Path database, Path aside) throws IOException {
        try {
            Files.createLink(aside, database);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(database, aside, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Opens a copy of the backup and counts its runs.
    ///
    /// @throws StoreException when it is no backup of a Cotejo workspace, or damaged
    static long countRuns(Path backup) {
        Path scratch = null;
        try {
            scratch = Scratch.folder();
            Path database = scratch.resolve("cotejo.mv.db");
            unzip(backup, database);
            if (SchemaLook.at(database) == SchemaLook.Finding.FOREIGN) {
                throw new IOException(Texts.get("store.words.foreign"));
            }
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:h2:file:" + scratch.resolve("cotejo"), "cotejo", "");
                    Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery(
                            "select (select count(*) from run) from schema_script limit 1")) {
                if (!count.next()) {
                    throw new IOException(Texts.get("store.words.foreign"));
                }
                return count.getLong(1);
            }
        } catch (IOException | SQLException failure) {
            throw new StoreException(StoreException.Kind.UNUSABLE,
                    Texts.get("store.backup.unreadable", backup.toString(), Trouble.words(failure)), failure);
        } finally {
            removeScratch(scratch);
        }
    }

    private static void removeScratch(@org.jspecify.annotations.Nullable Path scratch) {
        if (scratch == null) {
            return;
        }
        try {
            Scratch.remove(scratch);
        } catch (IOException leftBehind) {
            org.slf4j.LoggerFactory.getLogger(Backups.class).warn("Could not remove {}", scratch, leftBehind);
        }
    }

    private static void unzip(Path backup, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(backup); ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("cotejo.mv.db")) {
                    long most = Math.max(PLENTY, RATIO * Files.size(backup));
                    try {
                        Files.copy(new BoundedStream(zip, most), target, StandardCopyOption.REPLACE_EXISTING);
                    } catch (IOException failure) {
                        throw Files.exists(target) && Files.size(target) > most - CHUNK
                                ? new IOException(Texts.get("store.words.bomb"), failure) : failure;
                    }
                    return;
                }
            }
        }
        throw new IOException(Texts.get("store.words.noDatabase"));
    }
}
