package cotejo.query;

/// Something that can be written into a filter.
///
/// @param insert what to put in place of the range that [Completion] names
/// @param kind   what it is
/// @param runs   how many runs have this key or value; -1 where that means nothing
public record Suggestion(String insert, Kind kind, int runs) {

    public enum Kind {
        ENTITY,
        ATTRIBUTE,
        METRIC,
        PARAM,
        TAG,
        DATASET,
        FUNCTION,
        OPERATOR,
        VALUE,
        KEYWORD,
        /// A whole filter that was used before.
        EARLIER
    }
}
