package cotejo.dataset;

import java.io.IOException;

/// A file, or a part of it, cannot be read; the message is one sentence that names the file and says why.
public final class UnreadableData extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableData(String sentence) {
        super(sentence);
    }

    public UnreadableData(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
