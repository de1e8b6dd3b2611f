package cotejo.store;

import cotejo.model.Change;
import cotejo.model.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The sources that were imported.
public final class SourceStore {

    private static final String SELECT = """
            select "key", format, path, label, imported, watched, remap from source""";

    private final Database database;

    public SourceStore(Database database) {
        this.database = database;
    }

    /// All sources, by label.
    public List<Source> all() {
        return database.read(connection -> {
            List<Source> sources = new ArrayList<>();
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(SELECT + " order by lower(label), path")) {
                while (row.next()) {
                    sources.add(new Source(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                            row.getLong(5), row.getBoolean(6), row.getString(7)));
                }
            }
            return sources;
        });
    }

    /// The source at a path, made if it is not known yet.
    public Source register(String format, String path, String label) {
        long key = database.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select \"key\" from source where path=?")) {
                select.setString(1, path);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        return row.getLong(1);
                    }
                }
            }
            return insert(connection, format, path, label);
        });
        return all().stream().filter(source -> source.key() == key).findFirst().orElseThrow();
    }

    private static long insert(Connection connection, String format, String path, String label) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into source (format, path, label, imported) values (?, ?, ?, 0)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, format);
            insert.setString(2, path);
            insert.setString(3, label);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    /// Stores what may change of a source: label, time of import, watching, remap folder.
    public void update(Source source) {
        database.write(connection -> {
            try (PreparedStatement update = connection
                    .prepareStatement("update source set label=?, imported=?, watched=?, remap=? where \"key\"=?")) {
                update.setString(1, source.label());
                update.setLong(2, source.imported());
                update.setBoolean(3, source.watched());
                update.setString(4, source.remap());
                update.setLong(5, source.key());
                return update.executeUpdate();
            }
        });
        database.changes().tell(List.of(new Change.Sources()));
    }

    /// Removes a source and all that came from it from the workspace. Its own files are not touched.
    public void remove(long sourceKey) {
        Set<Long> runs = new java.util.HashSet<>();
        database.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select \"key\" from run where source_key=?")) {
                select.setLong(1, sourceKey);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        runs.add(row.getLong(1));
                    }
                }
            }
            for (long key : runs) {
                EditStore.range(connection, "facts", Slots.ofFacts(key, 0), Slots.ofFacts(key + 1, 0) - 1);
                EditStore.range(connection, "memory", Slots.ofFacts(key, 0), Slots.ofFacts(key + 1, 0) - 1);
                EditStore.range(connection, "points", Slots.ofPoints(key, 0), Slots.ofPoints(key + 1, 0) - 1);
            }
            EditStore.run(connection, "delete from run where source_key=?", sourceKey);
            EditStore.run(connection, "delete from source where \"key\"=?", sourceKey);
            return true;
        });
        database.sync();
        new ContentStore(database).collectQuietly();
        database.changes().tell(List.of(new Change.Sources(), new Change.Experiments(), new Change.Models(),
                new Change.Runs(Set.copyOf(runs))));
    }
}
