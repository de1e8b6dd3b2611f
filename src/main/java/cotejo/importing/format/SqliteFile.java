package cotejo.importing.format;

import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/// Another program's SQLite database, opened so that nothing of it is changed, locked or run.
///
/// A database at rest is read in place as immutable; [#unchanged] tells whether it stayed at rest. One with a
/// write-ahead log or an unfinished transaction beside it, or one inside a zip file, is read from a private copy, which
/// is consistent and holds what the log holds. Views, triggers and extensions of the file never run: only plain tables
/// are offered by [SqliteSchema], the schema is not trusted, and the connection cannot write.
final class SqliteFile implements AutoCloseable {

    private static final int LONGEST_VALUE = 128 << 20;
    private static final int LOOKS_AT_JOURNAL = 4;
    private static final int LEAST_ROW = 4;
    private static final int STEPS_BETWEEN_LOOKS = 50_000;

    private final Path source;
    private final @Nullable SqliteStamp stamp;
    private final @Nullable SqliteCopy copy;
    private final Connection connection;
    private final StepWatch watch;
    private final long mostRows;

    private SqliteFile(Path source, @Nullable SqliteStamp stamp, @Nullable SqliteCopy copy, Connection connection,
            StepWatch watch, long mostRows) {
        this.source = source;
        this.stamp = stamp;
        this.copy = copy;
        this.connection = connection;
        this.watch = watch;
        this.mostRows = mostRows;
    }

    /// Opens a database, taking a copy first where that is needed.
    ///
    /// @throws IOException one sentence that names the file, when it is no database, cut short or damaged at its start
    static SqliteFile open(Path source, Cancel cancel) throws IOException {
        refuseWhatIsNone(source);
        boolean elsewhere = !source.getFileSystem().equals(FileSystems.getDefault());
        boolean unfinished = SqliteStamp.hasWal(source) || journalStays(source, cancel);
        if (elsewhere || unfinished) {
            SqliteCopy copy = SqliteCopy.take(source, cancel);
            try {
                return connect(source, null, copy, cancel);
            } catch (IOException | RuntimeException failure) {
                copy.close();
                throw failure;
            }
        }
        return openInPlace(source, cancel);
    }

    /// A journal that goes away within moments is a transaction of a writer that lives, and no reason for a copy.
    private static boolean journalStays(Path source, Cancel cancel) throws IOException {
        for (int look = 0; look < LOOKS_AT_JOURNAL && SqliteStamp.hasHotJournal(source); look++) {
            SqliteCopy.pause(cancel);
        }
        return SqliteStamp.hasHotJournal(source);
    }

    /// Opens the file as it lies, without what a log beside it may hold: good for a look at its tables.
    static SqliteFile openInPlace(Path source, Cancel cancel) throws IOException {
        refuseWhatIsNone(source);
        SqliteStamp stamp = SqliteStamp.of(source);
        long promised = SqliteHeader.read(source).bytes();
        if (promised > stamp.size() && !SqliteStamp.hasWal(source)) {
            throw new IOException(Texts.get("sqlite.cut", source, Long.toString(promised),
                    Long.toString(stamp.size())));
        }
        return connect(source, stamp, null, cancel);
    }

    private static void refuseWhatIsNone(Path source) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new IOException(Texts.get(Files.exists(source) ? "sqlite.not" : "sqlite.gone", source));
        }
        if (!Files.isReadable(source)) {
            throw new IOException(Texts.get("sqlite.denied", source));
        }
        if (Files.size(source) == 0) {
            throw new IOException(Texts.get("sqlite.empty", source));
        }
        if (!SqliteHeader.marks(source)) {
            throw new IOException(Texts.get("sqlite.not", source));
        }
    }

    private static SqliteFile connect(Path source, @Nullable SqliteStamp stamp, @Nullable SqliteCopy copy,
            Cancel cancel) throws IOException {
        Path file = copy == null ? source : copy.file();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(copy == null);
        config.enableLoadExtension(false);
        String url = "jdbc:sqlite:" + address(file) + (copy == null ? "?mode=ro&immutable=1" : "?mode=rw");
        try {
            Connection connection = config.createConnection(url);
            StepWatch watch = new StepWatch(cancel, Files.size(file));
            try {
                harden(connection);
                ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, watch);
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
            return new SqliteFile(source, stamp, copy, connection, watch, 1000 + Files.size(file) / LEAST_ROW);
        } catch (SQLException failure) {
            throw broken(source, failure);
        }
    }

    /// The path as SQLite wants it, with everything escaped that means something in an address.
    private static String address(Path file) {
        URI uri = file.toAbsolutePath().toUri();
        String host = uri.getRawAuthority();
        return "file:" + (host == null ? "" : "////" + host) + uri.getRawPath();
    }

    private static void harden(Connection connection) throws SQLException {
        ((SQLiteConnection) connection).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
        ((SQLiteConnection) connection).setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        try (Statement statement = connection.createStatement()) {
            for (String pragma : new String[] {"trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0",
                    "automatic_index=OFF", "cache_size=-16384"}) {
                statement.execute("PRAGMA " + pragma);
            }
            // A database is not looked at before its first query; a broken one shall say so here.
            statement.execute("SELECT count(*) FROM sqlite_schema");
        }
    }

    /// The sentence for a database that cannot be used at all.
    static IOException broken(Path source, SQLException failure) {
        return new IOException(Texts.get("sqlite.broken", source, reason(failure)), failure);
    }

    /// SQLite's own words without the wrapping, such as "database disk image is malformed".
    static String reason(SQLException failure) {
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        int open = text.indexOf('(');
        return text.startsWith("[SQLITE_") && open > 0 && text.endsWith(")")
                ? text.substring(open + 1, text.length() - 1) : text;
    }

    Connection connection() {
        return connection;
    }

    /// From here on the connection can write nothing at all, not even a temporary table.
    void onlyRead() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only=ON");
        }
    }

    /// Starts a new allowance of steps; called before each query.
    void rested() {
        watch.restart();
    }

    /// The reason why a query failed: the wish to stop is thrown as such.
    String why(SQLException failure) {
        return watch.explain(failure);
    }

    /// More rows than the file can hold: a table that yields so many is one that goes in circles.
    long mostRows() {
        return mostRows;
    }

    /// A number that stays the same while the file does, or 0 for a copy, of which nothing of the kind is known.
    long state() {
        return stamp == null ? 0 : stamp.digest();
    }

    /// True while what is read is what the source held when it was opened. A copy never changes.
    boolean unchanged() throws IOException {
        return stamp == null || stamp.equals(SqliteStamp.of(source)) && !SqliteStamp.hasHotJournal(source);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw broken(source, failure);
        } finally {
            if (copy != null) {
                copy.close();
            }
        }
    }
}
