package cotejo.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/// One cell, typed. What is null, empty, blank and NaN can be told apart: [Nothing#NULL], `Text("")`, `Text(" ")`,
/// and a [Real] that is NaN. A cell may be of another kind than its column says, where a text file changes its mind.
public sealed interface Value {

    /// No value.
    enum Nothing implements Value {
        /// Null, or an empty field of a text file that is not quoted.
        NULL,
        /// The row ended before this column.
        ABSENT
    }

    /// Text.
    record Text(String text) implements Value {
    }

    /// True or false.
    enum Flag implements Value {
        FALSE,
        TRUE
    }

    /// A whole number within 64 bits.
    record Whole(long value) implements Value {
    }

    /// A floating point number; `bits` says as how many bits it is stored.
    record Real(double value, int bits) implements Value {
    }

    /// An exact decimal number, or an unsigned whole number beyond 63 bits.
    record Decimal(BigDecimal value) implements Value {
    }

    /// A day, counted from 1970-01-01.
    record Day(long epochDay) implements Value {
    }

    /// A time of day.
    record TimeOfDay(long nanos) implements Value {
    }

    /// A point in time, in UTC; `zone` is empty for a local one, whose clock is then taken as if it were UTC's.
    record Moment(long epochSecond, int nano, String zone) implements Value {

        /// From a count of units since 1970.
        public static Moment of(long count, FieldType.Unit unit, String zone) {
            long per = unit.perSecond();
            return new Moment(Math.floorDiv(count, per), (int) (Math.floorMod(count, per) * (1_000_000_000L / per)),
                    zone);
        }
    }

    /// A span of time.
    record Span(int months, int days, long seconds, int nanos) implements Value {
    }

    /// A UUID.
    record Id(UUID id) implements Value {
    }

    /// Bytes. Must not be changed.
    record Binary(byte[] bytes) implements Value {
    }

    /// A list.
    record Items(List<Value> items) implements Value {
    }

    /// A map in the order of the file; keys may come twice.
    record Pairs(List<Pair> pairs) implements Value {
    }

    /// A key and its value.
    record Pair(Value key, Value value) {
    }

    /// Named parts.
    record Struct(List<String> names, List<Value> values) implements Value {
    }

    /// A cell that cannot be read, and why.
    record Unreadable(String why) implements Value {
    }

    static Value text(String text) {
        return new Text(text);
    }

    static Value flag(long bit) {
        return bit == 0 ? Flag.FALSE : Flag.TRUE;
    }

    default boolean isNull() {
        return this instanceof Nothing;
    }

    /// The whole value as plain text that a program can read back: `null` is empty, numbers have a point, times are
    /// ISO 8601, bytes hexadecimal, nested values JSON.
    default String plain() {
        return ValueText.plain(this);
    }

    /// The value as JSON.
    default String json() {
        return ValueText.json(this);
    }
}
