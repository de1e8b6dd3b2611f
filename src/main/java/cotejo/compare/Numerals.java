package cotejo.compare;

/// Reads texts that are numbers.
final class Numerals {

    private static final int LONGEST = 40;

    private Numerals() {
    }

    /// The number, NaN when the text is none or lies beyond the doubles.
    static double parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST || !starts(text.charAt(0))) {
            return Double.NaN;
        }
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (!starts(c) && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static boolean starts(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
    }
}
