package cotejo.importing.format;

import static cotejo.importing.format.SqliteSchema.text;

import cotejo.importing.ImportedExperiment;
import cotejo.model.Lifecycle;
import cotejo.text.Texts;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `experiments` and `experiment_tags`.
final class MlflowSqlExperiments {

    private final MlflowSqlSource source;
    private final Set<String> known = new HashSet<>();

    MlflowSqlExperiments(MlflowSqlSource source) {
        this.source = source;
    }

    void read() throws IOException, MlflowSqlSource.ChangedException {
        Map<String, Map<String, String>> tags = new LinkedHashMap<>();
        List<ImportedExperiment> found = new ArrayList<>();
        source.reading(() -> tags(tags), why -> source.problem("sqlite.part.experiments", why));
        source.reading(() -> experiments(tags, found), why -> source.problem("sqlite.part.experiments", why));
        source.stillTheSame();
        for (ImportedExperiment experiment : found) {
            if (known.add(experiment.id())) {
                source.sink.experiment(experiment);
            }
        }
    }

    /// Makes sure that a run's experiment is there, and tells when it had to be made up.
    void need(String experimentId, String runId) {
        if (known.add(experimentId)) {
            source.problem("sqlite.run.nowhere", runId, experimentId);
            source.sink.experiment(new ImportedExperiment(experimentId,
                    Texts.get("sqlite.experiment.unnamed", experimentId), Lifecycle.ACTIVE, "", 0, 0, Map.of()));
        }
    }

    private void tags(Map<String, Map<String, String>> tags) throws SQLException {
        if (!source.schema.has("experiment_tags", "experiment_id")) {
            return;
        }
        source.file.rested();
        try (PreparedStatement query = source.file.connection()
                .prepareStatement("SELECT experiment_id, key, value FROM main.experiment_tags ORDER BY rowid");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                source.cancel.check();
                tags.computeIfAbsent(text(rows, 1), any -> new LinkedHashMap<>()).put(text(rows, 2), text(rows, 3));
            }
        }
    }

    private void experiments(Map<String, Map<String, String>> tags, List<ImportedExperiment> found)
            throws SQLException {
        SqliteSchema schema = source.schema;
        boolean several = Workspaces.several(source, "experiments");
        source.file.rested();
        try (PreparedStatement query = source.file.connection().prepareStatement("SELECT experiment_id, "
                + schema.column("experiments", "name", "''") + ", "
                + schema.column("experiments", "lifecycle_stage", "''") + ", "
                + schema.column("experiments", "artifact_location", "''") + ", "
                + schema.column("experiments", "creation_time", "0") + ", "
                + schema.column("experiments", "last_update_time", "0") + ", "
                + schema.column("experiments", "workspace", "''") + " FROM main.experiments ORDER BY rowid");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                source.cancel.check();
                String id = text(rows, 1);
                String name = Workspaces.name(several, text(rows, 7), text(rows, 2));
                found.add(new ImportedExperiment(id,
                        name.isEmpty() ? Texts.get("sqlite.experiment.unnamed", id) : name,
                        Lifecycle.parse(text(rows, 3)), text(rows, 4), MlflowValues.millis(rows.getLong(5)),
                        MlflowValues.millis(rows.getLong(6)), tags.getOrDefault(id, Map.of())));
            }
        }
    }
}
