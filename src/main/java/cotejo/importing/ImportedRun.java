package cotejo.importing;

import cotejo.model.DatasetUse;
import cotejo.model.Lifecycle;
import cotejo.model.RunStatus;
import java.util.List;
import java.util.Map;

/// A run as a source holds it, without its points.
///
/// @param id            its id, unique in the source
/// @param experimentId  the [ImportedExperiment#id] it stands in
/// @param start         epoch milliseconds, or 0 when unknown
/// @param end           epoch milliseconds, or 0
/// @param user          may be empty
/// @param artifactUri   as recorded; may be empty
/// @param parentId      the run id of its parent, or empty
/// @param artifacts     how many artifact files lie beside it
public record ImportedRun(String id, String experimentId, String name, RunStatus status, Lifecycle lifecycle,
        long start, long end, String user, String artifactUri, String parentId, Map<String, String> params,
        Map<String, String> tags, List<DatasetUse> datasets, int artifacts) {
}
