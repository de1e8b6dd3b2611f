package cotejo.store;

import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The rows of the experiment table.
final class ExperimentRows {

    private static final String SELECT = """
            select "key", source_key, id, name, lifecycle, artifact_location, created, updated, tags from experiment""";

    private ExperimentRows() {
    }

    static List<Experiment> ofSource(Connection connection, long sourceKey) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " where source_key = ?")) {
            select.setLong(1, sourceKey);
            return read(select);
        }
    }

    static List<Experiment> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " order by \"key\"")) {
            return read(select);
        }
    }

    private static List<Experiment> read(PreparedStatement select) throws SQLException {
        List<Experiment> experiments = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                experiments.add(new Experiment(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
                        Lifecycle.parse(row.getString(5)), row.getString(6), row.getLong(7), row.getLong(8),
                        Json.texts(row.getString(9))));
            }
        }
        return experiments;
    }

    /// Inserts (key 0) or updates an experiment; returns its key.
    static long put(Connection connection, Experiment experiment) throws SQLException {
        boolean isNew = experiment.key() == 0;
        String sql = isNew
                ? """
                  insert into experiment (name, lifecycle, artifact_location, created, updated, tags, source_key, id)
                  values (?, ?, ?, ?, ?, ?, ?, ?)"""
                : """
                  update experiment set name=?, lifecycle=?, artifact_location=?, created=?, updated=?, tags=?
                  where source_key=? and id=?""";
        try (PreparedStatement put = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            put.setString(1, experiment.name());
            put.setString(2, experiment.lifecycle().name());
            put.setString(3, experiment.artifactLocation());
            put.setLong(4, experiment.created());
            put.setLong(5, experiment.updated());
            put.setString(6, Json.text(new TreeMap<>(experiment.tags())));
            put.setLong(7, experiment.sourceKey());
            put.setString(8, experiment.id());
            put.executeUpdate();
            if (!isNew) {
                return experiment.key();
            }
            try (ResultSet key = put.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }
}
