package cotejo.model;

import java.util.Map;

/// A version of a registered model as it stands.
///
/// @param own         registered in the workspace; else it came with a source
/// @param deleted     when it was put into the trash, epoch milliseconds; 0 when it was not
/// @param stage       one of the four of MLflow, or one that was added here
/// @param sourceStage the stage its source says; empty for an own version
/// @param created     epoch milliseconds, or 0 when unknown
/// @param updated     epoch milliseconds, or 0 when unknown
/// @param source      where its files were recorded to lie, or where they were taken from
/// @param runOrigin   the path of the source of its run; may be empty
/// @param runId       the run it came from; may be empty
/// @param modelId     the logged model it came from (MLflow 3); may be empty
/// @param status      MLflow's word, such as `READY`
/// @param digest      SHA-256 of its one file, or of the list of its files; empty when its files were not taken in
/// @param bytes       of its files; 0 when they were not taken in
public record VersionCard(int version, boolean own, long deleted, String stage, String sourceStage, long created,
        long updated, String user, String source, String storageLocation, String runOrigin, String runId,
        String runLink, String modelId, String description, String status, Map<String, String> tags, String digest,
        long bytes) {

    /// Whether the workspace keeps its files.
    public boolean kept() {
        return !digest.isEmpty();
    }
}
