package cotejo.store;

/// The workspace could not be read or written. The message is a sentence for the person and names the folder or file.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What kind of trouble it is, so that a command knows its exit code and a window what to offer.
    public enum Kind {
        /// Another program has the workspace open.
        IN_USE,
        /// The files are damaged, or were made by a newer Cotejo.
        UNUSABLE,
        /// A single reading or writing failed; the workspace as such is sound.
        FAILED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
