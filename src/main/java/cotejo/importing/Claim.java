package cotejo.importing;

/// How sure an importer is that a path is of its format, and why.
///
/// @param evidence what it saw, in a few words for the person, such as "2 experiments with meta.yaml"
public record Claim(Strength strength, String evidence) {

    /// Graded certainty; a later constant beats an earlier one.
    public enum Strength {
        /// Not this format.
        NONE,
        /// Could be; nothing speaks against it.
        WEAK,
        /// Its marks are there, though not all.
        LIKELY,
        /// Beyond doubt.
        CERTAIN
    }

    public static Claim none() {
        return new Claim(Strength.NONE, "");
    }

    public static Claim weak(String evidence) {
        return new Claim(Strength.WEAK, evidence);
    }

    public static Claim likely(String evidence) {
        return new Claim(Strength.LIKELY, evidence);
    }

    public static Claim certain(String evidence) {
        return new Claim(Strength.CERTAIN, evidence);
    }
}
