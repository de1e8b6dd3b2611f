package cotejo.codec;

import java.io.IOException;

/// A document that is no YAML, or beyond the limits of [YamlNodes].
public final class YamlException extends IOException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with the document.
    public enum Reason {
        /// It breaks the grammar.
        SYNTAX,
        /// A tab stands where only blanks may.
        TAB,
        /// It has too many bytes.
        TOO_LARGE,
        /// It is nested too deep.
        TOO_DEEP,
        /// It refers to its own parts too often, as an "alias bomb" does.
        TOO_MANY_ALIASES
    }

    private final Reason reason;
    private final int line;

    YamlException(Reason reason, int line, String message) {
        super(message);
        this.reason = reason;
        this.line = line;
    }

    YamlException(Reason reason, int line, Throwable cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
        this.line = line;
    }

    /// What is wrong.
    public Reason reason() {
        return reason;
    }

    /// The 1-based line, or 0 when none is meant.
    public int line() {
        return line;
    }
}
