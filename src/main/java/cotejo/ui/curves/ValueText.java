package cotejo.ui.curves;

import cotejo.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Numbers and times as the value list and the bars write them.
final class ValueText {

    /// Where there is no such value, as for the time of a group of runs.
    private static final String NONE = "–";

    private ValueText() {
    }

    /// Five significant digits, with an exponent where the number is very large or small.
    static String value(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+∞" : "−∞";
        }
        double size = Math.abs(value);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Texts.locale());
        if (size != 0 && (size >= 1e7 || size < 1e-4)) {
            return new DecimalFormat("0.####E0", symbols).format(value).replace('E', 'e');
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(5));
        int decimals = Math.max(0, Math.min(8, rounded.stripTrailingZeros().scale()));
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMaximumFractionDigits(decimals);
        return format.format(rounded);
    }

    /// All digits, to be read by [#read].
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// A finite number as a person types it, or null.
    static @Nullable Double read(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Double.valueOf(value) : null;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    /// The same with a decimal comma or blanks around it.
    static @Nullable Double typed(String text) {
        return read(text.strip().replace(',', '.'));
    }

    static String step(double step) {
        return step == Math.rint(step) ? NumberFormat.getIntegerInstance(Texts.locale()).format(step) : value(step);
    }

    static String count(long count) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(count);
    }

    static String time(double millis, ZoneId zone) {
        return Double.isNaN(millis) ? NONE : DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Texts.locale())
                .format(Instant.ofEpochMilli((long) millis).atZone(zone));
    }

    /// `1.25 s`, `3:07 min`, `2:04 h`, `3 d 4 h`.
    static String elapsed(double millis) {
        if (Double.isNaN(millis)) {
            return NONE;
        }
        double size = Math.abs(millis);
        String sign = millis < 0 ? "−" : "";
        long seconds = Math.round(size / 1000);
        if (seconds < 60) {
            return sign + value(size / 1000) + " s";
        }
        if (seconds < 3600) {
            return sign + "%d:%02d min".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return sign + "%d:%02d h".formatted(seconds / 3600, seconds % 3600 / 60);
        }
        return sign + seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }
}
