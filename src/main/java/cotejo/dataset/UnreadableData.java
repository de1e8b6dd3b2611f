package cotejo.dataset;

import java.io.IOException;

/// A file, or a part of it, cannot be read; the message is one sentence that names the file and says why.
public final class UnreadableData extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableData(String sentence) {
        super(oneLine(sentence));
    }

    public UnreadableData(String sentence, Throwable cause) {
        super(oneLine(sentence), cause);
    }

    /// Names from a file may hold anything; its control characters become their pictures.
    private static String oneLine(String sentence) {
        return sentence.codePoints().map(c -> c < 0x20 ? 0x2400 + c : c == 0x7f ? 0x2421 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
