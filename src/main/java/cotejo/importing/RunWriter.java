package cotejo.importing;

/// Takes the points of one run, any number of keys mixed, each key's points in the order the source holds them.
/// Nothing is visible to anybody before [#done], and nothing at all if it is never called.
public interface RunWriter {

    /// One point with a whole step.
    ///
    /// @param time epoch milliseconds
    void point(String metric, long step, long time, double value);

    /// One point with a fractional step.
    void pointAt(String metric, double step, long time, double value);

    /// Ends the run.
    ///
    /// @param remember what [RunSink#remembered] shall return next time
    void done(byte[] remember);
}
