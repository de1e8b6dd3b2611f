package cotejo.compare;

import java.util.Optional;

/// How far two numbers may lie apart and still count as the same.
///
/// @param amount   at least 0
/// @param scale  what it is measured in
public record Tolerance(double amount, Scale scale) {

    /// What an amount is measured in.
    public enum Scale {
        /// Texts have to be the same to the letter, so `1e-3` and `0.001` differ; the amount is without meaning.
        LITERAL,
        ABSOLUTE,
        RELATIVE
    }

    /// Nothing is forgiven.
    public static final Tolerance NONE = new Tolerance(0, Scale.LITERAL);

    /// Reads `0.01` (a distance), `1%` (a share) or nothing ([#NONE]); empty when it is none of these.
    public static Optional<Tolerance> parse(String text) {
        String word = text.strip();
        if (word.isEmpty()) {
            return Optional.of(NONE);
        }
        boolean share = word.endsWith("%");
        double amount = Numerals.parse(share ? word.substring(0, word.length() - 1).strip() : word);
        if (!(amount >= 0)) {
            return Optional.empty();
        }
        return Optional.of(share ? new Tolerance(amount / 100, Scale.RELATIVE)
                : new Tolerance(amount, Scale.ABSOLUTE));
    }

    /// Whether two finite numbers count as the same.
    boolean forgives(double a, double b) {
        return switch (scale) {
            case LITERAL -> false;
            case ABSOLUTE -> Math.abs(a - b) <= amount;
            case RELATIVE -> Math.abs(a - b) <= amount * Math.max(Math.abs(a), Math.abs(b));
        };
    }

    /// Whether two values count as the same.
    public boolean same(Value a, Value b) {
        if (a.equals(b)) {
            return true;
        }
        return scale != Scale.LITERAL && !a.isMissing() && !b.isMissing() && forgives(a.asNumber(), b.asNumber());
    }
}
