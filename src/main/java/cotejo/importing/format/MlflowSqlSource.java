package cotejo.importing.format;

import cotejo.importing.RunSink;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

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
    private final Told told;

    /// What was said already, kept over several attempts so that nothing is said twice.
    static final class Told {
        private final Set<String> sentences = new HashSet<>();
        private final Set<String> runsInPart = new HashSet<>();
    }

    MlflowSqlSource(Path path, SqliteFile file, RunSink sink, Cancel cancel, Told told) throws SQLException {
        this.path = path;
        this.file = file;
        this.schema = new SqliteSchema(file);
        this.sink = sink;
        this.cancel = cancel;
        this.told = told;
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
