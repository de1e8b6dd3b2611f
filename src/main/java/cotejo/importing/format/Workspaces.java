package cotejo.importing.format;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// MLflow's workspaces (3.10 on): a column `workspace` that makes a name unique only together with it.
final class Workspaces {

    private Workspaces() {
    }

    /// True when a table holds rows of more than one workspace.
    static boolean several(MlflowSqlSource source, String table) throws SQLException {
        if (!source.schema.has(table, "workspace")) {
            return false;
        }
        source.file.rested();
        try (PreparedStatement query = source.file.connection().prepareStatement(
                "SELECT count(*) FROM (SELECT DISTINCT workspace FROM main." + SqliteSchema.quoted(table)
                        + " LIMIT 2)");
                ResultSet rows = query.executeQuery()) {
            return rows.next() && rows.getInt(1) > 1;
        }
    }

    /// The name, with the workspace before it where that is needed to keep names apart.
    static String name(boolean several, String workspace, String name) {
        return several && !workspace.isEmpty() && !workspace.equals("default") ? workspace + "/" + name : name;
    }
}
