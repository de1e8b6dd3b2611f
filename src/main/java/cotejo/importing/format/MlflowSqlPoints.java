package cotejo.importing.format;

import cotejo.importing.RunWriter;
import cotejo.text.Texts;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Reads the points of a run from `metrics`, in the order in which they were stored.
///
/// They are always found by the run: the primary key of the table starts with the metric's name, and by it SQLite would
/// walk over the points of all runs.
final class MlflowSqlPoints implements AutoCloseable {

    /// How the points of a run stand to what was remembered of them.
    enum Tail {
        /// Nothing was added.
        SAME,
        /// There are more, after the ones that are known.
        GROWN,
        /// Not the same points.
        ANEW
    }

    private static final int ROWS_BETWEEN_LOOKS = 4096;
    private static final int ROWS_BETWEEN_STAMPS = 1 << 18;

    private final MlflowSqlSource source;
    private final @Nullable SqliteRowsOf rows;
    private final MlflowSqlKeys keys;

    MlflowSqlPoints(MlflowSqlSource source) throws SQLException, IOException {
        this.source = source;
        SqliteSchema schema = source.schema;
        keys = MlflowSqlKeys.of(source);
        // Before `is_nan` was there, NaN was SQL's NULL.
        String value = schema.has("metrics", "is_nan") ? "CASE WHEN t.is_nan THEN NULL ELSE t.value END" : "t.value";
        rows = source.rowsOf("metrics", "run_uuid", keys.sql() + ", " + value + ", "
                + (schema.has("metrics", "timestamp") ? "t.timestamp" : "0") + ", "
                + (schema.has("metrics", "step") ? "t.step" : "0") + ", t.key");
    }

    /// Compares the points of a run with what was remembered of them.
    Tail compare(String runId, MlflowRunMark before) throws SQLException {
        if (rows == null) {
            return Tail.ANEW;
        }
        if (source.hurried && before.points() > 0) {
            return compareEnd(rows, runId, before);
        }
        SqliteRowsOf.Extent extent = rows.extent(runId, Long.MIN_VALUE);
        if (extent.rows() == before.points() && extent.lastRow() == before.lastRow()) {
            return Tail.SAME;
        }
        if (before.points() == 0) {
            return Tail.GROWN;
        }
        long added = extent.rows() - before.points();
        boolean appended = added > 0 && rows.extent(runId, before.lastRow()).rows() == added + 1
                && hashAt(rows, runId, before.lastRow()) == before.lastHash();
        return appended ? Tail.GROWN : Tail.ANEW;
    }

    /// Looks only at the end of the points. MLflow never takes points away; counting all of them would notice if
    /// somebody else did, but takes longer than a busy writer leaves the file alone.
    private static Tail compareEnd(SqliteRowsOf rows, String runId, MlflowRunMark before) throws SQLException {
        if (hashAt(rows, runId, before.lastRow()) != before.lastHash()) {
            return Tail.ANEW;
        }
        return rows.extent(runId, before.lastRow()).rows() > 1 ? Tail.GROWN : Tail.SAME;
    }

    private static long hashAt(SqliteRowsOf rows, String runId, long row) throws SQLException {
        try (ResultSet points = rows.from(runId, row)) {
            return points.next() ? MlflowRunMark.hash(SqliteSchema.text(points, 5), points.getLong(4),
                    MlflowValues.millis(points.getLong(3)), SqliteSchema.value(points, 2)) : 0;
        }
    }

    Copied copier(RunWriter writer) {
        return new Copied(writer);
    }

    /// Copies points of one run into a writer, and knows which.
    final class Copied {

        private final RunWriter writer;
        private long count;
        private long lastRow;
        private long lastHash;

        private Copied(RunWriter writer) {
            this.writer = writer;
        }

        /// All points of the run.
        void all(String runId) throws SQLException, IOException, MlflowSqlSource.ChangedException {
            from(runId, Long.MIN_VALUE);
        }

        /// The points stored after those that are known.
        void after(String runId, @Nullable MlflowRunMark known)
                throws SQLException, IOException, MlflowSqlSource.ChangedException {
            from(runId, known == null || known.points() == 0 ? Long.MIN_VALUE : known.lastRow() + 1);
        }

        private void from(String runId, long first)
                throws SQLException, IOException, MlflowSqlSource.ChangedException {
            if (rows != null) {
                try (ResultSet points = rows.from(runId, first)) {
                    copy(points);
                }
                remember(rows, runId);
            }
        }

        private void copy(ResultSet points) throws SQLException, IOException, MlflowSqlSource.ChangedException {
            while (points.next()) {
                String key = keys.name(points, 1, 5);
                double value = points.getDouble(2);
                if (value == 0 && points.wasNull()) {
                    value = Double.NaN;
                }
                writer.point(key, points.getLong(4), MlflowValues.millis(points.getLong(3)), MlflowValues.real(value));
                count++;
                if (count % ROWS_BETWEEN_LOOKS == 0) {
                    source.cancel.check();
                    if (count > source.file.mostRows()) {
                        throw new SQLException(Texts.get("sqlite.runaway"));
                    }
                    source.file.rested();
                    if (count % ROWS_BETWEEN_STAMPS == 0) {
                        source.stillTheSame();
                    }
                }
            }
        }

        private void remember(SqliteRowsOf rows, String runId) throws SQLException {
            try (ResultSet last = rows.last(runId)) {
                if (last.next()) {
                    lastRow = last.getLong(6);
                    lastHash = MlflowRunMark.hash(SqliteSchema.text(last, 5), last.getLong(4),
                            MlflowValues.millis(last.getLong(3)), SqliteSchema.value(last, 2));
                }
            }
        }

        /// The mark of a run all of whose points were copied.
        MlflowRunMark mark(MlflowRunMark facts) {
            return facts.withPoints(count, lastRow, lastHash);
        }

        /// The mark of a run to whose known points those were added that were copied.
        MlflowRunMark markAfter(MlflowRunMark facts, @Nullable MlflowRunMark known) {
            if (known == null) {
                return mark(facts);
            }
            return count == 0 ? facts.withPoints(known.points(), known.lastRow(), known.lastHash())
                    : facts.withPoints(known.points() + count, lastRow, lastHash);
        }
    }

    @Override
    public void close() throws SQLException {
        if (rows != null) {
            rows.close();
        }
    }
}
