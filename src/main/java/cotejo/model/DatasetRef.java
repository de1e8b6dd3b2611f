package cotejo.model;

/// A dataset that runs refer to. It is identified by name and digest.
///
/// @param sourceType such as `local`, `hugging_face`, `code`; may be empty
/// @param source     the source as recorded, often JSON
/// @param schema     the schema as recorded, often JSON; may be empty
/// @param profile    the profile as recorded, often JSON; may be empty
public record DatasetRef(String name, String digest, String sourceType, String source, String schema, String profile) {
}
