package cotejo.compare;

/// Something that may be behind a gap, with its evidence in a sentence.
///
/// @param key      the param, dataset, package or tag; empty where there is only one of the kind
/// @param strength the share of the differences among the experiment's runs that go along with it, 0 to 1; NaN when
///                 too few runs tell
public record Cause(Kind kind, String key, double strength, String sentence) {

    /// The kinds, the likelier first when nothing else is known.
    public enum Kind {
        PARAM,
        DATASET,
        COMMIT,
        PACKAGE,
        HARDWARE,
        /// A param whose values mostly, but not wholly, tell the groups apart.
        MIXED_PARAM,
        /// A param that other runs varied without much effect.
        FAINT_PARAM,
        /// A param of which nothing can be told: it differs in every run, or only names a run, a time or a place.
        LABEL_PARAM,
        /// Not a cause but where to look: the step at which the curves part.
        CURVE
    }
}
