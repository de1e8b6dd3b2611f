package cotejo.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/// Numbers as tables show them: short enough to be read, with [#exact] for hovering and copying.
public final class Figures {

    private static final int DIGITS = 4;

    private Figures() {
    }

    /// Four significant digits, so that a column of them can be compared by eye; whole numbers below ten million in
    /// full; an exponent for what is very large or small. `NaN`, `∞` and `−∞` as such.
    public static String brief(double value) {
        return brief(value, DIGITS);
    }

    /// As [#brief], with so many significant digits; fewer where these are all the number has.
    public static String brief(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e7) {
            return sign(Long.toString((long) value));
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Texts.locale());
        if (size >= 1e7 || size < 1e-4) {
            DecimalFormat format = new DecimalFormat("0." + "#".repeat(digits - 1) + "E0", symbols);
            return sign(format.format(value).replace('E', 'e'));
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        boolean whole = rounded.doubleValue() == value;
        return plain(whole ? rounded.stripTrailingZeros() : rounded);
    }

    /// A number with just the digits it has.
    public static String plain(BigDecimal number) {
        char separator = DecimalFormatSymbols.getInstance(Texts.locale()).getDecimalSeparator();
        return sign(number.setScale(Math.max(0, number.scale()), RoundingMode.UNNECESSARY).toPlainString()
                .replace('.', separator));
    }

    /// The shortest decimal number that stands for exactly this double, in the notation that files and filters use,
    /// whatever the language.
    public static String exact(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace("E", "e");
    }

    /// A count, its thousands set apart.
    public static String count(long count) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(count);
    }

    /// Bytes in kB, MB, GB of a thousand each, as disks are sold.
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= 1000 && unit < 3) {
            size /= 1000;
            unit++;
        }
        String number = String.format(Texts.locale(), size < 10 ? "%.1f" : "%.0f", size);
        return number + " " + "kMGT".charAt(unit) + "B";
    }

    private static String sign(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }

    /// A number that a person typed, in either notation; NaN when it is none.
    public static double parse(String text) {
        String word = text.strip().replace("−", "-");
        if (Texts.locale().getLanguage().equals("es") && word.indexOf('.') < 0) {
            word = word.replace(',', '.');
        }
        try {
            return Double.parseDouble(word.toLowerCase(Locale.ROOT));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
