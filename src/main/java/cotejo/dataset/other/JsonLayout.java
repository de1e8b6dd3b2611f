package cotejo.dataset.other;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How rows follow each other in a JSON file.
enum JsonLayout {
    /// A value a line.
    LINES,
    /// The elements of one array.
    ARRAY,
    /// Values that take several lines each, one after another, or that are not UTF-8.
    VALUES;

    private static final int HEAD = 64 << 10;

    static JsonLayout of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = text(head);
        return text.startsWith("[") && (!linesByName(file) || !firstIsWhole(text)) ? ARRAY
                : wide(head) || !firstIsWhole(text) && follow(text) ? VALUES : LINES;
    }

    static boolean linesByName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    private static boolean wide(byte[] head) {
        return !charset(head).equals(StandardCharsets.UTF_8);
    }

    private static Charset charset(byte[] head) {
        int mark = head.length < 2 ? 0 : (head[0] & 0xff) << 8 | head[1] & 0xff;
        return mark == 0xFFFE ? StandardCharsets.UTF_16LE : mark == 0xFEFF ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /// The beginning of a file without what comes before its first sign.
    static String text(byte[] head) {
        String text = new String(head, charset(head));
        return (text.startsWith("\ufeff") ? text.substring(1) : text).strip();
    }

    /// Whether the first line is a JSON value.
    static boolean firstIsWhole(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        try (JsonParser parser = new JsonFactory().createParser(first)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return true;
        } catch (IOException noJson) {
            return false;
        }
    }

    /// Whether an object is followed by another, wherever lines end.
    static boolean follow(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == JsonToken.START_OBJECT;
        } catch (IOException noJson) {
            return false;
        }
    }
}
