package cotejo.model;

import java.util.List;
import java.util.Map;

/// A logged model of MLflow 3: a model that a run wrote, with its own params and metrics.
///
/// @param experimentId the id of its experiment in the source
/// @param runId        the run that wrote it; may be empty
/// @param status       `PENDING`, `READY`, `UPLOAD_FAILED` or empty
/// @param created      epoch milliseconds, or 0 when unknown
public record LoggedModel(String id, String experimentId, String name, String modelType, String artifactLocation,
        String runId, String status, Lifecycle lifecycle, long created, long updated, Map<String, String> tags,
        Map<String, String> params, List<Metric> metrics) {

    /// One metric value of a logged model, with the dataset it was measured on when the source says so.
    public record Metric(String key, double value, long time, long step, String runId, String datasetName,
            String datasetDigest) {
    }
}
