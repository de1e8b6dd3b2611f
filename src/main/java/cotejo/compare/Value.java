package cotejo.compare;

import cotejo.model.MetricSummary;
import org.jspecify.annotations.Nullable;

/// What one run has under one key.
public sealed interface Value {

    /// The run has no such key. Not the same as an empty text.
    enum Missing implements Value {
        MISSING
    }

    /// A text, as it was stored.
    record Text(String text) implements Value {

        /// Written out, because the first comparison in a process calls it before what records have by themselves is
        /// compiled.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Text that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /// A number; what it counts is said by the row's [Unit].
    record Figure(double number) implements Value {
    }

    /// What numbers of a row are.
    enum Unit {
        NONE,
        /// Texts that count to the letter and are no numbers, though they may look like ones: versions, digests.
        LITERAL,
        STEP,
        BYTES,
        /// Epoch milliseconds.
        TIME,
        /// Milliseconds.
        DURATION
    }

    static Value missing() {
        return Missing.MISSING;
    }

    static Value of(double number) {
        return new Figure(number);
    }

    /// A text, missing where there is none.
    static Value of(@Nullable String text) {
        return text == null ? Missing.MISSING : new Text(text);
    }

    /// A text, missing where it is empty too.
    static Value unlessEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? Missing.MISSING : new Text(text);
    }

    /// A time or size of which 0 and less mean that it is not known.
    static Value known(double number) {
        return number > 0 ? new Figure(number) : Missing.MISSING;
    }

    /// The latest value of a metric.
    static Value last(@Nullable MetricSummary summary) {
        return summary == null ? Missing.MISSING : new Figure(summary.last());
    }

    default boolean isMissing() {
        return this == Missing.MISSING;
    }

    /// The number this is or says, NaN when it is none. Only what is written as a decimal number counts, so that a
    /// digest such as `12e456` stays a text.
    default double asNumber() {
        return switch (this) {
            case Figure figure -> figure.number();
            case Text text -> Numerals.parse(text.text());
            case Missing _ -> Double.NaN;
        };
    }
}
