package cotejo.analysis;

/// What stands for the members of a group at a step.
public enum Center {
    MEAN,
    /// Of an even number, the mean of the middle two.
    MEDIAN
}
