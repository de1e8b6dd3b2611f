package cotejo.model;

import java.util.Map;

/// A version of a registered model.
///
/// @param created epoch milliseconds, or 0 when unknown
/// @param updated epoch milliseconds, or 0 when unknown
/// @param source  where its files were recorded to lie
/// @param runId   the run it came from; may be empty
/// @param modelId the logged model it came from (MLflow 3); may be empty
/// @param status  MLflow's word, such as `READY`
public record ModelVersion(int version, Stage stage, String description, long created, long updated, String user,
        String source, String storageLocation, String runId, String runLink, String modelId, String status,
        String statusMessage, Map<String, String> tags) {
}
