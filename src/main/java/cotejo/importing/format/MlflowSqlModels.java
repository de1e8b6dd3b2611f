package cotejo.importing.format;

import static cotejo.importing.format.SqliteSchema.text;

import cotejo.model.Lifecycle;
import cotejo.model.LoggedModel;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the logged models of MLflow 3: `logged_models` with their params, tags and metrics.
final class MlflowSqlModels {

    private static final List<String> COLUMNS = List.of("experiment_id", "name", "model_type", "artifact_location",
            "source_run_id", "status", "lifecycle_stage", "creation_timestamp_ms", "last_updated_timestamp_ms");
    /// `LoggedModelStatus` by its number.
    private static final List<String> STATUS = List.of("", "PENDING", "READY", "UPLOAD_FAILED");

    private final MlflowSqlSource source;

    MlflowSqlModels(MlflowSqlSource source) {
        this.source = source;
    }

    void read() throws IOException, MlflowSqlSource.ChangedException {
        if (!source.schema.has("logged_models")) {
            return;
        }
        List<LoggedModel> found = new ArrayList<>();
        source.reading(() -> models(found), why -> source.problem("sqlite.part.models", why));
        source.stillTheSame();
        found.forEach(model -> source.climbing(model.artifactLocation(), model.id()));
        found.forEach(source.sink::loggedModel);
    }

    private void models(List<LoggedModel> found) throws SQLException, IOException {
        List<String> selected = new ArrayList<>();
        for (String column : COLUMNS) {
            selected.add(source.schema.column("logged_models", column, "NULL"));
        }
        String sql = "SELECT model_id, " + String.join(", ", selected) + " FROM main.logged_models ORDER BY rowid";
        try (SqliteRowsOf params = rowsOf("logged_model_params", "param_key", "param_value");
                SqliteRowsOf tags = rowsOf("logged_model_tags", "tag_key", "tag_value");
                SqliteRowsOf metrics = rowsOf("logged_model_metrics", "metric_name", "metric_value",
                        "metric_timestamp_ms", "metric_step", "run_id", "dataset_name", "dataset_digest");
                PreparedStatement query = source.file.connection().prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                source.cancel.check();
                found.add(model(rows, params, tags, metrics));
                source.file.rested();
            }
        }
    }

    private @Nullable SqliteRowsOf rowsOf(String table, String... columns) throws SQLException, IOException {
        return source.rowsOf(table, "model_id", List.of(columns));
    }

    private static LoggedModel model(ResultSet rows, @Nullable SqliteRowsOf params, @Nullable SqliteRowsOf tags,
            @Nullable SqliteRowsOf metrics) throws SQLException {
        String id = text(rows, 1);
        Map<String, String> ownParams = new LinkedHashMap<>();
        MlflowSqlRunFacts.pairs(params, id, ownParams);
        Map<String, String> ownTags = new LinkedHashMap<>();
        MlflowSqlRunFacts.pairs(tags, id, ownTags);
        String status = text(rows, 7);
        return new LoggedModel(id, text(rows, 2), text(rows, 3), text(rows, 4), text(rows, 5), text(rows, 6),
                status.length() == 1 && status.charAt(0) >= '0' && status.charAt(0) < '0' + STATUS.size()
                        ? STATUS.get(status.charAt(0) - '0') : status,
                Lifecycle.parse(text(rows, 8)), MlflowValues.millis(rows.getLong(9)),
                MlflowValues.millis(rows.getLong(10)), ownTags, ownParams, metrics(metrics, id));
    }

    private static List<LoggedModel.Metric> metrics(@Nullable SqliteRowsOf metrics, String id) throws SQLException {
        List<LoggedModel.Metric> found = new ArrayList<>();
        if (metrics != null) {
            try (ResultSet rows = metrics.of(id)) {
                while (rows.next()) {
                    found.add(new LoggedModel.Metric(text(rows, 1), SqliteSchema.value(rows, 2),
                            MlflowValues.millis(rows.getLong(3)), rows.getLong(4), text(rows, 5), text(rows, 6),
                            text(rows, 7)));
                }
            }
        }
        return found;
    }
}
