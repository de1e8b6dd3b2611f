package cotejo.importing.format;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plain tables of a database and their columns, by name in lower case. A view or a virtual table is not there.
final class SqliteSchema {

    private final SqliteFile file;
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Set<String>> columns = new HashMap<>();

    SqliteSchema(SqliteFile file) throws SQLException {
        this.file = file;
        file.rested();
        // Only a plain table has a first page.
        try (PreparedStatement query = file.connection().prepareStatement("""
                SELECT lower(name), CASE WHEN type='table' AND rootpage>0 THEN 'table' ELSE 'other' END
                FROM sqlite_schema WHERE type IN ('table', 'view')""");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                kinds.put(text(rows, 1), text(rows, 2));
            }
        }
    }

    /// True when it is a plain table.
    boolean has(String table) {
        return "table".equals(kinds.get(table));
    }

    /// True when something of that name is there that is not a plain table.
    boolean disguised(String table) {
        return "other".equals(kinds.get(table));
    }

    boolean has(String table, String column) throws SQLException {
        return columns(table).contains(column);
    }

    /// True when a plain table has no rows.
    boolean empty(String table) throws SQLException {
        try (PreparedStatement query = file.connection()
                .prepareStatement("SELECT 1 FROM main." + quoted(table) + " LIMIT 1");
                ResultSet rows = query.executeQuery()) {
            return !rows.next();
        }
    }

    /// The column as SQL, or a constant when this schema has not got it.
    String column(String table, String column, String constant) throws SQLException {
        return has(table, column) ? quoted(column) : constant;
    }

    private Set<String> columns(String table) throws SQLException {
        @Nullable Set<String> known = columns.get(table);
        if (known != null) {
            return known;
        }
        Set<String> found = new LinkedHashSet<>();
        if (has(table)) {
            try (PreparedStatement query = file.connection()
                    .prepareStatement("SELECT name FROM pragma_table_info(?, 'main')")) {
                query.setString(1, table);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(text(rows, 1).toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        columns.put(table, found);
        return found;
    }

    /// The name of an index over the whole table whose first column is this one, compared byte by byte, or null.
    @Nullable String index(String table, String column) throws SQLException {
        try (PreparedStatement query = file.connection().prepareStatement("""
                SELECT l.name FROM pragma_index_list(?, 'main') l, pragma_index_xinfo(l.name, 'main') x
                WHERE l.partial=0 AND x.seqno=0 AND lower(x.name)=? AND x.coll='BINARY' AND x.desc=0
                ORDER BY (SELECT count(*) FROM pragma_index_info(l.name, 'main')), l.seq""")) {
            query.setString(1, table);
            query.setString(2, column);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? text(rows, 1) : null;
            }
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// The text of a column; empty for NULL.
    static String text(ResultSet rows, int column) throws SQLException {
        @Nullable String text = rows.getString(column);
        return text == null ? "" : text;
    }

    /// A number that may stand for not known, SQL's NULL, as NaN.
    static double value(ResultSet rows, int column) throws SQLException {
        double value = rows.getDouble(column);
        return value == 0 && rows.wasNull() ? Double.NaN : MlflowValues.real(value);
    }
}
