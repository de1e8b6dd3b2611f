package cotejo.model;

import java.util.List;
import java.util.Map;

/// A registered model with its versions, lowest first.
///
/// @param created epoch milliseconds, or 0 when unknown
/// @param updated epoch milliseconds, or 0 when unknown
/// @param aliases alias to version number
public record RegisteredModel(String name, String description, long created, long updated, Map<String, String> tags,
        Map<String, Integer> aliases, List<ModelVersion> versions) {
}
