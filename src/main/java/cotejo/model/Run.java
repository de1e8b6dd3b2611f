package cotejo.model;

import org.jspecify.annotations.Nullable;

/// The attributes of a run, as they stand after the person's own edits. Params, tags and metrics are columns of
/// [RunFrame] or, for a single run, [RunFacts].
///
/// @param key           the workspace's own number of it, stable for as long as the run is there
/// @param sourceKey     the source it came from
/// @param experimentKey the experiment it stands in (the person may have moved it)
/// @param id            the run id in its source
/// @param start         epoch milliseconds, or 0 when unknown
/// @param end           epoch milliseconds, or 0 when it has not ended or is not known
/// @param user          may be empty
/// @param artifactUri   as recorded by the source; may be empty
/// @param parentId      the run id of its parent in the same source, or null
/// @param starred       marked by the person
/// @param hidden        left out of curves by the person
public record Run(long key, long sourceKey, long experimentKey, String id, String name, RunStatus status,
        Lifecycle lifecycle, long start, long end, String user, String artifactUri, @Nullable String parentId,
        boolean starred, boolean hidden) {

    /// How long the run took in milliseconds, or -1 when start or end is not known.
    public long duration() {
        return start > 0 && end >= start ? end - start : -1;
    }
}
