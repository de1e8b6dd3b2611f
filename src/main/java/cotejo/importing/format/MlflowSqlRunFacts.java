package cotejo.importing.format;

import static cotejo.importing.format.SqliteSchema.text;

import cotejo.importing.ImportedRun;
import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what belongs to a run besides its points: `params`, `tags`, and `inputs` with their `datasets`.
final class MlflowSqlRunFacts implements AutoCloseable {

    private static final String CONTEXT = "mlflow.data.context";
    private static final int DATASETS_KEPT = 256;

    private final MlflowSqlSource source;
    private final @Nullable SqliteRowsOf params;
    private final @Nullable SqliteRowsOf tags;
    private final @Nullable SqliteRowsOf inputs;
    private final @Nullable SqliteRowsOf inputTags;
    private final @Nullable SqliteRowsOf datasets;
    private final Map<String, DatasetRef> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DatasetRef> eldest) {
            return size() > DATASETS_KEPT;
        }
    };

    MlflowSqlRunFacts(MlflowSqlSource source) throws SQLException, IOException {
        this.source = source;
        params = source.rowsOf("params", "run_uuid", List.of("key", "value"));
        tags = source.rowsOf("tags", "run_uuid", List.of("key", "value"));
        inputs = source.rowsOf("inputs", "destination_id",
                List.of("source_type", "destination_type", "source_id", "input_uuid"));
        inputTags = source.rowsOf("input_tags", "input_uuid", List.of("name", "value"));
        datasets = source.rowsOf("datasets", "dataset_uuid", List.of("name", "digest", "dataset_source_type",
                "dataset_source", "dataset_schema", "dataset_profile"));
    }

    Map<String, String> params(String runId, MlflowSqlRuns.Damage damage)
            throws IOException, MlflowSqlSource.ChangedException {
        Map<String, String> found = new LinkedHashMap<>();
        source.reading(() -> pairs(params, runId, found), damage::add);
        return found;
    }

    Map<String, String> tags(String runId, MlflowSqlRuns.Damage damage)
            throws IOException, MlflowSqlSource.ChangedException {
        Map<String, String> found = new LinkedHashMap<>();
        source.reading(() -> pairs(tags, runId, found), damage::add);
        return found;
    }

    /// Adds the names and values of an owner.
    static void pairs(@Nullable SqliteRowsOf table, String owner, Map<String, String> found) throws SQLException {
        if (table != null) {
            try (ResultSet rows = table.of(owner)) {
                while (rows.next()) {
                    found.put(text(rows, 1), text(rows, 2));
                }
            }
        }
    }

    List<DatasetUse> datasets(String runId, MlflowSqlRuns.Damage damage)
            throws IOException, MlflowSqlSource.ChangedException {
        List<DatasetUse> found = new ArrayList<>();
        source.reading(() -> addDatasets(runId, found), damage::add);
        return found;
    }

    private void addDatasets(String runId, List<DatasetUse> found) throws SQLException {
        if (inputs == null) {
            return;
        }
        try (ResultSet rows = inputs.of(runId)) {
            while (rows.next()) {
                if (text(rows, 1).equals("DATASET") && text(rows, 2).equals("RUN")) {
                    @Nullable DatasetRef dataset = dataset(text(rows, 3));
                    if (dataset != null) {
                        Map<String, String> about = new LinkedHashMap<>();
                        pairs(inputTags, text(rows, 4), about);
                        found.add(new DatasetUse(dataset, about.getOrDefault(CONTEXT, "")));
                    }
                }
            }
        }
    }

    private @Nullable DatasetRef dataset(String uuid) throws SQLException {
        @Nullable DatasetRef known = recent.get(uuid);
        if (known != null || datasets == null) {
            return known;
        }
        try (ResultSet rows = datasets.of(uuid)) {
            if (!rows.next()) {
                return null;
            }
            DatasetRef dataset = new DatasetRef(text(rows, 1), text(rows, 2), text(rows, 3), text(rows, 4),
                    text(rows, 5), text(rows, 6));
            recent.put(uuid, dataset);
            return dataset;
        }
    }

    /// The run with the number of its artifact files, which is looked up only when the run is written.
    ImportedRun withArtifacts(ImportedRun run, int artifacts) {
        return new ImportedRun(run.id(), run.experimentId(), run.name(), run.status(), run.lifecycle(), run.start(),
                run.end(), run.user(), run.artifactUri(), run.parentId(), run.params(), run.tags(), run.datasets(),
                artifacts);
    }

    @Override
    public void close() throws SQLException {
        for (SqliteRowsOf rows : new SqliteRowsOf[] {params, tags, inputs, inputTags, datasets}) {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
