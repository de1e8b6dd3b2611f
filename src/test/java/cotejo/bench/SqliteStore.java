package cotejo.bench;

import cotejo.bench.StoreGenerator.Shape;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;

/// Writes a store with the tables, keys and indexes of MLflow 3.3's database.
///
/// Points are inserted as a training writes them: all metrics of a step, then the next step. The indexes besides the
/// primary keys are built at the end, which is faster; only the order of pages in the file differs.
public final class SqliteStore {

    /// The tables of MLflow 3.3 (revision 534353b11cbc) that hold runs and the registry.
    public static final String TABLES = """
            CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
            CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(256) NOT NULL UNIQUE,
              artifact_location VARCHAR(256), lifecycle_stage VARCHAR(32), creation_time BIGINT,
              last_update_time BIGINT);
            CREATE TABLE experiment_tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(5000),
              experiment_id INTEGER NOT NULL, PRIMARY KEY ("key", experiment_id));
            CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250), source_type VARCHAR(20),
              source_name VARCHAR(500), entry_point_name VARCHAR(50), user_id VARCHAR(256), status VARCHAR(9),
              start_time BIGINT, end_time BIGINT, source_version VARCHAR(50), lifecycle_stage VARCHAR(20),
              artifact_uri VARCHAR(200), experiment_id INTEGER, deleted_time BIGINT);
            CREATE TABLE tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(8000), run_uuid VARCHAR(32) NOT NULL,
              PRIMARY KEY ("key", run_uuid));
            CREATE TABLE params ("key" VARCHAR(250) NOT NULL, value VARCHAR(8000) NOT NULL,
              run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY ("key", run_uuid));
            CREATE TABLE metrics ("key" VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT NOT NULL,
              run_uuid VARCHAR(32) NOT NULL, step BIGINT DEFAULT '0' NOT NULL, is_nan BOOLEAN DEFAULT '0' NOT NULL,
              PRIMARY KEY ("key", timestamp, step, run_uuid, value, is_nan));
            CREATE TABLE latest_metrics ("key" VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT,
              step BIGINT NOT NULL, is_nan BOOLEAN NOT NULL, run_uuid VARCHAR(32) NOT NULL,
              PRIMARY KEY ("key", run_uuid));
            CREATE TABLE datasets (dataset_uuid VARCHAR(36) NOT NULL, experiment_id INTEGER NOT NULL,
              name VARCHAR(500) NOT NULL, digest VARCHAR(36) NOT NULL, dataset_source_type VARCHAR(36) NOT NULL,
              dataset_source TEXT NOT NULL, dataset_schema TEXT, dataset_profile TEXT,
              PRIMARY KEY (experiment_id, name, digest));
            CREATE TABLE inputs (input_uuid VARCHAR(36) NOT NULL, source_type VARCHAR(36) NOT NULL,
              source_id VARCHAR(36) NOT NULL, destination_type VARCHAR(36) NOT NULL,
              destination_id VARCHAR(36) NOT NULL, step BIGINT DEFAULT '0' NOT NULL,
              PRIMARY KEY (source_type, source_id, destination_type, destination_id));
            CREATE TABLE input_tags (input_uuid VARCHAR(36) NOT NULL, name VARCHAR(255) NOT NULL,
              value VARCHAR(500) NOT NULL, PRIMARY KEY (input_uuid, name));
            CREATE TABLE logged_models (model_id VARCHAR(36) NOT NULL PRIMARY KEY, experiment_id INTEGER NOT NULL,
              name VARCHAR(500) NOT NULL, artifact_location VARCHAR(1000) NOT NULL,
              creation_timestamp_ms BIGINT NOT NULL, last_updated_timestamp_ms BIGINT NOT NULL,
              status INTEGER NOT NULL, lifecycle_stage VARCHAR(32), model_type VARCHAR(500),
              source_run_id VARCHAR(32), status_message VARCHAR(1000));
            CREATE TABLE logged_model_metrics (model_id VARCHAR(36) NOT NULL, metric_name VARCHAR(500) NOT NULL,
              metric_timestamp_ms BIGINT NOT NULL, metric_step BIGINT NOT NULL, metric_value FLOAT,
              experiment_id INTEGER NOT NULL, run_id VARCHAR(32) NOT NULL, dataset_uuid VARCHAR(36),
              dataset_name VARCHAR(500), dataset_digest VARCHAR(36),
              PRIMARY KEY (model_id, metric_name, metric_timestamp_ms, metric_step, run_id));
            CREATE TABLE logged_model_params (model_id VARCHAR(36) NOT NULL, experiment_id INTEGER NOT NULL,
              param_key VARCHAR(255) NOT NULL, param_value TEXT NOT NULL, PRIMARY KEY (model_id, param_key));
            CREATE TABLE logged_model_tags (model_id VARCHAR(36) NOT NULL, experiment_id INTEGER NOT NULL,
              tag_key VARCHAR(255) NOT NULL, tag_value TEXT NOT NULL, PRIMARY KEY (model_id, tag_key));
            CREATE TABLE registered_models (name VARCHAR(256) NOT NULL PRIMARY KEY, creation_time BIGINT,
              last_updated_time BIGINT, description VARCHAR(5000));
            CREATE TABLE model_versions (name VARCHAR(256) NOT NULL, version INTEGER NOT NULL, creation_time BIGINT,
              last_updated_time BIGINT, description VARCHAR(5000), user_id VARCHAR(256), current_stage VARCHAR(20),
              source VARCHAR(500), run_id VARCHAR(32), status VARCHAR(20), status_message VARCHAR(500),
              run_link VARCHAR(500), storage_location VARCHAR(500), PRIMARY KEY (name, version));
            CREATE TABLE registered_model_tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(5000),
              name VARCHAR(256) NOT NULL, PRIMARY KEY ("key", name));
            CREATE TABLE model_version_tags ("key" VARCHAR(250) NOT NULL, value TEXT, name VARCHAR(256) NOT NULL,
              version INTEGER NOT NULL, PRIMARY KEY ("key", name, version));
            CREATE TABLE registered_model_aliases (alias VARCHAR(256) NOT NULL, version INTEGER NOT NULL,
              name VARCHAR(256) NOT NULL, PRIMARY KEY (name, alias));
            INSERT INTO alembic_version VALUES ('534353b11cbc');
            """;

    /// The indexes of MLflow 3.3 over them.
    public static final String INDEXES = """
            CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
            CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
            CREATE INDEX index_params_run_uuid ON params (run_uuid);
            CREATE INDEX index_tags_run_uuid ON tags (run_uuid);
            CREATE INDEX index_inputs_destination_type_destination_id_source_type
              ON inputs (destination_type, destination_id, source_type);
            CREATE INDEX index_inputs_input_uuid ON inputs (input_uuid);
            CREATE INDEX index_datasets_dataset_uuid ON datasets (dataset_uuid);
            CREATE INDEX index_logged_model_metrics_model_id ON logged_model_metrics (model_id);
            """;

    private SqliteStore() {
    }

    static void write(Path out, Shape shape) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + out)) {
            run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;");
            run(connection, TABLES);
            connection.setAutoCommit(false);
            run(connection, "INSERT INTO experiments VALUES (" + StoreGenerator.EXPERIMENT_ID
                    + ", 'generated', 'file:///home/user/mlruns/1', 'active', " + StoreGenerator.FIRST_TIME + ", "
                    + StoreGenerator.FIRST_TIME + ");");
            runs(connection, shape);
            pairs(connection, shape);
            metrics(connection, shape);
            run(connection, INDEXES);
            connection.commit();
        }
    }

    /// Runs statements that end with a semicolon at the end of a line.
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql.split(";\\s*(\\n|$|(?=PRAGMA))")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private static void runs(Connection connection, Shape shape) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO runs VALUES (?, ?, 'UNKNOWN', '', '', 'user', 'FINISHED', ?, ?, '', 'active', ?, 1, NULL)
                """)) {
            for (int run = 0; run < shape.runs(); run++) {
                String id = StoreGenerator.runId(shape, run);
                insert.setString(1, id);
                insert.setString(2, StoreGenerator.runName(run));
                insert.setLong(3, StoreGenerator.runStart(run));
                insert.setLong(4, StoreGenerator.time(run, shape.steps()));
                insert.setString(5, "file:///home/user/mlruns/1/" + id + "/artifacts");
                insert.executeUpdate();
            }
        }
    }

    private static void pairs(Connection connection, Shape shape) throws SQLException {
        try (PreparedStatement param = connection.prepareStatement("INSERT INTO params VALUES (?, ?, ?)");
                PreparedStatement tag = connection.prepareStatement("INSERT INTO tags VALUES (?, ?, ?)")) {
            for (int run = 0; run < shape.runs(); run++) {
                String id = StoreGenerator.runId(shape, run);
                for (int i = 0; i < shape.params(); i++) {
                    pair(param, StoreGenerator.paramKey(i), StoreGenerator.paramValue(shape, run, i), id);
                }
                pair(tag, "mlflow.runName", StoreGenerator.runName(run), id);
                pair(tag, "mlflow.user", "user", id);
                pair(tag, "mlflow.source.name", "train.py", id);
                pair(tag, "mlflow.source.type", "LOCAL", id);
            }
        }
    }

    private static void pair(PreparedStatement insert, String key, String value, String id) throws SQLException {
        insert.setString(1, key);
        insert.setString(2, value);
        insert.setString(3, id);
        insert.executeUpdate();
    }

    private static void metrics(Connection connection, Shape shape) throws SQLException {
        SplittableRandom[] noise = new SplittableRandom[shape.metrics()];
        String[] keys = new String[shape.metrics()];
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO metrics (\"key\", value, timestamp, run_uuid, step) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement latest = connection.prepareStatement(
                        "INSERT INTO latest_metrics VALUES (?, ?, ?, ?, 0, ?)")) {
            for (int run = 0; run < shape.runs(); run++) {
                String id = StoreGenerator.runId(shape, run);
                for (int metric = 0; metric < keys.length; metric++) {
                    keys[metric] = StoreGenerator.metricKey(metric);
                    noise[metric] = StoreGenerator.noise(shape, run, metric);
                }
                for (int step = 0; step < shape.steps(); step++) {
                    long time = StoreGenerator.time(run, step);
                    for (int metric = 0; metric < keys.length; metric++) {
                        double value = StoreGenerator.value(noise[metric], step, shape.steps());
                        insert.setString(1, keys[metric]);
                        insert.setDouble(2, value);
                        insert.setLong(3, time);
                        insert.setString(4, id);
                        insert.setInt(5, step);
                        insert.executeUpdate();
                        if (step == shape.steps() - 1) {
                            last(latest, keys[metric], value, time, step, id);
                        }
                    }
                }
            }
        }
    }

    private static void last(PreparedStatement latest, String key, double value, long time, int step, String id)
            throws SQLException {
        latest.setString(1, key);
        latest.setDouble(2, value);
        latest.setLong(3, time);
        latest.setInt(4, step);
        latest.setString(5, id);
        latest.executeUpdate();
    }
}
