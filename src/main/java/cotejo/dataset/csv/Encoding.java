package cotejo.dataset.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/// Finds how the characters of a text are written.
///
/// @param charset the encoding
/// @param bom     bytes of the byte order mark at the beginning
/// @param guessed whether letters alone spoke for it: any text can be read in it
record Encoding(Charset charset, int bom, boolean guessed) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Set<String> SCRIPTS = Set.of("WINDOWS-1251", "KOI8-R", "ISO-8859-5", "IBM866", "ISO-8859-7",
            "WINDOWS-1253", "WINDOWS-1255", "ISO-8859-8");
    private static final Charset CENTRAL = Charset.forName("windows-1250");

    static Encoding of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3, false);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, false);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, false);
        }
        Charset wide = wide(head);
        if (wide != null) {
            return new Encoding(wide, 0, false);
        }
        return utf8(head) ? new Encoding(StandardCharsets.UTF_8, 0, false) : new Encoding(narrow(head), 0, true);
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// UTF-16 without a mark: nearly every second byte of plain text is zero.
    private static @org.jspecify.annotations.Nullable Charset wide(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int half = head.length / 2;
        if (half >= 4 && odd > half * 0.7 && even < half * 0.1) {
            return StandardCharsets.UTF_16LE;
        }
        return half >= 4 && even > half * 0.7 && odd < half * 0.1 ? StandardCharsets.UTF_16BE : null;
    }

    static boolean utf8(byte[] head) {
        CharBuffer out = CharBuffer.allocate(head.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(head), out, false);
        return !result.isError();
    }

    /// Of the encodings with one byte a character the one in which fewer words have a symbol in their midst.
    private static Charset narrow(byte[] head) {
        if (anotherScript(head)) {
            return script(head);
        }
        if (oddities(head, CENTRAL) < oddities(head, WESTERN)) {
            return CENTRAL;
        }
        for (byte b : head) {
            if ((b & 0xff) >= 0x80 && (b & 0xff) < 0xA0) {
                return WESTERN;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    /// Words of another script have no ASCII letter in them, whereas accented letters stand among ASCII ones.
    private static boolean anotherScript(byte[] head) {
        int together = 0;
        int alone = 0;
        for (int i = 1; i < head.length; i++) {
            boolean high = (head[i] & 0xff) >= 0xC0;
            boolean before = (head[i - 1] & 0xff) >= 0xC0;
            if (high && before) {
                together++;
            } else if (high && Character.isLetter(head[i - 1] & 0x7f) && head[i - 1] >= 0
                    || before && head[i] >= 0 && Character.isLetter(head[i])) {
                alone++;
            }
        }
        return together >= 3 && together > 4 * alone;
    }

    /// Which script, by Mozilla's frequencies of letters; windows-1251, the one met most, where they do not tell.
    private static Charset script(byte[] head) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(head, 0, head.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name != null && SCRIPTS.contains(name) && Charset.isSupported(name) ? Charset.forName(name) : CYRILLIC;
    }

    private static int oddities(byte[] head, Charset charset) {
        String text = new String(head, charset);
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inWord = i > 0 && Character.isLetter(text.charAt(i - 1))
                    || i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
            if (c > 0x7f && inWord && !Character.isLetter(c)) {
                odd++;
            }
        }
        return odd;
    }
}
