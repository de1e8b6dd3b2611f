package cotejo.preview;

import cotejo.codec.ByteLines;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text of any length, read piece by piece: its beginning, its end, and the lines that contain something.
public final class TextFile {

    /// How much of the beginning or the end is shown.
    public static final int SHOWN = 1 << 20;
    /// The most lines that are found.
    public static final int MOST_FOUND = 2000;
    private static final int LONGEST = 1 << 16;
    private static final int SHOWN_LINE = 4000;

    private final Path path;
    private final Charset charset;
    private final long bytes;

    private TextFile(Path path, Charset charset, long bytes) {
        this.path = path;
        this.charset = charset;
        this.bytes = bytes;
    }

    /// Lines of a text.
    ///
    /// @param first the number of the first line from 1, or 0 when it is not known
    /// @param cut   whether there is more before or behind
    public record Lines(List<String> lines, long first, Preview.More cut) {
    }

    /// A line that contains what was looked for.
    public record Found(long number, String line) {
    }

    static TextFile of(Path path, byte[] head, long bytes) {
        Charset charset = starts(head, 0xff, 0xfe) ? StandardCharsets.UTF_16LE
                : starts(head, 0xfe, 0xff) ? StandardCharsets.UTF_16BE
                : utf8(head) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new TextFile(path, charset, bytes);
    }

    private static boolean starts(byte[] head, int first, int second) {
        return head.length > 1 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
    }

    /// Whether bytes are text: a byte order mark, or no control characters that texts do not have, and not many bytes
    /// beyond ASCII unless they are UTF-8.
    static boolean looksLikeText(byte[] head) {
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
            return true;
        }
        int high = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
                return false;
            }
            high += b < 0 ? 1 : 0;
        }
        return utf8(head) || high < head.length / 10;
    }

    /// Whether it is UTF-8; a character cut off at the end does not count against it.
    private static boolean utf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false);
        return !result.isError();
    }

    public Path path() {
        return path;
    }

    public long bytes() {
        return bytes;
    }

    /// The name of its encoding.
    public String encoding() {
        return charset.name();
    }

    /// The beginning.
    public Lines head() throws IOException {
        byte[] read = read(0, (int) Math.min(SHOWN, bytes));
        return new Lines(lines(read), 1, bytes > read.length ? Preview.More.CUT : Preview.More.ALL_SHOWN);
    }

    /// The end; from the first whole line on.
    public Lines tail() throws IOException {
        if (bytes <= SHOWN) {
            return head();
        }
        List<String> lines = lines(read((bytes - SHOWN) & ~1L, SHOWN));
        return new Lines(lines.size() > 1 ? lines.subList(1, lines.size()) : lines, 0, Preview.More.CUT);
    }

    private byte[] read(long at, int length) throws IOException {
        byte[] read = new byte[length];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(at);
            int have = 0;
            for (int more = file.read(read, 0, length); more > 0; more = file.read(read, have, length - have)) {
                have += more;
                if (have == length) {
                    break;
                }
            }
            return have == length ? read : java.util.Arrays.copyOf(read, have);
        }
    }

    private List<String> lines(byte[] read) {
        String text = new String(read, charset);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().map(TextFile::cut).toList();
    }

    private static String cut(String line) {
        return line.length() > SHOWN_LINE ? line.substring(0, SHOWN_LINE) + "…" : line;
    }

    /// The lines that contain a text, whatever its case, at most [#MOST_FOUND]. Reads the whole file.
    public List<Found> search(String wanted, Cancel cancel) throws IOException {
        List<Found> found = new ArrayList<>();
        String folded = wanted.toLowerCase(Locale.ROOT);
        long number = 0;
        try (ByteLines in = new ByteLines(Files.newInputStream(path), 0, LONGEST)) {
            while (in.next() && found.size() < MOST_FOUND) {
                number++;
                if ((number & 0x3ff) == 0) {
                    cancel.check();
                }
                if (in.tooLong()) {
                    continue;
                }
                String line = new String(in.bytes(), in.from(), in.to() - in.from(), charset);
                if (line.toLowerCase(Locale.ROOT).contains(folded)) {
                    found.add(new Found(number, cut(line)));
                }
            }
        }
        return found;
    }
}
