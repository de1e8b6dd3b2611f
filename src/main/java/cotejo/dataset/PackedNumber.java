package cotejo.dataset;

import java.math.BigDecimal;

/// Single values as the numbers that stand for them in a [Vector.Longs], where [Value] and number are the same both
/// ways.
final class PackedNumber {

    /// Digits of a decimal that is a number of 64 bits.
    static final int DIGITS = 18;
    private static final long NANOS = 1_000_000_000L;

    private PackedNumber() {
    }

    static boolean holds(FieldType type, Value value) {
        return switch (type) {
            case FieldType.Whole _ -> value instanceof Value.Whole;
            case FieldType.Bool _ -> value instanceof Value.Flag;
            case FieldType.Date _ -> value instanceof Value.Day;
            case FieldType.TimeOfDay time -> value instanceof Value.TimeOfDay(long nanos)
                    && nanos % (NANOS / time.unit().perSecond()) == 0;
            case FieldType.Timestamp stamp -> value instanceof Value.Moment(long seconds, int nano, String zone)
                    && zone.equals(stamp.zone()) && nano % (NANOS / stamp.unit().perSecond()) == 0
                    && far(seconds, stamp.unit());
            case FieldType.Duration duration -> value instanceof Value.Span(int months, int days, long seconds,
                    int nanos) && months == 0 && days == 0 && nanos >= 0 && far(seconds, duration.unit())
                    && nanos % (NANOS / duration.unit().perSecond()) == 0;
            case FieldType.Decimal decimal -> decimal.precision() <= DIGITS
                    && value instanceof Value.Decimal(BigDecimal number) && number.scale() == decimal.scale()
                    && number.precision() <= DIGITS;
            default -> false;
        };
    }

    /// Whether a count of units is within 64 bits.
    private static boolean far(long seconds, FieldType.Unit unit) {
        return Math.abs(seconds) < Long.MAX_VALUE / unit.perSecond() - 1;
    }

    static long of(FieldType type, Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Flag flag -> flag.ordinal();
            case Value.Day(long day) -> day;
            case Value.Decimal(BigDecimal number) -> number.unscaledValue().longValue();
            case Value.TimeOfDay(long nanos) when type instanceof FieldType.TimeOfDay time ->
                nanos / (NANOS / time.unit().perSecond());
            case Value.Moment(long seconds, int nano, _) when type instanceof FieldType.Timestamp stamp ->
                seconds * stamp.unit().perSecond() + nano / (NANOS / stamp.unit().perSecond());
            case Value.Span span when type instanceof FieldType.Duration duration -> span.seconds()
                    * duration.unit().perSecond() + span.nanos() / (NANOS / duration.unit().perSecond());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
