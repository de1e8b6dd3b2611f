package cotejo.store;

import cotejo.model.LoggedModel;
import cotejo.model.ModelVersion;
import cotejo.model.RegisteredModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;

/// The rows of registered models, their versions, and logged models, of one source.
final class ModelRows {

    private final long sourceKey;

    ModelRows(long sourceKey) {
        this.sourceKey = sourceKey;
    }

    /// Stores a logged model; false when it was there just so.
    boolean putLogged(Connection connection, LoggedModel model) throws SQLException {
        Object[] row = {sourceKey, model.id(), model.experimentId(), model.name(), model.modelType(),
            model.artifactLocation(), model.runId(), model.status(), model.lifecycle().name(), model.created(),
            model.updated(), Json.text(new TreeMap<>(model.tags())), Json.text(new TreeMap<>(model.params())),
            Json.text(model.metrics())};
        return put(connection, """
                select * from logged_model where source_key=? and id=?""", 2, """
                merge into logged_model key (source_key, id) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)""", row);
    }

    /// Stores a registered model and its versions; false when all was there just so. What changed of stages and aliases
    /// since the source was last seen goes into the history.
    boolean putRegistered(Connection connection, RegisteredModel model) throws SQLException {
        SeenModel seen = SeenModel.before(connection, sourceKey, model);
        boolean changed = put(connection, """
                select source_key, name, description, created, updated, tags, aliases from registered_model
                where source_key=? and name=?""", 2, """
                merge into registered_model (source_key, name, description, created, updated, tags, aliases)
                key (source_key, name) values (?,?,?,?,?,?,?)""",
                new Object[] {sourceKey, model.name(), model.description(), model.created(), model.updated(),
                    Json.text(new TreeMap<>(model.tags())), Json.text(new TreeMap<>(model.aliases()))});
        long key = keyOf(connection, model.name());
        for (ModelVersion version : model.versions()) {
            changed |= put(connection, """
                    select * from model_version where model_key=? and version=?""", 2, """
                    merge into model_version key (model_key, version) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
                    new Object[] {key, version.version(), version.stage().canonical(), version.description(),
                        version.created(), version.updated(), version.user(), version.source(),
                        version.storageLocation(), version.runId(), version.runLink(), version.modelId(),
                        version.status(), version.statusMessage(), Json.text(new TreeMap<>(version.tags()))});
        }
        if (changed) {
            seen.note(connection, System.currentTimeMillis());
        }
        return changed;
    }

    private long keyOf(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select \"key\" from registered_model where source_key=? and name=?")) {
            select.setLong(1, sourceKey);
            select.setString(2, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean put(Connection connection, String select, int keys, String merge, Object[] row)
            throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(select)) {
            for (int i = 0; i < keys; i++) {
                known.setObject(i + 1, row[i]);
            }
            try (ResultSet stored = known.executeQuery()) {
                if (stored.next() && same(stored, row)) {
                    return false;
                }
            }
        }
        try (PreparedStatement put = connection.prepareStatement(merge)) {
            for (int i = 0; i < row.length; i++) {
                put.setObject(i + 1, row[i]);
            }
            return put.executeUpdate() > 0;
        }
    }

    private static boolean same(ResultSet stored, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            if (!row[i].toString().equals(stored.getString(i + 1))) {
                return false;
            }
        }
        return true;
    }
}
