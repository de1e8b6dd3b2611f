package cotejo.ui.compare;

/// What the panel can show now.
enum Phase {
    /// Fewer than two runs are chosen.
    EMPTY,
    LOADING,
    FULL,
    FAILED,
    STOPPED
}
