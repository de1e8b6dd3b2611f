package cotejo.codec.pickle;

import java.io.IOException;

/// A stream that is no pickle, ends too early, or is beyond the limits of [PickleMachine].
public final class PickleException extends IOException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with the stream.
    public enum Reason {
        /// The bytes end inside an instruction, or before the instruction that ends a pickle.
        ENDS_EARLY,
        /// A byte stands where an instruction should, and is none.
        NO_INSTRUCTION,
        /// An instruction takes what is not there, or cannot be taken like this.
        BROKEN,
        /// It says a length that cannot be.
        LENGTH,
        /// More of something than is looked at.
        TOO_MUCH
    }

    private final Reason reason;
    private final long position;
    private final String detail;

    PickleException(Reason reason, long position, String detail) {
        super(detail);
        this.reason = reason;
        this.position = position;
        this.detail = detail;
    }

    /// What is wrong.
    public Reason reason() {
        return reason;
    }

    /// What it is about, in a word or two.
    public String detail() {
        return detail;
    }

    /// The offset of the byte it was seen at.
    public long position() {
        return position;
    }
}
