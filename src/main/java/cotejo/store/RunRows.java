package cotejo.store;

import cotejo.model.Lifecycle;
import cotejo.model.Run;
import cotejo.model.RunStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows of the run table.
final class RunRows {

    static final String COLUMNS = """
            "key", source_key, experiment_key, id, name, status, lifecycle, start_time, end_time, user_id,
            artifact_uri, parent_id, artifacts""";

    private RunRows() {
    }

    static Run read(ResultSet row) throws SQLException {
        String parent = row.getString(12);
        return new Run(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5),
                RunStatus.parse(row.getString(6)), Lifecycle.parse(row.getString(7)), row.getLong(8), row.getLong(9),
                row.getString(10), row.getString(11), parent.isEmpty() ? null : parent, false, false);
    }

    /// Whether there is a run of a key.
    static boolean there(Connection connection, long key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from run where \"key\" = ?")) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /// The run of a key, as an import counts it.
    static Optional<StoredRun> counted(Connection connection, long key) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select " + COLUMNS + " from run where \"key\" = ?")) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] facts = Slots.one(connection, "facts", key);
                RunTally tally = facts.length == 0 ? new RunTally(0, 0, 0, Set.of(), Set.of())
                        : PackedFacts.tally(facts);
                return Optional.of(StoredRun.of(read(row), row.getInt(13), tally));
            }
        }
    }

    /// Writes runs; new ones carry their key negated.
    static void write(Connection connection, List<Run> added, List<Run> updated) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into run (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,0)")) {
            for (Run run : added) {
                insert.setLong(1, -run.key());
                insert.setLong(2, run.sourceKey());
                insert.setString(4, run.id());
                fill(insert, run, 3, 5);
                insert.executeUpdate();
            }
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update run set experiment_key=?, name=?, status=?, lifecycle=?, start_time=?, end_time=?, user_id=?,
                artifact_uri=?, parent_id=? where "key"=?""")) {
            for (Run run : updated) {
                fill(update, run, 1, 2);
                update.setLong(10, run.key());
                update.executeUpdate();
            }
        }
    }

    private static void fill(PreparedStatement statement, Run run, int experimentAt, int from) throws SQLException {
        statement.setLong(experimentAt, run.experimentKey());
        statement.setString(from, run.name());
        statement.setString(from + 1, run.status().name());
        statement.setString(from + 2, run.lifecycle().name());
        statement.setLong(from + 3, run.start());
        statement.setLong(from + 4, run.end());
        statement.setString(from + 5, run.user());
        statement.setString(from + 6, run.artifactUri());
        String parent = run.parentId();
        statement.setString(from + 7, parent == null ? "" : parent);
    }
}
