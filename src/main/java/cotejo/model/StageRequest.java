package cotejo.model;

/// Somebody's wish that a version moves to a stage, and what became of it.
///
/// @param archive   whether the versions in that stage are to be archived
/// @param asked     epoch milliseconds
/// @param decidedBy empty while it is pending
/// @param decided   epoch milliseconds, 0 while it is pending
public record StageRequest(long id, long modelKey, int version, String stage, boolean archive, String who, long asked,
        String comment, State state, String decidedBy, long decided, String answer) {

    /// What became of it.
    public enum State {
        PENDING,
        APPROVED,
        REJECTED
    }
}
