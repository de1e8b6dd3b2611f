package cotejo.model;

/// How often a version was used in one way.
///
/// @param last epoch milliseconds
public record Usage(Kind kind, int count, long last) {

    /// In which way.
    public enum Kind {
        EXPORT,
        LOAD,
        OPEN
    }
}
