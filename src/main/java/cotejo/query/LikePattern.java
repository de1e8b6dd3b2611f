package cotejo.query;

import java.util.Locale;
import java.util.function.Predicate;

/// SQL's LIKE: `%` stands for any characters, also none and line breaks, `_` for exactly one; there is no escape. The
/// whole text must match. Takes at most text length times pattern length steps.
final class LikePattern implements Predicate<String> {

    private final int[] pattern;
    private final boolean anyCase;

    LikePattern(String pattern, boolean anyCase) {
        this.anyCase = anyCase;
        this.pattern = fold(pattern);
    }

    private int[] fold(String text) {
        return (anyCase ? text.toLowerCase(Locale.ROOT) : text).codePoints().toArray();
    }

    @Override
    public boolean test(String value) {
        int[] text = fold(value);
        int t = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length) {
            if (p < pattern.length && pattern[p] == '%') {
                star = p++;
                resume = t;
            } else if (p < pattern.length && (pattern[p] == '_' || pattern[p] == text[t])) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '%') {
            p++;
        }
        return p == pattern.length;
    }
}
