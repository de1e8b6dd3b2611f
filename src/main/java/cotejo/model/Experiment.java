package cotejo.model;

import java.util.Map;

/// An experiment of a source.
///
/// @param key              the workspace's own number of it
/// @param sourceKey        the source it came from
/// @param id               the id in its source
/// @param artifactLocation where its runs' artifacts were recorded to lie; may be empty
/// @param created          epoch milliseconds, or 0 when the source does not say
/// @param updated          epoch milliseconds, or 0 when the source does not say
public record Experiment(long key, long sourceKey, String id, String name, Lifecycle lifecycle, String artifactLocation,
        long created, long updated, Map<String, String> tags) {
}
