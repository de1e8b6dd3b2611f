package cotejo.compare;

/// Whether the runs have the same under a key.
public enum Verdict {
    SAME,
    DIFFERENT,
    /// Not known yet: files of the same size whose contents were not read.
    OPEN
}
