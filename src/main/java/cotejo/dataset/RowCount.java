package cotejo.dataset;

/// How many rows are known.
///
/// @param rows  rows known so far
/// @param state whether that is all of them
public record RowCount(long rows, State state) {

    /// Whether counting goes on.
    public enum State {
        /// These are all rows.
        WHOLE,
        /// More may follow; counting is under way.
        COUNTING
    }

    /// All rows.
    public static RowCount whole(long rows) {
        return new RowCount(rows, State.WHOLE);
    }

    public boolean isWhole() {
        return state == State.WHOLE;
    }
}
