package cotejo.importing.format;

import cotejo.bench.SqliteStore;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Small MLflow databases for tests, written by SQL as MLflow would have.
final class MlflowDatabase {

    static final String RUN = "0123456789abcdef0123456789abcdef";
    static final String OTHER_RUN = "fedcba9876543210fedcba9876543210";

    private MlflowDatabase() {
    }

    /// A database of MLflow 3.3 with one experiment and the given rows.
    static Path write(Path file, String... sql) throws SQLException {
        try (Connection connection = open(file)) {
            SqliteStore.run(connection, SqliteStore.TABLES);
            SqliteStore.run(connection, SqliteStore.INDEXES);
            SqliteStore.run(connection, "INSERT INTO experiments VALUES (1, 'one', 'file:///a', 'active', 1, 2)");
            for (String each : sql) {
                SqliteStore.run(connection, each);
            }
        }
        return file;
    }

    static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static void change(Path file, String... sql) throws SQLException {
        try (Connection connection = open(file)) {
            for (String each : sql) {
                SqliteStore.run(connection, each);
            }
        }
    }

    static String run(String id) {
        return "INSERT INTO runs VALUES ('" + id + "', 'first', 'UNKNOWN', '', '', 'ana', 'FINISHED', 1700000000000, "
                + "1700000060000, '', 'active', 'file:///a/" + id + "/artifacts', 1, NULL)";
    }

    static String point(String id, String key, int step, String value) {
        return "INSERT INTO metrics VALUES ('" + key + "', " + value + ", " + (1_700_000_000_000L + step) + ", '" + id
                + "', " + step + ", 0)";
    }

    static SqliteSink read(Path file) throws IOException {
        SqliteSink sink = new SqliteSink();
        new MlflowSqlite().read(file, sink, Cancel.never());
        return sink;
    }

    static void readAgain(Path file, SqliteSink sink) throws IOException {
        sink.forgetCalls();
        new MlflowSqlite().read(file, sink, Cancel.never());
    }

    /// Name, length, time and content of all that lies in a folder.
    static Map<String, String> snapshot(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                FileTime time = Files.getLastModifiedTime(path);
                int content = Files.isRegularFile(path) ? Arrays.hashCode(Files.readAllBytes(path)) : 0;
                found.put(folder.relativize(path).toString(), time + " " + content);
            }
        }
        return found;
    }
}
