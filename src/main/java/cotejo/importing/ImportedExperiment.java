package cotejo.importing;

import cotejo.model.Lifecycle;
import java.util.Map;

/// An experiment as a source holds it.
///
/// @param id      its id in the source, unique there
/// @param created epoch milliseconds, or 0 when the source does not say
/// @param updated epoch milliseconds, or 0 when the source does not say
public record ImportedExperiment(String id, String name, Lifecycle lifecycle, String artifactLocation, long created,
        long updated, Map<String, String> tags) {
}
