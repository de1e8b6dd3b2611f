package cotejo.export;

import java.math.BigDecimal;

/// Numbers as text that reads back to the same double, without grouping and with a point in every language.
public final class NumberText {

    private static final double WHOLE = 1e15;

    private NumberText() {
    }

    /// The shortest text that reads back to this number: `3`, `0.0001`, `1.5e-7`, `NaN`, `Infinity`, `-Infinity`.
    public static String exact(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Double.doubleToRawLongBits(value) == Long.MIN_VALUE ? "-0" : Long.toString((long) value);
        }
        String text = Double.toString(value);
        int exponentAt = text.indexOf('E');
        if (exponentAt < 0) {
            return text;
        }
        int exponent = Integer.parseInt(text.substring(exponentAt + 1));
        if (exponent >= -6 && exponent < 16) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        String digits = text.substring(0, exponentAt);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + "e" + exponent;
    }
}
