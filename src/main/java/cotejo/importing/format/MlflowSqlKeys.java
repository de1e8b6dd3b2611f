package cotejo.importing.format;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of metrics, read without making a new string for each point.
///
/// Fetching a name costs more than all other columns of a point together. So where a store has few names, SQLite
/// compares them and hands over a number; and one object stands for one name, so that the sink finds its series fast.
final class MlflowSqlKeys {

    private static final int MOST_COMPARED = 40;
    private static final int MOST_SHARED = 100_000;

    private final List<String> compared;
    private final Map<String, String> shared = new HashMap<>();

    private MlflowSqlKeys(List<String> compared) {
        this.compared = compared;
    }

    static MlflowSqlKeys of(MlflowSqlSource source) throws SQLException {
        try {
            return new MlflowSqlKeys(few(source));
        } catch (SQLException damaged) {
            source.file.why(damaged); // not needed for reading: the damage is told where a run meets it
            return new MlflowSqlKeys(List.of());
        }
    }

    /// All names, or none when there are too many to compare each of them with each row's.
    private static List<String> few(MlflowSqlSource source) throws SQLException {
        if (source.schema.index("metrics", "key") == null) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        source.file.rested();
        // Steps from name to name by the index, instead of walking over all points.
        try (PreparedStatement query = source.file.connection().prepareStatement("""
                WITH RECURSIVE k(key) AS (SELECT min(key) FROM main.metrics UNION ALL
                  SELECT (SELECT min(m.key) FROM main.metrics m WHERE m.key>k.key) FROM k WHERE k.key IS NOT NULL)
                SELECT key FROM k WHERE typeof(key)='text' LIMIT\s""" + (MOST_COMPARED + 1));
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                keys.add(SqliteSchema.text(rows, 1));
            }
        }
        return keys.size() <= MOST_COMPARED ? keys : List.of();
    }

    /// What to select for a name: its number from 1 on, or 0 where it is none of the known ones.
    String sql() {
        if (compared.isEmpty()) {
            return "0";
        }
        StringBuilder sql = new StringBuilder("CASE t.key COLLATE BINARY");
        for (int i = 0; i < compared.size(); i++) {
            sql.append(" WHEN ").append(literal(compared.get(i))).append(" THEN ").append(i + 1);
        }
        return sql.append(" ELSE 0 END").toString();
    }

    private static String literal(String text) {
        return text.indexOf('\0') >= 0 ? "NULL" : "'" + text.replace("'", "''") + "'";
    }

    /// The name of a row.
    ///
    /// @param number the column selected by [#sql]
    /// @param name   the column of the name itself
    String name(ResultSet row, int number, int name) throws SQLException {
        int known = compared.isEmpty() ? 0 : row.getInt(number);
        if (known > 0) {
            return compared.get(known - 1);
        }
        String key = SqliteSchema.text(row, name);
        @Nullable String first = shared.putIfAbsent(key, key);
        if (first != null) {
            return first;
        }
        if (shared.size() > MOST_SHARED) {
            shared.clear();
        }
        return key;
    }
}
