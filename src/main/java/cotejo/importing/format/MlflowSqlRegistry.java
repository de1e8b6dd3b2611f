package cotejo.importing.format;

import static cotejo.importing.format.SqliteSchema.text;

import cotejo.model.ModelVersion;
import cotejo.model.RegisteredModel;
import cotejo.model.Stage;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the model registry: `registered_models`, `model_versions`, their tags, and aliases.
final class MlflowSqlRegistry {

    private static final String DELETED = "Deleted_Internal";
    private static final String OF_MODEL = "models:/m-";

    /// What makes a registered model one of its kind: since 3.10 its name only within a workspace.
    private record Key(String workspace, String name) {
    }

    private record VersionKey(Key model, String version) {
    }

    private final MlflowSqlSource source;
    private final Map<Key, Map<String, String>> tags = new HashMap<>();
    private final Map<VersionKey, Map<String, String>> versionTags = new HashMap<>();
    private final Map<Key, Map<String, Integer>> aliases = new HashMap<>();
    private final Map<Key, List<ModelVersion>> versions = new HashMap<>();
    private final List<RegisteredModel> models = new ArrayList<>();

    MlflowSqlRegistry(MlflowSqlSource source) {
        this.source = source;
    }

    void read() throws IOException, MlflowSqlSource.ChangedException {
        if (!source.schema.has("registered_models")) {
            return;
        }
        part(() -> each("registered_model_tags", List.of("key", "value"), (key, rows) ->
                tags.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(text(rows, 3), text(rows, 4))));
        part(() -> each("model_version_tags", List.of("key", "value", "version"), (key, rows) ->
                versionTags.computeIfAbsent(new VersionKey(key, text(rows, 5)), any -> new LinkedHashMap<>())
                        .put(text(rows, 3), text(rows, 4))));
        part(() -> each("registered_model_aliases", List.of("alias", "version"), (key, rows) ->
                aliases.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(text(rows, 3), rows.getInt(4))));
        part(() -> each("model_versions", List.of("version", "current_stage", "description", "creation_time",
                "last_updated_time", "user_id", "source", "storage_location", "run_id", "run_link", "model_id",
                "status", "status_message"), this::version));
        part(this::models);
        source.stillTheSame();
        models.forEach(source.sink::registeredModel);
    }

    private void part(MlflowSqlSource.Reading reading) throws IOException, MlflowSqlSource.ChangedException {
        source.reading(reading, why -> source.problem("sqlite.part.registry", why));
    }

    /// Takes a row whose first two columns are the key of its model.
    @FunctionalInterface
    private interface Row {
        void take(Key key, ResultSet rows) throws SQLException;
    }

    private void each(String table, List<String> columns, Row row) throws SQLException {
        if (!source.schema.has(table, "name")) {
            return;
        }
        List<String> selected = new ArrayList<>(List.of(source.schema.column(table, "workspace", "''"), "name"));
        for (String column : columns) {
            selected.add(source.schema.column(table, column, "NULL"));
        }
        source.file.rested();
        try (PreparedStatement query = source.file.connection().prepareStatement("SELECT " + String.join(", ", selected)
                + " FROM main." + SqliteSchema.quoted(table) + " ORDER BY rowid");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                source.cancel.check();
                row.take(new Key(text(rows, 1), text(rows, 2)), rows);
            }
        }
    }

    private void version(Key key, ResultSet rows) throws SQLException {
        String stageText = text(rows, 4);
        if (stageText.equals(DELETED)) {
            return;
        }
        int number = rows.getInt(3);
        if (number <= 0) {
            source.problem("sqlite.version", key.name());
            return;
        }
        Optional<Stage> stage = stageText.isEmpty() ? Optional.of(Stage.NONE) : Stage.parse(stageText);
        if (stage.isEmpty()) {
            source.problem("sqlite.stage", Integer.toString(number), key.name(), stageText);
        }
        Map<String, String> own = versionTags.getOrDefault(new VersionKey(key, text(rows, 3)), Map.of());
        versions.computeIfAbsent(key, any -> new ArrayList<>()).add(new ModelVersion(number,
                stage.orElse(Stage.NONE), text(rows, 5), MlflowValues.millis(rows.getLong(6)),
                MlflowValues.millis(rows.getLong(7)), text(rows, 8), text(rows, 9), text(rows, 10), text(rows, 11),
                text(rows, 12), modelId(text(rows, 13), text(rows, 9), own), text(rows, 14), text(rows, 15), own));
    }

    /// Up to 3.3 there is no column for the logged model; it is in the source, `models:/m-…`, or in a tag.
    private static String modelId(String column, String source, Map<String, String> tags) {
        if (!column.isEmpty()) {
            return column;
        }
        @Nullable String tag = tags.get("mlflow.modelId");
        if (tag != null) {
            return tag;
        }
        return source.startsWith(OF_MODEL) ? source.substring("models:/".length()) : "";
    }

    private void models() throws SQLException {
        boolean several = Workspaces.several(source, "registered_models");
        each("registered_models", List.of("description", "creation_time", "last_updated_time"), (key, rows) -> {
            List<ModelVersion> own = new ArrayList<>(versions.getOrDefault(key, List.of()));
            own.sort(Comparator.comparingInt(ModelVersion::version));
            models.add(new RegisteredModel(Workspaces.name(several, key.workspace(), key.name()), text(rows, 3),
                    MlflowValues.millis(rows.getLong(4)), MlflowValues.millis(rows.getLong(5)),
                    tags.getOrDefault(key, Map.of()), aliases.getOrDefault(key, Map.of()), own));
        });
    }
}
