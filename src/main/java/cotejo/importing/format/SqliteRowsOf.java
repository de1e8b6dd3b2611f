package cotejo.importing.format;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// The rows of a table that belong to one owner (a run, a model, …), in the order in which they were stored.
///
/// They are found by an index of the file. Early schemas have none for most tables; then a temporary index of our own
/// is made once, so that a store of 10,000 runs does not read the whole table 10,000 times.
final class SqliteRowsOf implements AutoCloseable {

    private final SqliteFile file;
    private final String from;
    private final PreparedStatement rows;
    private @Nullable PreparedStatement last;
    private @Nullable PreparedStatement extent;
    private final String columns;
    private final String order;

    /// @param columns what to select, as SQL; the table is `t`
    SqliteRowsOf(SqliteFile file, SqliteSchema schema, String table, String owner, String columns)
            throws SQLException {
        this.file = file;
        this.columns = columns;
        @Nullable String index = schema.index(table, owner);
        String name = SqliteSchema.quoted(table);
        if (index != null) {
            from = " FROM main." + name + " t INDEXED BY " + SqliteSchema.quoted(index) + " WHERE t."
                    + SqliteSchema.quoted(owner) + "=? AND t.rowid>=?";
        } else {
            String own = SqliteSchema.quoted("by_" + owner + "_" + table);
            build(own, name, SqliteSchema.quoted(owner));
            from = " FROM temp." + own + " o CROSS JOIN main." + name + " t ON t.rowid=o.r WHERE o.owner=? AND o.r>=?";
        }
        order = index != null ? " ORDER BY t.rowid" : " ORDER BY o.r";
        rows = file.connection().prepareStatement("SELECT " + columns + from + order);
    }

    private void build(String own, String name, String owner) throws SQLException {
        file.rested();
        try (Statement statement = file.connection().createStatement()) {
            statement.execute("CREATE TEMP TABLE IF NOT EXISTS " + own
                    + "(owner TEXT, r INTEGER, PRIMARY KEY (owner, r)) WITHOUT ROWID");
            statement.execute("INSERT OR IGNORE INTO temp." + own + " SELECT CAST(" + owner
                    + " AS TEXT), rowid FROM main." + name + " NOT INDEXED WHERE " + owner
                    + " IS NOT NULL ORDER BY 1, 2");
        }
    }

    /// All rows of the owner. The result is valid until the next call.
    ResultSet of(String owner) throws SQLException {
        return from(owner, Long.MIN_VALUE);
    }

    /// The rows of the owner from a row number on.
    ResultSet from(String owner, long firstRow) throws SQLException {
        file.rested();
        rows.setString(1, owner);
        rows.setLong(2, firstRow);
        return rows.executeQuery();
    }

    /// The row stored last, with its row number as an additional last column.
    ResultSet last(String owner) throws SQLException {
        if (last == null) {
            last = file.connection().prepareStatement(
                    "SELECT " + columns + ", t.rowid" + from + order + " DESC LIMIT 1");
        }
        file.rested();
        last.setString(1, owner);
        last.setLong(2, Long.MIN_VALUE);
        return last.executeQuery();
    }

    /// How many rows the owner has from a row number on, and the number of the last of them (0 when there is none).
    Extent extent(String owner, long firstRow) throws SQLException {
        if (extent == null) {
            extent = file.connection().prepareStatement("SELECT count(*), max(t.rowid)" + from);
        }
        file.rested();
        extent.setString(1, owner);
        extent.setLong(2, firstRow);
        try (ResultSet result = extent.executeQuery()) {
            return result.next() ? new Extent(result.getLong(1), result.getLong(2)) : new Extent(0, 0);
        }
    }

    /// A number of rows, and the row number of the last.
    record Extent(long rows, long lastRow) {
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        if (last != null) {
            last.close();
        }
        if (extent != null) {
            extent.close();
        }
    }
}
