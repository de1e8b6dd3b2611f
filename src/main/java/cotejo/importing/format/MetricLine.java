package cotejo.importing.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads lines of MLflow's metric files: `time value [step [more…]]`, apart by blanks. One object reads many lines.
///
/// The step is the third field whatever follows. (MLflow's own reader takes it only when there are exactly three
/// fields, and so shows step 0 for lines that name a dataset.)
final class MetricLine {

    private static final int LONGEST_NUMBER = 400;

    private long time;
    private double value;
    private long step;
    private int fields;
    private long number;

    long time() {
        return time;
    }

    double value() {
        return value;
    }

    long step() {
        return step;
    }

    /// How many fields the last line had.
    int fields() {
        return fields;
    }

    /// Reads a line; false when it is none of these.
    boolean read(byte[] bytes, int from, int to) {
        fields = 0;
        int at = from;
        while (true) {
            while (at < to && isBlank(bytes[at])) {
                at++;
            }
            if (at == to) {
                break;
            }
            int end = at;
            while (end < to && !isBlank(bytes[end])) {
                end++;
            }
            if (!field(bytes, at, end)) {
                return false;
            }
            fields++;
            at = end;
        }
        if (fields == 2) {
            step = 0;
        }
        return fields >= 2;
    }

    private boolean field(byte[] bytes, int from, int to) {
        return switch (fields) {
            case 0 -> {
                boolean whole = whole(bytes, from, to);
                time = FolderMeta.millis(number);
                yield whole;
            }
            case 1 -> value(bytes, from, to);
            case 2 -> {
                boolean whole = whole(bytes, from, to);
                step = number;
                yield whole;
            }
            default -> true;
        };
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /// A whole number; also one written as `5.0` or `1e3`.
    private boolean whole(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int at = negative || bytes[from] == '+' ? from + 1 : from;
        if (to - at < 1 || to - at > 18) {
            return wholeDouble(bytes, from, to);
        }
        long sum = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return wholeDouble(bytes, from, to);
            }
            sum = sum * 10 + digit;
        }
        number = negative ? -sum : sum;
        return true;
    }

    private boolean wholeDouble(byte[] bytes, int from, int to) {
        try {
            if (to - from <= 20) {
                number = Long.parseLong(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
                return true;
            }
        } catch (NumberFormatException e) {
            // Then it may still be a decimal.
        }
        double kept = value;
        boolean isNumber = value(bytes, from, to);
        double read = value;
        value = kept;
        number = (long) read;
        return isNumber && read == Math.rint(read) && Math.abs(read) < 0x1p63;
    }

    /// A number as Python prints and reads it. Java's own spellings (`1d`, `0x1p3`) are none.
    private boolean value(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_NUMBER) {
            return false;
        }
        boolean letters = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (!(b >= '0' && b <= '9' || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E')) {
                letters = true;
            }
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (letters) {
            return word(text.toLowerCase(Locale.ROOT));
        }
        try {
            value = Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean word(String text) {
        switch (text) {
            case "nan", "+nan", "-nan" -> value = Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> value = Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> value = Double.NEGATIVE_INFINITY;
            default -> {
                return false;
            }
        }
        return true;
    }
}
