package cotejo.store;

import cotejo.model.Lifecycle;
import cotejo.model.LoggedModel;
import cotejo.model.ModelVersion;
import cotejo.model.RegisteredModel;
import cotejo.model.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Reads the registered models and logged models that imports brought.
public final class RegistryStore {

    private final Database database;

    public RegistryStore(Database database) {
        this.database = database;
    }

    /// The registered models of a source, by name, versions ascending.
    public List<RegisteredModel> registered(long sourceKey) {
        return database.read(connection -> {
            List<RegisteredModel> models = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select "key", name, description, created, updated, tags, aliases from registered_model
                    where source_key=? order by name""")) {
                select.setLong(1, sourceKey);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        models.add(new RegisteredModel(row.getString(2), row.getString(3), row.getLong(4),
                                row.getLong(5), Json.texts(row.getString(6)), Json.numbers(row.getString(7)),
                                versions(connection, row.getLong(1))));
                    }
                }
            }
            return models;
        });
    }

    private static List<ModelVersion> versions(Connection connection, long modelKey) throws SQLException {
        List<ModelVersion> versions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select version, stage, description, created, updated, user_id, source, storage_location, run_id,
                run_link, model_id, status, status_message, tags
                from model_version where model_key=? order by version""")) {
            select.setLong(1, modelKey);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(new ModelVersion(row.getInt(1), Stage.parse(row.getString(2)).orElse(Stage.NONE),
                            row.getString(3), row.getLong(4), row.getLong(5), row.getString(6), row.getString(7),
                            row.getString(8), row.getString(9), row.getString(10), row.getString(11),
                            row.getString(12), row.getString(13), Json.texts(row.getString(14))));
                }
            }
        }
        return versions;
    }

    /// The logged models of a source that a run wrote; of all runs where `runId` is empty.
    public List<LoggedModel> logged(long sourceKey, String runId) {
        return logged("(?='' or run_id=?)", sourceKey, runId, runId);
    }

    /// The logged models of a source that belong to no run: none wrote them, or one that the source has not got. Those
    /// of a run that the person deleted for good are not among them.
    public List<LoggedModel> withoutRun(long sourceKey) {
        return logged("""
                not exists (select 1 from run r where r.source_key = m.source_key and r.id = m.run_id)
                and not exists (select 1 from forgotten_run f where f.source_key = m.source_key and f.id = m.run_id)""",
                sourceKey);
    }

    private List<LoggedModel> logged(String which, long sourceKey, String... values) {
        return database.read(connection -> {
            List<LoggedModel> models = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select id, experiment_id, name, model_type, artifact_location, run_id, status, lifecycle, created,
                    updated, tags, params, metrics from logged_model m where source_key=? and %s
                    order by created, id""".formatted(which))) {
                select.setLong(1, sourceKey);
                for (int i = 0; i < values.length; i++) {
                    select.setString(i + 2, values[i]);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        models.add(new LoggedModel(row.getString(1), row.getString(2), row.getString(3),
                                row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                                Lifecycle.parse(row.getString(8)), row.getLong(9), row.getLong(10),
                                Json.texts(row.getString(11)), Json.texts(row.getString(12)),
                                Json.metrics(row.getString(13))));
                    }
                }
            }
            return models;
        });
    }

    /// The number of points stored, over all runs; a whole pass, for checks.
    static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
