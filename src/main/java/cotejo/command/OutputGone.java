package cotejo.command;

import java.io.IOException;

/// Standard output takes no more.
final class OutputGone extends IOException {

    private static final long serialVersionUID = 1L;

    OutputGone(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /// Whether whoever read it simply had enough, as `head` does; everything else, such as a full disk, is an error.
    boolean quiet() {
        String message = getMessage();
        return message != null && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
    }
}
