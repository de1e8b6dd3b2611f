package cotejo.command;

/// The exit codes, which are contract.
public final class Exit {

    /// All done.
    public static final int DONE = 0;
    /// Done, but some of the input had problems; they were listed.
    public static final int PROBLEMS = 1;
    /// Wrong usage.
    public static final int USAGE = 2;
    /// The input could not be read, or nothing in it was recognised.
    public static final int UNREADABLE = 3;
    /// The workspace is in use or damaged.
    public static final int WORKSPACE = 4;
    /// Cancelled by the person.
    public static final int CANCELLED = 130;

    private Exit() {
    }
}
