package cotejo.query;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A regular expression that cannot run away: looking at characters is counted, and after too many looks the text
/// counts as not matching and [#gaveUp] tells so. An expression such as `(a+)+b` would otherwise take longer than the
/// universe is old.
final class BoundedRegex implements Predicate<String> {

    private static final int LOOKS_PER_TEXT = 200_000;
    /// Texts that need no more than this, and four per character, are free: a filter may be asked for ever.
    private static final int FREE_LOOKS = 2_000;
    private static final long COSTLY_LOOKS_IN_ALL = 50_000_000;

    private final Pattern pattern;
    private long left = COSTLY_LOOKS_IN_ALL;
    private volatile boolean gaveUp;

    BoundedRegex(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /// Whether some text was too hard to decide.
    boolean gaveUp() {
        return gaveUp;
    }

    /// Whether the expression matches anywhere in the text.
    @Override
    public boolean test(String text) {
        long free = FREE_LOOKS + 4L * text.length();
        Counted counted = new Counted(text, free + Math.min(LOOKS_PER_TEXT, left));
        try {
            return pattern.matcher(counted).find();
        } catch (TooManyLooks | StackOverflowError tooHard) {
            gaveUp = true;
            return false;
        } finally {
            left = Math.max(0, left - Math.max(0, counted.looks - free));
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private final long most;
        private long looks;

        Counted(String text, long most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > most) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
