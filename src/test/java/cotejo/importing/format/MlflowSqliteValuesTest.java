package cotejo.importing.format;

import static cotejo.importing.format.MlflowDatabase.OTHER_RUN;
import static cotejo.importing.format.MlflowDatabase.RUN;
import static cotejo.importing.format.MlflowDatabase.point;
import static cotejo.importing.format.MlflowDatabase.read;
import static cotejo.importing.format.MlflowDatabase.run;
import static cotejo.importing.format.MlflowDatabase.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.bench.SqliteStore;
import cotejo.bench.StoreGenerator;
import cotejo.importing.Claim;
import cotejo.importing.ImportedRun;
import cotejo.model.Lifecycle;
import cotejo.model.ModelVersion;
import cotejo.model.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What single rows mean, in schemas of all ages.
class MlflowSqliteValuesTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("any name.sqlite");
    }

    @Test
    void nanAndInfinitiesComeBackAsWhatTheyWere() throws Exception {
        write(file(), run(RUN), "INSERT INTO metrics VALUES ('m', 0, 1700000000000, '" + RUN + "', 0, 1)",
                point(RUN, "m", 1, "1.7976931348623157e308"), point(RUN, "m", 2, "-1.7976931348623157e308"),
                point(RUN, "m", 3, "0"), point(RUN, "m", 4, "-0.1"), point(RUN, "m", 5, "9e999"));
        assertEquals(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.1,
                Double.POSITIVE_INFINITY), read(file()).values(RUN, "m"));
    }

    @Test
    void pointsKeepTheOrderInWhichTheyWereStored() throws Exception {
        write(file(), run(RUN), run(OTHER_RUN), point(RUN, "m", 5, "1"), point(OTHER_RUN, "m", 1, "7"),
                point(RUN, "a", 3, "2"), point(RUN, "m", -2, "3"), point(RUN, "m", 5, "0.5"));
        SqliteSink sink = read(file());
        assertEquals(List.of(5L, -2L, 5L), sink.steps(RUN, "m"));
        assertEquals(List.of(1.0, 3.0, 0.5), sink.values(RUN, "m"));
        assertEquals(List.of(7.0), sink.values(OTHER_RUN, "m"));
    }

    @Test
    void moreNamesOfMetricsThanAreComparedInSqlAreReadAsWell() throws Exception {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            sql.append(point(RUN, "it''s \"m\" " + i, 0, Integer.toString(i))).append(";\n");
        }
        write(file(), run(RUN), sql.toString());
        assertEquals(List.of(77.0), read(file()).values(RUN, "it's \"m\" 77"));
    }

    @Test
    void aRunComesWithAllThatBelongsToIt() throws Exception {
        String longText = "x".repeat(100_000);
        write(file(), run(RUN), "INSERT INTO params VALUES ('lr', '0.1', '" + RUN + "')",
                "INSERT INTO params VALUES ('long', '" + longText + "', '" + RUN + "')",
                "INSERT INTO tags VALUES ('mlflow.parentRunId', '" + OTHER_RUN + "', '" + RUN + "')",
                "INSERT INTO tags VALUES ('empty', NULL, '" + RUN + "')",
                "INSERT INTO datasets VALUES ('d1', 1, 'wine', 'abc', 'local', '{}', 'schema', 'profile')",
                "INSERT INTO inputs VALUES ('i1', 'DATASET', 'd1', 'RUN', '" + RUN + "', 0)",
                "INSERT INTO inputs VALUES ('i2', 'RUN_INPUT', '" + RUN + "', 'MODEL_INPUT', '" + RUN + "', 0)",
                "INSERT INTO input_tags VALUES ('i1', 'mlflow.data.context', 'eval')");
        SqliteSink sink = read(file());
        ImportedRun run = sink.run(RUN);
        assertEquals(Map.of("lr", "0.1", "long", longText), run.params());
        assertEquals(OTHER_RUN, run.parentId());
        assertEquals("", run.tags().get("empty"));
        assertEquals(List.of("wine eval schema profile"), run.datasets().stream().map(use -> use.dataset().name() + " "
                + use.context() + " " + use.dataset().schema() + " " + use.dataset().profile()).toList());
        assertEquals(List.of("first", "FINISHED", "ana", "1700000000000", "1700000060000"), List.of(run.name(),
                run.status().name(), run.user(), Long.toString(run.start()), Long.toString(run.end())));
    }

    @Test
    void aRunOfAnExperimentThatIsNotThereIsKeptAndTold() throws Exception {
        write(file(), run(RUN), "UPDATE runs SET experiment_id=99");
        SqliteSink sink = read(file());
        assertEquals("99", sink.run(RUN).experimentId());
        assertTrue(sink.problemText().contains("99"), sink.problemText());
    }

    @Test
    void theOldestSchemaIsRead() throws Exception {
        // As MLflow 0.9 made it: no revision, no step, no is_nan, no tags of experiments, no index but the keys.
        try (Connection connection = MlflowDatabase.open(file())) {
            SqliteStore.run(connection, """
                    CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(256) NOT NULL,
                      artifact_location VARCHAR(256), lifecycle_stage VARCHAR(32));
                    CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250),
                      source_type VARCHAR(20), source_name VARCHAR(500), entry_point_name VARCHAR(50),
                      user_id VARCHAR(256), status VARCHAR(20), start_time BIGINT, end_time BIGINT,
                      source_version VARCHAR(50), lifecycle_stage VARCHAR(20), artifact_uri VARCHAR(200),
                      experiment_id INTEGER);
                    CREATE TABLE tags (key VARCHAR(250) NOT NULL, value VARCHAR(250), run_uuid VARCHAR(32) NOT NULL,
                      PRIMARY KEY (key, run_uuid));
                    CREATE TABLE metrics (key VARCHAR(250) NOT NULL, value FLOAT, timestamp BIGINT NOT NULL,
                      run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, timestamp, run_uuid));
                    CREATE TABLE params (key VARCHAR(250) NOT NULL, value VARCHAR(250) NOT NULL,
                      run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY (key, run_uuid));
                    INSERT INTO experiments VALUES (0, 'Default', './mlruns/0', 'active');
                    INSERT INTO runs VALUES ('r1', '', 'PROJECT', 'train.py', 'main', 'bo', 'FAILED', 1560000000,
                      NULL, 'c0ffee', 'deleted', './mlruns/0/r1/artifacts', 0);
                    INSERT INTO runs VALUES ('r0', '', 'LOCAL', 'x.py', '', 'bo', 'KILLED', 1560000000123,
                      1560000001123, '', NULL, '', 0);
                    INSERT INTO tags VALUES ('mlflow.runName', 'old one', 'r1');
                    INSERT INTO metrics VALUES ('loss', 0.5, 1560000001, 'r1');
                    INSERT INTO metrics VALUES ('loss', NULL, 1560000002, 'r1');
                    INSERT INTO metrics VALUES ('loss', 3, 1560000002, 'r0');
                    INSERT INTO params VALUES ('lr', '0.1', 'r1');
                    """);
        }
        assertEquals(Claim.Strength.LIKELY, new MlflowSqlite().claim(file()).strength());
        SqliteSink sink = read(file());
        ImportedRun run = sink.run("r1");
        assertEquals(List.of("old one", "bo"), List.of(run.name(), run.user()));
        assertEquals(RunStatus.FAILED, run.status());
        assertEquals(Lifecycle.DELETED, run.lifecycle());
        assertEquals(1_560_000_000_000L, run.start());
        assertEquals(Map.of("lr", "0.1"), run.params());
        assertEquals(Map.of("mlflow.runName", "old one", "mlflow.source.name", "train.py", "mlflow.source.type",
                "PROJECT", "mlflow.source.git.commit", "c0ffee", "mlflow.project.entryPoint", "main"), run.tags());
        assertEquals(List.of(0.5, Double.NaN), sink.values("r1", "loss"));
        assertEquals(List.of(3.0), sink.values("r0", "loss"));
        assertEquals(1_560_000_001_000L, sink.pointsOf("r1").getFirst().time());
        assertEquals(1_560_000_000_123L, sink.run("r0").start());
        assertEquals("", sink.problemText());
    }

    @Test
    void aStoreWithoutIndexesIsReadLikeOneWithThem() throws Exception {
        // MLflow 1.3 to 1.24 had no index by run.
        try (Connection connection = MlflowDatabase.open(file())) {
            SqliteStore.run(connection, SqliteStore.TABLES);
            SqliteStore.run(connection, "DROP TABLE registered_models; \nDROP TABLE logged_models");
            SqliteStore.run(connection, "INSERT INTO experiments VALUES (1, 'one', 'file:///a', 'active', 1, 2)");
            SqliteStore.run(connection, run(RUN) + ";\n" + run(OTHER_RUN));
            SqliteStore.run(connection, point(RUN, "m", 2, "1") + ";\n" + point(OTHER_RUN, "m", 0, "2") + ";\n"
                    + point(RUN, "m", 1, "3"));
        }
        SqliteSink sink = read(file());
        assertEquals(List.of(2L, 1L), sink.steps(RUN, "m"));
        assertEquals(List.of(2.0), sink.values(OTHER_RUN, "m"));
        MlflowDatabase.change(file(), point(RUN, "m", 9, "4"));
        MlflowDatabase.readAgain(file(), sink);
        assertEquals(List.of("extend " + RUN, "unchanged " + OTHER_RUN), sink.calls);
        assertEquals(List.of(1.0, 3.0, 4.0), sink.values(RUN, "m"));
    }

    @Test
    void theRegistryComesWithStagesAliasesAndTagsButWithoutDeletedVersions() throws Exception {
        write(file(), "INSERT INTO registered_models VALUES ('model', 1, 2, 'about it')",
                "INSERT INTO registered_model_tags VALUES ('team', 'a', 'model')",
                "INSERT INTO registered_model_aliases VALUES ('champion', 2, 'model')",
                version(2, "Production", "models:/m-0a", "NULL"), version(10, "None", "s3://b/x", "'" + RUN + "'"),
                version(3, "Deleted_Internal", "x", "NULL"),
                "INSERT INTO model_version_tags VALUES ('checked', 'yes', 'model', 2)");
        SqliteSink sink = read(file());
        List<ModelVersion> versions = sink.registeredModel("model").versions();
        assertEquals(List.of("2 PRODUCTION m-0a", "10 NONE "), versions.stream()
                .map(one -> one.version() + " " + one.stage() + " " + one.modelId()).toList());
        assertEquals(Map.of("checked", "yes"), versions.getFirst().tags());
        assertEquals(RUN, versions.getLast().runId());
        assertEquals(Map.of("champion", 2), sink.registeredModel("model").aliases());
        assertEquals(Map.of("team", "a"), sink.registeredModel("model").tags());
        assertEquals("about it", sink.registeredModel("model").description());
    }

    private static String version(int number, String stage, String source, String runId) {
        return "INSERT INTO model_versions VALUES ('model', " + number + ", 1, 2, NULL, NULL, '" + stage + "', '"
                + source + "', " + runId + ", 'READY', NULL, NULL, NULL)";
    }

    @Test
    void modelsOfOneNameInTwoWorkspacesStayApart() throws Exception {
        // As from MLflow 3.10 on.
        write(file(), "ALTER TABLE registered_models RENAME TO old",
                "CREATE TABLE registered_models (workspace TEXT, name TEXT, creation_time BIGINT, "
                        + "last_updated_time BIGINT, description TEXT, PRIMARY KEY (workspace, name))",
                "ALTER TABLE model_versions ADD COLUMN workspace TEXT",
                "INSERT INTO registered_models VALUES ('default', 'model', 1, 2, 'first')",
                "INSERT INTO registered_models VALUES ('lab', 'model', 1, 2, 'second')",
                version(1, "None", "a", "NULL").replace("NULL)", "NULL, 'default')"),
                version(2, "None", "b", "NULL").replace("NULL)", "NULL, 'lab')"));
        SqliteSink sink = read(file());
        assertEquals("first", sink.registeredModel("model").description());
        assertEquals(List.of(1), sink.registeredModel("model").versions().stream().map(ModelVersion::version).toList());
        assertEquals("second", sink.registeredModel("lab/model").description());
        assertEquals(List.of(2), sink.registeredModel("lab/model").versions().stream().map(ModelVersion::version)
                .toList());
    }

    @Test
    void aGeneratedStoreHoldsWhatWasAskedFor() throws SQLException, IOException {
        StoreGenerator.sqlite(file(), new StoreGenerator.Shape(7, 3, 2, 5, 1));
        SqliteSink sink = read(file());
        assertEquals(7, sink.runs.size());
        assertEquals(70, sink.allPoints());
        assertEquals(21, sink.runs.values().stream().mapToInt(run -> run.params().size()).sum());
        assertEquals(Claim.Strength.CERTAIN, new MlflowSqlite().claim(file()).strength());
    }
}
