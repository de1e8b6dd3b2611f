package cotejo.query;

/// What a filter compares with.
sealed interface Value {

    /// As the filter language writes it.
    String written();

    record Text(String text) implements Value {
        @Override
        public String written() {
            return Quoting.value(text);
        }
    }

    /// A word that stands for itself: `true` or `false`.
    record Flag(String text) implements Value {
        @Override
        public String written() {
            return text;
        }
    }

    /// A number, a time in epoch milliseconds or a duration in milliseconds. A date without a time of day stands for
    /// all its milliseconds, from `low` to `high`; for everything else both are the same.
    record Number(double low, double high, String written) implements Value {
        static Number of(double value, String written) {
            return new Number(value, value, written);
        }

        /// Compares a value with this one; NaN compares with nothing, not even by `!=`.
        boolean test(Comparison comparison, double value) {
            return switch (comparison) {
                case EQ -> value >= low && value <= high;
                case NE -> value < low || value > high;
                case LT -> value < low;
                case LE -> value <= high;
                case GT -> value > low;
                case GE -> value >= low;
            };
        }
    }
}
