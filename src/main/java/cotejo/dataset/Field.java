package cotejo.dataset;

/// A column, or a part of a nested one.
///
/// @param name     as in the file
/// @param type     what its values mean
/// @param nullness whether null may occur
/// @param physical how it is stored, in the format's own words, such as `INT64`; empty where the format has no others
public record Field(String name, FieldType type, Nullness nullness, String physical) {

    /// Whether null may occur.
    public enum Nullness {
        NULLABLE,
        REQUIRED
    }

    public static Field of(String name, FieldType type) {
        return new Field(name, type, Nullness.NULLABLE, "");
    }
}
