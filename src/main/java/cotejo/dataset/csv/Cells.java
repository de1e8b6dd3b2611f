package cotejo.dataset.csv;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the text of a field means.
final class Cells {

    /// Words that stand for nothing in columns that are no text.
    private static final Set<String> NOTHING = Set.of("NA", "N/A", "#N/A", "null", "NULL", "None", "nan", "-nan",
            "n/a");

    private final char decimal;

    Cells(char decimal) {
        this.decimal = decimal;
    }

    /// Whether the decimal sign is a point.
    boolean point() {
        return decimal == '.';
    }

    static boolean standsForNothing(String text) {
        return NOTHING.contains(text);
    }

    /// The value of a text in a column of this type; null when it is none of that type.
    @Nullable Value of(String text, FieldType type) {
        return switch (type) {
            case FieldType.Whole _ -> whole(text);
            case FieldType.Real _ -> real(text);
            case FieldType.Bool _ -> bool(text);
            case FieldType.Date _ -> day(text);
            case FieldType.Timestamp stamp -> moment(text, stamp);
            default -> new Value.Text(text);
        };
    }

    static @Nullable Value bool(String text) {
        return text.equalsIgnoreCase("true") ? Value.Flag.TRUE : text.equalsIgnoreCase("false") ? Value.Flag.FALSE
                : null;
    }

    /// A whole number within 64 bits without needless zeros in front, which would be lost.
    static @Nullable Value whole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - from;
        if (digits < 1 || digits > 19 || digits > 1 && text.charAt(from) == '0' || text.equals("-0")) {
            return null;
        }
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            value = value * 10 - digit;
        }
        return value > 0 || from == 0 && value == Long.MIN_VALUE ? null : new Value.Whole(from == 1 ? value : -value);
    }

    @Nullable Value real(String text) {
        int length = text.length();
        if (length == 0 || length > 64) {
            return null;
        }
        String plain = text;
        if (decimal == ',') {
            if (text.indexOf('.') >= 0) {
                return null;
            }
            plain = text.replace(',', '.');
        }
        char last = plain.charAt(length - 1);
        if (last >= '0' && last <= '9' || last == '.') {
            for (int i = 0; i < length; i++) {
                char c = plain.charAt(i);
                if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                    return null;
                }
            }
            if (length > 1 && plain.charAt(0) == '0' && plain.charAt(1) >= '0' && plain.charAt(1) <= '9') {
                return null;
            }
            try {
                return new Value.Real(Double.parseDouble(plain), 64);
            } catch (NumberFormatException none) {
                return null;
            }
        }
        return switch (plain.startsWith("+") || plain.startsWith("-") ? plain.substring(1) : plain) {
            case "NaN", "nan", "NAN" -> new Value.Real(Double.NaN, 64);
            case "inf", "Inf", "INF", "Infinity", "infinity" -> new Value.Real(plain.startsWith("-")
                    ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, 64);
            default -> null;
        };
    }

    private static int digits(String text, int from, int count) {
        if (from < 0 || from + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static long epochDay(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        if (year < 0 || month < 0 || day < 0 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Long.MIN_VALUE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException none) {
            return Long.MIN_VALUE;
        }
    }

    static @Nullable Value day(String text) {
        if (text.length() != 10) {
            return null;
        }
        long day = epochDay(text);
        return day == Long.MIN_VALUE ? null : new Value.Day(day);
    }

    /// A point in time by ISO 8601, with `T` or a blank between day and time; with an offset it is put into UTC.
    @Nullable Value moment(String text, FieldType.Timestamp type) {
        if (text.length() < 16 || text.length() > 40 || text.charAt(10) != 'T' && text.charAt(10) != ' '
                || text.charAt(13) != ':') {
            return null;
        }
        long day = epochDay(text);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        if (day == Long.MIN_VALUE || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return null;
        }
        int at = 16;
        int second = 0;
        int nano = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            second = digits(text, at + 1, 2);
            at += 3;
            if (second < 0 || second > 59) {
                return null;
            }
            if (at < text.length() && text.charAt(at) == '.') {
                int scale = 100_000_000;
                for (at++; at < text.length() && Character.digit(text.charAt(at), 10) >= 0; at++) {
                    nano += Character.digit(text.charAt(at), 10) * scale;
                    scale /= 10;
                }
            }
        }
        long offset = offset(text.substring(at).strip());
        boolean zoned = offset != NO_OFFSET;
        if (offset == BAD_OFFSET || zoned == type.zone().isEmpty()) {
            return null;
        }
        long seconds = day * 86_400 + hour * 3600L + minute * 60L + second - (zoned ? offset : 0);
        return new Value.Moment(seconds, nano, type.zone());
    }

    private static final long NO_OFFSET = Long.MIN_VALUE;
    private static final long BAD_OFFSET = Long.MAX_VALUE;

    private static long offset(String text) {
        if (text.isEmpty()) {
            return NO_OFFSET;
        }
        if (text.equals("Z") || text.equals("UTC") || text.equals("z")) {
            return 0;
        }
        int sign = text.charAt(0) == '+' ? 1 : text.charAt(0) == '-' ? -1 : 0;
        int hours = digits(text, 1, 2);
        int minutes = text.length() == 3 ? 0 : digits(text, text.length() - 2, 2);
        boolean shape = text.length() == 3 || text.length() == 5 || text.length() == 6 && text.charAt(3) == ':';
        return sign == 0 || hours < 0 || minutes < 0 || !shape ? BAD_OFFSET : sign * (hours * 3600L + minutes * 60L);
    }
}
