package cotejo.importing.format;

import static cotejo.importing.format.SqliteSchema.text;

import cotejo.importing.ImportedRun;
import cotejo.importing.RunWriter;
import cotejo.model.Lifecycle;
import cotejo.model.RunStatus;
import cotejo.text.Texts;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `runs`, and for each of them what belongs to it.
///
/// Each run is compared with what was remembered of it: unchanged, grown at its end, or to be read anew.
final class MlflowSqlRuns implements AutoCloseable {

    private static final int UNCHANGED_AT_ONCE = 256;
    private static final String NO_EXPERIMENT = "unknown";

    private final MlflowSqlSource source;
    private final MlflowSqlExperiments experiments;
    private final Map<String, MlflowRunMark> done;
    private final Map<String, MlflowRunMark> unchanged = new LinkedHashMap<>();
    private final MlflowSqlRunFacts facts;
    private final MlflowSqlPoints points;
    private final MlflowSqlArtifacts artifacts;

    /// @param done marks of the runs that earlier attempts of the same import wrote
    MlflowSqlRuns(MlflowSqlSource source, MlflowSqlExperiments experiments, Map<String, MlflowRunMark> done)
            throws SQLException, IOException {
        this.source = source;
        this.experiments = experiments;
        this.done = done;
        this.facts = new MlflowSqlRunFacts(source);
        this.points = new MlflowSqlPoints(source);
        this.artifacts = new MlflowSqlArtifacts(source.path, source::circle);
        source.file.onlyRead();
    }

    void read() throws IOException, MlflowSqlSource.ChangedException {
        source.reading(this::expect, why -> { });
        source.reading(this::all, why -> source.problem("sqlite.part.runs", why));
        tellUnchanged();
        source.runsInPartTold();
    }

    private void expect() throws SQLException {
        source.file.rested();
        try (PreparedStatement query = source.file.connection().prepareStatement("SELECT count(*) FROM main.runs");
                ResultSet rows = query.executeQuery()) {
            if (rows.next()) {
                source.sink.expectRuns(rows.getLong(1));
            }
        }
    }

    private void all() throws SQLException, IOException, MlflowSqlSource.ChangedException {
        SqliteSchema schema = source.schema;
        StringBuilder columns = new StringBuilder("run_uuid");
        for (Column column : Column.values()) {
            columns.append(", ").append(schema.column("runs", column.name().toLowerCase(Locale.ROOT), "NULL"));
        }
        try (PreparedStatement query = source.file.connection().prepareStatement(
                "SELECT " + columns + " FROM main.runs WHERE run_uuid<>'' ORDER BY rowid");
                ResultSet rows = query.executeQuery()) {
            for (long seen = 0; rows.next(); seen++) {
                source.cancel.check();
                if (seen > source.file.mostRows()) {
                    throw new SQLException(Texts.get("sqlite.runaway"));
                }
                one(rows);
                source.file.rested();
            }
        }
    }

    /// The columns of `runs` that are used, in the order in which they are selected after the run's id.
    private enum Column {
        NAME, EXPERIMENT_ID, STATUS, LIFECYCLE_STAGE, START_TIME, END_TIME, USER_ID, ARTIFACT_URI, SOURCE_NAME,
        SOURCE_TYPE, SOURCE_VERSION, ENTRY_POINT_NAME;

        String of(ResultSet rows) throws SQLException {
            return text(rows, ordinal() + 2);
        }

        long number(ResultSet rows) throws SQLException {
            return rows.getLong(ordinal() + 2);
        }
    }

    private void one(ResultSet rows) throws SQLException, IOException, MlflowSqlSource.ChangedException {
        String id = text(rows, 1);
        @Nullable MlflowRunMark earlier = done.get(id);
        @Nullable MlflowRunMark before = earlier != null ? earlier : MlflowRunMark.decode(source.sink.remembered(id));
        if (before != null && before.notedIn(source.file.state())) {
            same(id, earlier, before);
            return;
        }
        Damage damage = new Damage();
        ImportedRun run = describe(rows, id, damage);
        MlflowRunMark now = MlflowRunMark.ofFacts(run, source.file.state());
        MlflowSqlPoints.Tail tail = MlflowSqlPoints.Tail.ANEW;
        if (before != null && !damage.any()) {
            tail = points.compare(id, before);
            if (tail == MlflowSqlPoints.Tail.SAME && before.sameFacts(now)) {
                same(id, earlier, before);
                return;
            }
        }
        write(run, now, before, tail, damage);
    }

    /// Notes that a run is as it was, and tells it unless an earlier attempt of this import has.
    private void same(String id, @Nullable MlflowRunMark earlier, MlflowRunMark before)
            throws IOException, MlflowSqlSource.ChangedException {
        if (earlier == null) {
            unchanged.put(id, before);
        }
        if (unchanged.size() >= UNCHANGED_AT_ONCE) {
            tellUnchanged();
        }
    }

    /// A run is unchanged only if the file was, while it was compared. Looking at the file takes longer than comparing
    /// a run, so it is done for many at once.
    private void tellUnchanged() throws IOException, MlflowSqlSource.ChangedException {
        source.stillTheSame();
        unchanged.keySet().forEach(id -> source.sink.unchanged(id, null));
        done.putAll(unchanged);
        unchanged.clear();
    }

    private void write(ImportedRun run, MlflowRunMark now, @Nullable MlflowRunMark before, MlflowSqlPoints.Tail tail,
            Damage damage) throws IOException, MlflowSqlSource.ChangedException {
        experiments.need(run.experimentId(), run.id());
        source.climbing(run.artifactUri(), run.id());
        ImportedRun whole = facts.withArtifacts(run,
                artifacts.count(run.artifactUri(), run.experimentId(), run.id()));
        boolean anew = before == null || tail == MlflowSqlPoints.Tail.ANEW;
        RunWriter writer = anew ? source.sink.replace(whole) : source.sink.extend(whole);
        MlflowSqlPoints.Copied copied = points.copier(writer);
        source.reading(() -> {
            if (anew) {
                copied.all(run.id());
            } else if (tail == MlflowSqlPoints.Tail.GROWN) {
                copied.after(run.id(), before);
            }
        }, damage::add);
        source.stillTheSame();
        if (damage.any()) {
            source.runInPart(run.id(), damage.why);
        }
        if (damage.any() || source.incomplete()) {
            writer.done(new byte[0]);
            done.put(run.id(), now);
            return;
        }
        MlflowRunMark mark = anew ? copied.mark(now) : copied.markAfter(now, before);
        writer.done(mark.encode());
        done.put(run.id(), mark);
    }

    /// The first reason why a part of a run could not be read.
    static final class Damage {
        private String why = "";

        boolean any() {
            return !why.isEmpty();
        }

        void add(String reason) {
            why = why.isEmpty() ? reason : why;
        }
    }

    private ImportedRun describe(ResultSet rows, String id, Damage damage)
            throws SQLException, IOException, MlflowSqlSource.ChangedException {
        Map<String, String> tags = facts.tags(id, damage);
        addTag(tags, "mlflow.source.name", Column.SOURCE_NAME.of(rows));
        String sourceType = Column.SOURCE_TYPE.of(rows);
        addTag(tags, "mlflow.source.type", sourceType.equals("UNKNOWN") ? "" : sourceType);
        addTag(tags, "mlflow.source.git.commit", Column.SOURCE_VERSION.of(rows));
        addTag(tags, "mlflow.project.entryPoint", Column.ENTRY_POINT_NAME.of(rows));
        String name = Column.NAME.of(rows);
        String user = Column.USER_ID.of(rows);
        String experiment = Column.EXPERIMENT_ID.of(rows);
        return new ImportedRun(id, experiment.isEmpty() ? NO_EXPERIMENT : experiment,
                name.isEmpty() ? tags.getOrDefault("mlflow.runName", "") : name,
                RunStatus.parse(Column.STATUS.of(rows)), Lifecycle.parse(Column.LIFECYCLE_STAGE.of(rows)),
                MlflowValues.millis(Column.START_TIME.number(rows)), MlflowValues.millis(Column.END_TIME.number(rows)),
                user.isEmpty() ? tags.getOrDefault("mlflow.user", "") : user, Column.ARTIFACT_URI.of(rows),
                tags.getOrDefault("mlflow.parentRunId", ""), facts.params(id, damage), tags,
                facts.datasets(id, damage), 0);
    }

    /// What the first versions kept in columns of the run became tags later.
    private static void addTag(Map<String, String> tags, String key, String value) {
        if (!value.isEmpty()) {
            tags.putIfAbsent(key, value);
        }
    }

    @Override
    public void close() throws SQLException {
        facts.close();
        points.close();
    }
}
