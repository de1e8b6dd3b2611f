package cotejo.work;

/// A wish to stop, looked at by long work between steps. Never an interrupt: an interrupt inside H2's file access
/// closes the whole database.
public final class Cancel {

    private volatile boolean requested;

    /// A wish that nobody can utter.
    public static Cancel never() {
        return new Cancel();
    }

    /// Asks the work to stop at its next look.
    public void request() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }

    /// @throws CancelledException when stopping has been asked for
    public void check() {
        if (requested) {
            throw new CancelledException();
        }
    }
}
