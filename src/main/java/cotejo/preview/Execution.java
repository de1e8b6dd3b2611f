package cotejo.preview;

/// What loading a model file would run, from calm to alarming. Only the first two are calm, and neither says that a
/// file is harmless: only what was read.
public enum Execution {

    /// The format cannot carry code, and nothing in it asks for any.
    NONE("none"),
    /// Loading calls constructors, all of them on the allow list.
    KNOWN_CONSTRUCTORS("known-constructors"),
    /// Loading needs names that are on no list.
    UNKNOWN_IMPORTS("unknown-imports"),
    /// Not everything was read, so nothing can be said of the rest. Treat it as dangerous.
    NOT_FULLY_PARSED("not-fully-parsed"),
    /// Loading calls what can run programs, open files or import anything.
    DANGEROUS_IMPORTS("dangerous-imports");

    private final String id;

    Execution(String id) {
        this.id = id;
    }

    /// The word of the JSON contract.
    public String id() {
        return id;
    }

    /// The more alarming of two.
    public Execution and(Execution other) {
        return other.compareTo(this) > 0 ? other : this;
    }

    /// Whether loading, as far as it was read, calls nothing but known constructors, and everything was read.
    public boolean calm() {
        return this == NONE || this == KNOWN_CONSTRUCTORS;
    }
}
