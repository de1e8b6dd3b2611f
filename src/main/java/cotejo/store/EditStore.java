package cotejo.store;

import cotejo.model.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The person's own changes to runs, and the removal of runs for good.
public final class EditStore {

    /// What goes when runs are deleted for good.
    ///
    /// @param runs   how many
    /// @param points metric points stored of them
    /// @param bytes  bytes of the workspace they take
    public record Removal(int runs, long points, long bytes) {
    }

    private final Database database;

    public EditStore(Database database) {
        this.database = database;
    }

    /// Lays edits over runs, all or none, and returns the edits that would take them back (in the order to apply).
    public List<RunEdit> apply(List<RunEdit> edits) {
        Set<Long> changed = new HashSet<>();
        List<RunEdit> inverse = database.write(connection -> {
            List<RunEdit> back = new ArrayList<>();
            for (RunEdit edit : edits) {
                back.addFirst(before(connection, edit));
                put(connection, edit);
                changed.add(edit.runKey());
            }
            return back;
        });
        database.changes().tell(List.of(new Change.Runs(changed)));
        return inverse;
    }

    private static RunEdit before(Connection connection, RunEdit edit) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select val from run_edit where run_key=? and field=?")) {
            select.setLong(1, edit.runKey());
            select.setString(2, edit.field());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new RunEdit(edit.runKey(), edit.field(), row.getString(1), RunEdit.Undo.LAY)
                        : new RunEdit(edit.runKey(), edit.field(), null, RunEdit.Undo.TAKE_BACK);
            }
        }
    }

    private static void put(Connection connection, RunEdit edit) throws SQLException {
        String sql = edit.isUndo() ? "delete from run_edit where run_key=? and field=?"
                : "merge into run_edit key (run_key, field) values (?, ?, ?, ?)";
        try (PreparedStatement put = connection.prepareStatement(sql)) {
            put.setLong(1, edit.runKey());
            put.setString(2, edit.field());
            if (!edit.isUndo()) {
                put.setString(3, edit.value());
                put.setLong(4, System.currentTimeMillis());
            }
            put.executeUpdate();
        }
    }

    /// All edits by run.
    static Map<Long, List<RunEdit>> all(Connection connection) throws SQLException {
        Map<Long, List<RunEdit>> edits = new HashMap<>();
        try (PreparedStatement select = connection
                .prepareStatement("select run_key, field, val from run_edit order by run_key, field");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                edits.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(new RunEdit(row.getLong(1), row.getString(2), row.getString(3), RunEdit.Undo.LAY));
            }
        }
        return edits;
    }

    /// What deleting these runs for good would take away, and the bytes it would free in the workspace.
    public Removal weigh(Collection<Long> runKeys) {
        return database.read(connection -> {
            long points = 0;
            long bytes = 0;
            for (long key : runKeys) {
                byte[] facts = Slots.one(connection, "facts", key);
                bytes += facts.length;
                points += facts.length == 0 ? 0 : RunTally.of(PackedFacts.read(facts)).points();
                bytes += sum(connection, "points", Slots.ofPoints(key, 0), Slots.ofPoints(key + 1, 0) - 1);
                bytes += sum(connection, "memory", Slots.ofFacts(key, 0), Slots.ofFacts(key + 1, 0) - 1);
            }
            return new Removal(runKeys.size(), points, bytes);
        });
    }

    private static long sum(Connection connection, String table, long from, long to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(sum(octet_length(data)), 0) from " + table + " where slot between ? and ?")) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// Copies of the models a run logged, taken before the run itself was imported.
    private static final String OF_ITS_MODELS = """
            delete from logged_model_file f where exists (select 1 from logged_model m join run r
                on r.source_key = m.source_key and r.id = m.run_id
                where r."key"=? and m.source_key = f.source_key and m.id = f.model_id)""";

    /// Deletes runs from the workspace for good; the source is not touched. Later imports leave these runs out until
    /// their source is removed from the workspace.
    public void deleteForGood(Collection<Long> runKeys) {
        database.write(connection -> {
            for (long key : runKeys) {
                run(connection, """
                        insert into forgotten_run select source_key, id from run where "key"=?""", key);
                run(connection, OF_ITS_MODELS, key);
                run(connection, "delete from run where \"key\"=?", key);
                range(connection, "facts", Slots.ofFacts(key, 0), Slots.ofFacts(key + 1, 0) - 1);
                range(connection, "memory", Slots.ofFacts(key, 0), Slots.ofFacts(key + 1, 0) - 1);
                range(connection, "points", Slots.ofPoints(key, 0), Slots.ofPoints(key + 1, 0) - 1);
            }
            return true;
        });
        database.sync();
        new ContentStore(database).collectQuietly();
        database.changes().tell(List.of(new Change.Runs(Set.copyOf(runKeys))));
    }

    static void run(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            statement.executeUpdate();
        }
    }

    static void range(Connection connection, String table, long from, long to) throws SQLException {
        try (PreparedStatement delete = connection
                .prepareStatement("delete from " + table + " where slot between ? and ?")) {
            delete.setLong(1, from);
            delete.setLong(2, to);
            delete.executeUpdate();
        }
    }
}
