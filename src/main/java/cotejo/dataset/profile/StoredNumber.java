package cotejo.dataset.profile;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;

/// Single values of a column whose values are stored as numbers.
final class StoredNumber {

    private static final long NANOS = 1_000_000_000L;

    private StoredNumber() {
    }

    /// Whether a value is of the column's kind.
    static boolean fits(FieldType type, Value value) {
        return switch (type) {
            case FieldType.Real _ -> value instanceof Value.Real || value instanceof Value.Whole;
            case FieldType.Whole whole -> value instanceof Value.Whole || value instanceof Value.Decimal big
                    && whole.sign() == FieldType.Whole.Sign.UNSIGNED && big.value().signum() > 0
                    && big.value().scale() == 0 && big.value().toBigInteger().bitLength() <= 64;
            case FieldType.Bool _ -> value instanceof Value.Flag;
            case FieldType.Date _ -> value instanceof Value.Day;
            case FieldType.TimeOfDay _ -> value instanceof Value.TimeOfDay;
            case FieldType.Duration _ -> value instanceof Value.Span span && span.months() == 0;
            default -> false;
        };
    }

    /// The number that stands for it.
    static long of(FieldType type, Value value) {
        return switch (value) {
            case Value.Whole whole -> whole.value();
            case Value.Flag flag -> flag.ordinal();
            case Value.Day day -> day.epochDay();
            case Value.Decimal decimal -> decimal.value().longValue();
            case Value.TimeOfDay time when type instanceof FieldType.TimeOfDay of ->
                time.nanos() / (NANOS / of.unit().perSecond());
            case Value.Span span when type instanceof FieldType.Duration of ->
                (span.days() * 86_400L + span.seconds()) * of.unit().perSecond()
                        + span.nanos() / (NANOS / of.unit().perSecond());
            default -> 0;
        };
    }
}
