package cotejo.store;

import cotejo.model.Experiment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// What the workspace knows of a source when an import of it begins; the import adds to it.
///
/// @param runKeys     the keys of its runs by their ids
/// @param forgotten   the ids of runs that were deleted for good
/// @param experiments by their ids
record KnownSource(Map<String, Long> runKeys, Set<String> forgotten, Map<String, Experiment> experiments) {

    static KnownSource load(Connection connection, long sourceKey) throws SQLException {
        KnownSource known = new KnownSource(new HashMap<>(), new HashSet<>(), new HashMap<>());
        // Both columns are in an index; whole rows take four times as long.
        try (PreparedStatement select = connection
                .prepareStatement("select id, \"key\" from run where source_key = ?")) {
            select.setLong(1, sourceKey);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.runKeys.put(row.getString(1), row.getLong(2));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select id from forgotten_run where source_key = ?")) {
            select.setLong(1, sourceKey);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.forgotten.add(row.getString(1));
                }
            }
        }
        ExperimentRows.ofSource(connection, sourceKey).forEach(one -> known.experiments.put(one.id(), one));
        return known;
    }

    OptionalLong firstRun() {
        return runKeys.values().stream().mapToLong(Long::longValue).min();
    }
}
