package cotejo.query;

/// Numbers written as text, in params and in filters.
final class Numbers {

    private Numbers() {
    }

    /// The number a text stands for, or NaN when it stands for none. Decimal notation with an optional exponent, and
    /// the infinities as Python writes them; blanks around it do not count. Never throws, whatever the text.
    static double parse(String text) {
        String word = text.strip();
        if (decimal(word)) {
            return Double.parseDouble(word);
        }
        if (word.length() > 9 || word.length() < 3) {
            return Double.NaN;
        }
        String bare = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        if (bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.NaN;
    }

    /// Whether the whole text is a decimal number. Looked at by hand because `Double.parseDouble` also takes `1d` and
    /// hexadecimals, and pays for each refusal with an exception.
    static boolean decimal(String word) {
        int at = 0;
        int end = word.length();
        if (at < end && (word.charAt(at) == '-' || word.charAt(at) == '+')) {
            at++;
        }
        int whole = digits(word, at);
        at += whole;
        int fraction = 0;
        if (at < end && word.charAt(at) == '.') {
            fraction = digits(word, at + 1);
            at += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (at < end && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            at++;
            if (at < end && (word.charAt(at) == '-' || word.charAt(at) == '+')) {
                at++;
            }
            int exponent = digits(word, at);
            if (exponent == 0) {
                return false;
            }
            at += exponent;
        }
        return at == end;
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    /// A number as the filter language reads it back, exactly.
    static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return number == 0 ? "0" : Long.toString((long) number);
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return Double.toString(number).replace("E", "e").replace(".0e", "e");
    }
}
