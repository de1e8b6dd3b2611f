package cotejo.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// The lines of a text file, as many as can be looked at beside each other.
///
/// @param cut whether there is more than was read
public record TextFile(List<String> lines, boolean cut) {

    /// The bytes that are read at most.
    public static final int MOST_BYTES = 4_000_000;

    public TextFile {
        lines = List.copyOf(lines);
    }

    /// Reads a file; empty when its bytes are no text: not UTF-8, or with NUL among them.
    ///
    /// @throws IOException when it cannot be read
    public static Optional<TextFile> read(FileOfRun file) throws IOException {
        try (InputStream in = Files.newInputStream(file.file())) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            boolean cut = file.size() > bytes.length;
            return text(bytes, cut).map(text -> new TextFile(text.lines().toList(), cut));
        }
    }

    /// A file that was cut may end within a character.
    private static Optional<String> text(byte[] bytes, boolean cut) {
        for (int drop = 0; drop <= (cut ? 3 : 0); drop++) {
            try {
                String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - drop))).toString();
                return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
            } catch (CharacterCodingException noText) {
                // The next try leaves one byte more out.
            }
        }
        return Optional.empty();
    }
}
