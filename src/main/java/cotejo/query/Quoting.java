package cotejo.query;

import java.util.regex.Pattern;

/// Writes keys and values the way the filter language reads them back.
///
/// MLflow knows no escape: inside quotes, two quotes stay two quotes. So a value with a single quote goes between
/// double quotes and the other way round, which MLflow reads too. Only what cannot be written so (both kinds of quote,
/// a backslash at the end, line breaks) becomes `E'…'` with backslash escapes, which is ours alone.
final class Quoting {

    private static final Pattern BARE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    private Quoting() {
    }

    static String value(String value) {
        if (plain(value)) {
            if (value.indexOf('\'') < 0) {
                return "'" + value + "'";
            }
            if (value.indexOf('"') < 0) {
                return '"' + value + '"';
            }
        }
        return escaped(value);
    }

    static String key(String key) {
        if (BARE.matcher(key).matches()) {
            return key;
        }
        if (plain(key)) {
            if (key.indexOf('`') < 0) {
                return "`" + key + "`";
            }
            boolean quotesTwice = key.length() > 1 && key.startsWith("`") && key.endsWith("`");
            if (key.indexOf('"') < 0 && !quotesTwice) {
                return '"' + key + '"';
            }
        }
        return escaped(key);
    }

    /// A backslash before the closing quote would be read as belonging to it when another quote follows.
    private static boolean plain(String text) {
        return !text.endsWith("\\") && text.chars().noneMatch(Character::isISOControl);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder("E'");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\', '\'' -> out.append('\\').append(c);
                // A field of one line takes no other control characters: they would be lost on the way.
                default -> out.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return out.append('\'').toString();
    }

    /// The character that four hexadecimal digits stand for, or -1 where there are no four.
    private static int code(String inside, int from) {
        if (from + 4 > inside.length()) {
            return -1;
        }
        int code = 0;
        for (int at = from; at < from + 4; at++) {
            int digit = Character.digit(inside.charAt(at), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    /// Undoes the escapes of the inside of `E'…'`.
    static String unescape(String inside) {
        StringBuilder out = new StringBuilder(inside.length());
        for (int at = 0; at < inside.length(); at++) {
            char c = inside.charAt(at);
            if (c == '\\' && at + 1 < inside.length()) {
                at++;
                int code = inside.charAt(at) == 'u' ? code(inside, at + 1) : -1;
                at += code >= 0 ? 4 : 0;
                out.append(code >= 0 ? (char) code : switch (inside.charAt(at)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> inside.charAt(at);
                });
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
