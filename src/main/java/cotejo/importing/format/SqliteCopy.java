package cotejo.importing.format;

import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A private copy of a database and of its log or journal, taken at a moment when both belong together.
///
/// A log is only ever appended to while its header stays the same, and a piece of it from the start is a state the
/// database once had; so a copy is good when the database itself and the header of the log did not change meanwhile.
/// A journal is good when neither file changed.
final class SqliteCopy implements AutoCloseable {

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final long LARGEST_IN_ZIP = 8L << 30;
    private static final int CHUNK = 1 << 20;

    private final Path folder;
    private final Path file;

    private SqliteCopy(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("copy.db");
    }

    /// @throws IOException when the source is being written to all the time, or there is no room
    static SqliteCopy take(Path source, Cancel cancel) throws IOException {
        if (!source.getFileSystem().equals(FileSystems.getDefault()) && Files.size(source) > LARGEST_IN_ZIP) {
            throw new IOException(Texts.get("sqlite.large", source, Long.toString(LARGEST_IN_ZIP >> 30)));
        }
        SqliteCopy copy = new SqliteCopy(Scratch.folder());
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (copy.attempt(source, cancel)) {
                    return copy;
                }
                pause(cancel);
            }
            throw new IOException(Texts.get("sqlite.busy", source));
        } catch (IOException | RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    static void pause(Cancel cancel) {
        LockSupport.parkNanos(PAUSE_NANOS);
        cancel.check();
    }

    private boolean attempt(Path source, Cancel cancel) throws IOException {
        clear();
        try {
            SqliteStamp before = SqliteStamp.of(source);
            byte[] log = SqliteStamp.walHeader(source);
            @Nullable SqliteStamp journal = SqliteStamp.hasHotJournal(source)
                    ? SqliteStamp.of(SqliteStamp.journal(source)) : null;
            copy(source, file, before.size(), cancel);
            if (log.length > 0) {
                Path wal = SqliteStamp.wal(source);
                copy(wal, SqliteStamp.wal(file), Files.size(wal), cancel);
            }
            if (journal != null) {
                copy(SqliteStamp.journal(source), SqliteStamp.journal(file), journal.size(), cancel);
                refuseSharedJournal(source, SqliteStamp.journal(file));
            }
            boolean journalSame = journal == null ? !SqliteStamp.hasHotJournal(source)
                    : journal.equals(SqliteStamp.of(SqliteStamp.journal(source)));
            return journalSame && before.equals(SqliteStamp.of(source))
                    && Arrays.equals(log, SqliteStamp.walHeader(source));
        } catch (NoSuchFileException gone) {
            if (!Files.exists(source)) {
                throw gone;
            }
            return false; // the log or journal went away between two looks: its writer has just finished
        }
    }

    private static void copy(Path from, Path to, long length, Cancel cancel) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(from); OutputStream out = Files.newOutputStream(to)) {
            long left = length;
            while (left > 0) {
                cancel.check();
                int got = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (got < 0) {
                    return;
                }
                write(out, chunk, got, from);
                left -= got;
            }
        }
    }

    private static void write(OutputStream out, byte[] chunk, int length, Path from) throws IOException {
        try {
            out.write(chunk, 0, length);
        } catch (IOException failure) {
            throw new IOException(Texts.get("sqlite.copy", from, Problem.describe(failure)), failure);
        }
    }

    private static void refuseSharedJournal(Path source, Path journal) throws IOException {
        try (InputStream in = Files.newInputStream(journal)) {
            in.skipNBytes(Math.max(0, Files.size(journal) - 8));
            if (SqliteStamp.namesAnotherFile(in.readNBytes(8))) {
                throw new IOException(Texts.get("sqlite.shared.journal", source));
            }
        }
    }

    Path file() {
        return file;
    }

    private void clear() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Files.delete(entry);
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear();
        Files.delete(folder);
    }
}
