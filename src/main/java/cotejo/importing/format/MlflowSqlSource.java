package cotejo.importing.format;

import cotejo.artifact.ArtifactLocator;
import cotejo.importing.RunSink;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One opened MLflow database on its way into a sink, with what all of its readers need.
final class MlflowSqlSource {

    private static final int RUNS_NAMED = 20;

    /// The database was written to while it was read; what was being read is void.
    static final class ChangedException extends Exception {
        private static final long serialVersionUID = 1L;

        ChangedException() {
            super("changed while being read", null, false, false);
        }
    }

    final Path path;
    final SqliteFile file;
    final SqliteSchema schema;
    final RunSink sink;
    final Cancel cancel;
    final boolean hurried;
    private final Told told;
    private boolean incomplete;

    /// What was said already, kept over several attempts so that nothing is said twice.
    static final class Told {
        private final Set<String> sentences = new HashSet<>();
        private final Set<String> runsInPart = new HashSet<>();
    }

    /// @param hurried whether somebody writes to the database so often that looks at it must be short
    MlflowSqlSource(Path path, SqliteFile file, RunSink sink, Cancel cancel, Told told, boolean hurried)
            throws SQLException {
        this.path = path;
        this.file = file;
        this.schema = new SqliteSchema(file);
        this.sink = sink;
        this.cancel = cancel;
        this.told = told;
        this.hurried = hurried;
    }

    /// Reads of the database that end early where it is damaged.
    @FunctionalInterface
    interface Reading {
        void run() throws SQLException, ChangedException, IOException;
    }

    /// Reads, and tells the reason when it could not be read to its end.
    ///
    /// @throws ChangedException when the reason is that the file was written to
    void reading(Reading work, Consumer<String> damaged) throws ChangedException, IOException {
        try {
            work.run();
        } catch (SQLException failure) {
            String why = file.why(failure);
            stillTheSame();
            damaged.accept(why);
        }
    }

    /// The rows of a table by their owner; null when this schema has not got the table, when it is empty, or when it is
    /// too damaged to be looked into, which is told and makes this import [#incomplete].
    @Nullable SqliteRowsOf rowsOf(String table, String owner, List<String> columns)
            throws SQLException, IOException {
        List<String> selected = new ArrayList<>();
        for (String column : columns) {
            selected.add(schema.has(table, column) ? "t." + SqliteSchema.quoted(column) : "''");
        }
        return rowsOf(table, owner, String.join(", ", selected));
    }

    /// The same with the columns as SQL.
    @Nullable SqliteRowsOf rowsOf(String table, String owner, String columns) throws SQLException, IOException {
        try {
            return schema.has(table, owner) && !schema.empty(table)
                    ? new SqliteRowsOf(file, schema, table, owner, columns) : null;
        } catch (SQLException failure) {
            String why = file.why(failure);
            if (!file.unchanged()) {
                throw failure; // not damaged, but being written to: the next attempt finds it whole
            }
            problem("sqlite.part.table", table, why);
            incomplete = true;
            return null;
        }
    }

    /// True when a table had to be left out, so that what was read of a run may not be all of it.
    boolean incomplete() {
        return incomplete;
    }

    void stillTheSame() throws ChangedException, IOException {
        if (!file.unchanged()) {
            throw new ChangedException();
        }
    }

    /// Tells a problem of the database, once.
    void problem(String key, Object... arguments) {
        String sentence = Texts.get(key, arguments);
        if (told.sentences.add(sentence)) {
            sink.problem(Problem.of(path, sentence));
        }
    }

    /// Tells that an address of artifacts climbs out of where it begins; such a one is never opened.
    void climbing(String address, String owner) {
        if (ArtifactLocator.climbs(address, owner)) {
            problem("artifact.climbs.of", owner, address);
        }
    }

    /// Tells of a link among artifacts that leads in a circle.
    void circle(Path link) {
        sink.problem(Problem.of(link.toString(), Texts.get("mlflowfolder.link.circle")));
    }

    /// Tells that a run could be read only in part. Only the first ones are told by name.
    void runInPart(String runId, String why) {
        if (told.runsInPart.add(runId) && told.runsInPart.size() <= RUNS_NAMED) {
            problem("sqlite.part.run", runId, why);
        }
    }

    void runsInPartTold() {
        int more = told.runsInPart.size() - RUNS_NAMED;
        if (more > 0) {
            problem("sqlite.part.more", Integer.toString(more));
        }
    }
}
