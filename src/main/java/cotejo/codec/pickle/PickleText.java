package cotejo.codec.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The three ways in which textual instructions write texts and numbers.
final class PickleText {

    private PickleText() {
    }

    /// A quoted text with the escapes of a Python 2 string, as `codecs.escape_decode` undoes them.
    static PickleValue.Text quoted(byte[] line) {
        int from = 0;
        int to = line.length;
        while (to > from && line[to - 1] <= ' ' && line[to - 1] >= 0) {
            to--;
        }
        if (to - from >= 2 && (line[from] == '\'' || line[from] == '"') && line[to - 1] == line[from]) {
            from++;
            to--;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            at = line[at] == '\\' && at + 1 < to ? escape(line, at + 1, to, out) : plain(line, at, out);
        }
        return new PickleValue.Text(out.toString(StandardCharsets.UTF_8), out.size(), true);
    }

    private static int plain(byte[] line, int at, ByteArrayOutputStream out) {
        out.write(line[at]);
        return at + 1;
    }

    private static int escape(byte[] line, int at, int to, ByteArrayOutputStream out) {
        int c = line[at];
        int simple = "\\'\"abfnrtv".indexOf(c);
        if (simple >= 0) {
            out.write("\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            return at + 1;
        }
        if (c == '\n') {
            return at + 1;
        }
        if (c == 'x' && at + 2 < to && hex(line[at + 1]) >= 0 && hex(line[at + 2]) >= 0) {
            out.write(hex(line[at + 1]) << 4 | hex(line[at + 2]));
            return at + 3;
        }
        if (c >= '0' && c <= '7') {
            int value = 0;
            int next = at;
            while (next < to && next < at + 3 && line[next] >= '0' && line[next] <= '7') {
                value = value << 3 | line[next++] - '0';
            }
            out.write(value);
            return next;
        }
        out.write('\\');
        return at;
    }

    private static int hex(int c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /// A text in the encoding raw-unicode-escape: Latin-1 with four or eight hexadecimal digits for others.
    static PickleValue.Text raw(byte[] line) {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int digits = text.startsWith("\\u", at) ? 4 : text.startsWith("\\U", at) ? 8 : 0;
            int end = at + 2 + digits;
            if (digits > 0 && end <= text.length() && allHex(text, at + 2, end)) {
                long code = Long.parseLong(text, at + 2, end, 16);
                out.appendCodePoint(code <= Character.MAX_CODE_POINT ? (int) code : '\ufffd');
                at = end;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return new PickleValue.Text(out.toString(), line.length, true);
    }

    private static boolean allHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > 'f' || hex(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The number of an `INT` or `LONG` line; `00` and `01` are truth values in the first.
    static PickleValue whole(String line) {
        String text = line.strip();
        if (text.equals("00") || text.equals("01")) {
            return new PickleValue.Plain(text.equals("01"));
        }
        String digits = text.endsWith("L") ? text.substring(0, text.length() - 1) : text;
        try {
            return new PickleValue.Plain(Long.parseLong(digits));
        } catch (NumberFormatException tooLong) {
            return new PickleValue.Plain(digits);
        }
    }

    static PickleValue real(String line) {
        String text = line.strip().toLowerCase(Locale.ROOT);
        try {
            return new PickleValue.Plain(switch (text) {
                case "nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            });
        } catch (NumberFormatException noNumber) {
            return new PickleValue.Plain(text);
        }
    }
}
