package cotejo.importing.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// What tells whether a database file was written to between two looks at it.
///
/// The number of changes in the header catches a transaction that falls into one tick of the file system's clock. A
/// rollback journal that is there at the first look means that a transaction may be half written; see [SqliteFile].
record SqliteStamp(long size, FileTime time, int changes) {

    private static final byte[] JOURNAL_MAGIC = {(byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63,
            (byte) 0xd7};
    private static final int WAL_HEADER = 32;

    /// The whole stamp in one number, never 0.
    long digest() {
        return 1 | ((size * 0x9E3779B97F4A7C15L ^ time.to(TimeUnit.NANOSECONDS)) * 0xC2B2AE3D27D4EB4FL ^ changes)
                * 0x165667B19E3779F9L;
    }

    static SqliteStamp of(Path file) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        return new SqliteStamp(facts.size(), facts.lastModifiedTime(), SqliteHeader.read(file).changes());
    }

    static Path wal(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    static Path journal(Path file) {
        return file.resolveSibling(file.getFileName() + "-journal");
    }

    /// True when there is a write-ahead log with something in it beside the file.
    static boolean hasWal(Path file) throws IOException {
        Path wal = wal(file);
        return Files.isRegularFile(wal) && Files.size(wal) > WAL_HEADER;
    }

    /// True when there is a rollback journal beside the file that would have to be played back.
    static boolean hasHotJournal(Path file) throws IOException {
        Path journal = journal(file);
        return Files.isRegularFile(journal) && Arrays.equals(SqliteHeader.first(journal, JOURNAL_MAGIC.length),
                JOURNAL_MAGIC);
    }

    /// True when a journal names another file: SQLite would open that file and could even delete it.
    static boolean namesAnotherFile(byte[] lastEight) {
        return Arrays.equals(lastEight, JOURNAL_MAGIC);
    }

    static byte[] walHeader(Path file) throws IOException {
        Path wal = wal(file);
        return Files.isRegularFile(wal) ? SqliteHeader.first(wal, WAL_HEADER) : new byte[0];
    }
}
