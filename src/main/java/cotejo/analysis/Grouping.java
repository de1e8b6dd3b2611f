package cotejo.analysis;

/// How the members of a group become one curve.
///
/// @param between what a member has at a step at which it logged nothing
public record Grouping(Center center, Band band, Between between) {

    /// The mean with its standard deviation, stored points only.
    public static final Grouping DEFAULT = new Grouping(Center.MEAN, Band.STD, Between.NOTHING);

    /// What a member has at a step at which it logged nothing.
    public enum Between {
        /// Nothing: only stored points count.
        NOTHING,
        /// The value on the straight line between the points before and after, unless there is none on one side, or one
        /// that is not finite.
        INTERPOLATED
    }
}
