package cotejo.importing.format;

import cotejo.importing.Claim;
import cotejo.importing.RunImporter;
import cotejo.importing.RunSink;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// MLflow's SQLite databases of all versions, told by their tables and columns and never by their name.
///
/// What is read is what `mlflow/store/tracking/dbmodels` and `mlflow/store/model_registry/dbmodels` write. The schema
/// revision is shown to people but decides nothing: a column that is not there counts as empty, so that databases of
/// versions to come open as well.
public final class MlflowSqlite implements RunImporter {

    private static final List<String> MARKS = List.of("experiments", "runs", "metrics");
    private static final int LOOK_FOR_NAMES = 256 << 10;
    private static final long LARGEST_COPY_TO_LOOK = 64L << 20;
    private static final int ATTEMPTS_AT_EASE = 3;
    private static final int FRUITLESS_ATTEMPTS = 20;

    @Override
    public String id() {
        return "mlflow-sqlite";
    }

    @Override
    public String label() {
        return "MLflow SQLite database";
    }

    @Override
    public Claim claim(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Claim.none();
        }
        if (Files.size(path) == 0) {
            return named(path) ? nothing("sqlite.claim.empty") : Claim.none();
        }
        if (!Files.isReadable(path)) {
            return named(path) ? nothing("sqlite.denied", path) : Claim.none();
        }
        return SqliteHeader.marks(path) ? claimDatabase(path) : Claim.none();
    }

    private static Claim claimDatabase(Path path) throws IOException {
        boolean small = Files.size(path) <= LARGEST_COPY_TO_LOOK
                && (!SqliteStamp.hasWal(path) || Files.size(SqliteStamp.wal(path)) <= LARGEST_COPY_TO_LOOK);
        if (!path.getFileSystem().equals(FileSystems.getDefault())) {
            return small ? claimByTables(path, SqliteFile::open) : claimByNames(path);
        }
        Claim claim = claimByTables(path, SqliteFile::openInPlace);
        if (claim.strength() == Claim.Strength.NONE && SqliteStamp.hasWal(path)) {
            // The tables may be in the log only, as in a database that was made a moment ago.
            return small ? claimByTables(path, SqliteFile::open) : Claim.weak(Texts.get("sqlite.claim.live"));
        }
        return claim;
    }

    @FunctionalInterface
    private interface Opening {
        SqliteFile open(Path path, Cancel cancel) throws IOException;
    }

    private static Claim claimByTables(Path path, Opening opening) throws IOException {
        try (SqliteFile file = opening.open(path, Cancel.never())) {
            SqliteSchema schema = new SqliteSchema(file);
            for (String table : MARKS) {
                if (schema.disguised(table)) {
                    return nothing("sqlite.claim.view", table);
                }
            }
            if (!isMlflow(schema)) {
                return nothing("sqlite.claim.foreign");
            }
            return schema.has("alembic_version", "version_num")
                    ? Claim.certain(Texts.get("sqlite.claim.mlflow", revision(file.connection())))
                    : Claim.likely(Texts.get("sqlite.claim.old"));
        } catch (SQLException failure) {
            return nothing("sqlite.claim.broken", SqliteFile.reason(failure));
        } catch (IOException failure) {
            Claim claim = Files.isReadable(path) ? claimByNames(path) : Claim.none();
            return claim.strength() != Claim.Strength.NONE ? claim
                    : new Claim(Claim.Strength.NONE, String.valueOf(failure.getMessage()));
        }
    }

    /// A claim for what SQLite cannot open here: inside a zip, or cut short. A database starts with its tables' SQL.
    private static Claim claimByNames(Path path) throws IOException {
        String start = new String(SqliteHeader.first(path, LOOK_FOR_NAMES), StandardCharsets.ISO_8859_1);
        boolean mlflow = start.contains("run_uuid") && start.contains("experiments") && start.contains("metrics");
        return mlflow ? Claim.likely(Texts.get("sqlite.claim.names")) : nothing("sqlite.claim.foreign");
    }

    private static Claim nothing(String key, Object... arguments) {
        return new Claim(Claim.Strength.NONE, Texts.get(key, arguments));
    }

    private static boolean named(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".db") || name.endsWith(".sqlite") || name.endsWith(".sqlite3");
    }

    private static boolean isMlflow(SqliteSchema schema) throws SQLException {
        return schema.has("experiments", "experiment_id") && schema.has("runs", "run_uuid")
                && schema.has("metrics", "run_uuid") && schema.has("metrics", "key") && schema.has("metrics", "value");
    }

    private static String revision(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT substr(CAST(version_num AS TEXT), 1, 40) FROM main.alembic_version LIMIT 1");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? SqliteSchema.text(rows, 1) : "?";
        }
    }

    /// Reads the database as it is at one moment for each run. When it is written to meanwhile, what was read of the
    /// run at hand is dropped, and reading goes on from a fresh look.
    @Override
    public void read(Path path, RunSink sink, Cancel cancel) throws IOException {
        MlflowSqlSource.Told told = new MlflowSqlSource.Told();
        Map<String, MlflowRunMark> done = new HashMap<>();
        int fruitless = 0;
        while (fruitless < FRUITLESS_ATTEMPTS) {
            int before = done.size();
            if (attempt(path, sink, cancel, told, done, fruitless >= ATTEMPTS_AT_EASE)) {
                return;
            }
            fruitless = done.size() > before ? 0 : fruitless + 1;
            SqliteCopy.pause(cancel);
        }
        throw new IOException(Texts.get("sqlite.busy", path));
    }

    /// True when all was read.
    private static boolean attempt(Path path, RunSink sink, Cancel cancel, MlflowSqlSource.Told told,
            Map<String, MlflowRunMark> done, boolean hurried) throws IOException {
        cancel.check();
        try (SqliteFile file = SqliteFile.open(path, cancel)) {
            try {
                MlflowSqlSource source = new MlflowSqlSource(path, file, sink, cancel, told, hurried);
                if (!isMlflow(source.schema)) {
                    source.stillTheSame();
                    throw new IOException(Texts.get("sqlite.foreign", path));
                }
                readAll(source, done);
                return true;
            } catch (SQLException failure) {
                String why = file.why(failure);
                if (file.unchanged()) {
                    throw new IOException(Texts.get("sqlite.broken", path, why), failure);
                }
                return false;
            } catch (MlflowSqlSource.ChangedException changed) {
                return false;
            }
        }
    }

    private static void readAll(MlflowSqlSource source, Map<String, MlflowRunMark> done)
            throws SQLException, IOException, MlflowSqlSource.ChangedException {
        MlflowSqlExperiments experiments = new MlflowSqlExperiments(source);
        experiments.read();
        try (MlflowSqlRuns runs = new MlflowSqlRuns(source, experiments, done)) {
            runs.read();
        }
        new MlflowSqlModels(source).read();
        new MlflowSqlRegistry(source).read();
        source.stillTheSame();
    }
}
