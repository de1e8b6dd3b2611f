package cotejo.dataset;

import java.util.List;
import java.util.stream.Collectors;

/// What the values of a column mean, whatever the format.
public sealed interface FieldType {

    /// A unit of time.
    enum Unit {
        SECONDS("s", 1),
        MILLIS("ms", 1_000),
        MICROS("us", 1_000_000),
        NANOS("ns", 1_000_000_000);

        private final String sign;
        private final long perSecond;

        Unit(String sign, long perSecond) {
            this.sign = sign;
            this.perSecond = perSecond;
        }

        public String sign() {
            return sign;
        }

        public long perSecond() {
            return perSecond;
        }
    }

    /// Whole numbers of 8 to 64 bits.
    record Whole(int bits, Sign sign) implements FieldType {

        /// Whether below zero is possible.
        public enum Sign {
            SIGNED,
            UNSIGNED
        }
    }

    /// Floating point of 16, 32 or 64 bits.
    record Real(int bits) implements FieldType {
    }

    /// Exact decimal numbers.
    record Decimal(int precision, int scale) implements FieldType {
    }

    /// True or false.
    record Bool() implements FieldType {
    }

    /// Text; `kind` is `string`, `enum`, `json` or what else the file calls it.
    record Text(String kind) implements FieldType {
    }

    /// Days.
    record Date() implements FieldType {
    }

    /// A time of day.
    record TimeOfDay(Unit unit) implements FieldType {
    }

    /// A point in time; `zone` is empty for a local one, else a zone's name such as `UTC`.
    record Timestamp(Unit unit, String zone) implements FieldType {
    }

    /// A span of time in one unit.
    record Duration(Unit unit) implements FieldType {
    }

    /// Months, days and milliseconds.
    record Interval() implements FieldType {
    }

    /// A UUID.
    record Uuid() implements FieldType {
    }

    /// Bytes; `length` is -1 where it varies. `kind` is `binary`, `bson`, `geometry` or what else the file calls it.
    record Binary(int length, String kind) implements FieldType {
    }

    /// A list of one kind of element, whose name is its path below the list, such as `list.element`.
    record ListOf(Field element) implements FieldType {
    }

    /// Keys with values, whose names are their paths below the map, such as `key_value.key`.
    record MapOf(Field key, Field value) implements FieldType {
    }

    /// Named parts.
    record Struct(List<Field> fields) implements FieldType {
    }

    /// Only nulls.
    record Nothing() implements FieldType {
    }

    /// Values of any kind, as JSON has them; `mixed` where the files of a folder have nothing in common.
    record Anything(String kind) implements FieldType {
    }

    static FieldType text() {
        return new Text("string");
    }

    static FieldType int64() {
        return new Whole(64, Whole.Sign.SIGNED);
    }

    static FieldType float64() {
        return new Real(64);
    }

    /// The parts of a nested type, none for others.
    default List<Field> parts() {
        return switch (this) {
            case ListOf list -> List.of(list.element());
            case MapOf map -> List.of(map.key(), map.value());
            case Struct struct -> struct.fields();
            default -> List.of();
        };
    }

    /// Whether values can be averaged.
    default boolean numeric() {
        return this instanceof Whole || this instanceof Real || this instanceof Decimal || this instanceof Duration;
    }

    /// Whether values are times.
    default boolean temporal() {
        return this instanceof Date || this instanceof Timestamp || this instanceof TimeOfDay;
    }

    /// A short name, such as `int64`, `timestamp[us, UTC]` or `list<string>`.
    default String label() {
        return switch (this) {
            case Whole whole -> (whole.sign() == Whole.Sign.UNSIGNED ? "uint" : "int") + whole.bits();
            case Real real -> "float" + real.bits();
            case Decimal decimal -> "decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
            case Bool _ -> "bool";
            case Text text -> text.kind();
            case Date _ -> "date";
            case TimeOfDay time -> "time[" + time.unit().sign() + "]";
            case Timestamp stamp -> "timestamp[" + stamp.unit().sign()
                    + (stamp.zone().isEmpty() ? "" : ", " + stamp.zone()) + "]";
            case Duration duration -> "duration[" + duration.unit().sign() + "]";
            case Interval _ -> "interval";
            case Uuid _ -> "uuid";
            case Binary binary -> binary.length() < 0 ? binary.kind() : binary.kind() + "[" + binary.length() + "]";
            case ListOf list -> "list<" + list.element().type().label() + ">";
            case MapOf map -> "map<" + map.key().type().label() + ", " + map.value().type().label() + ">";
            case Struct struct -> struct.fields().stream().map(f -> f.name() + ": " + f.type().label())
                    .collect(Collectors.joining(", ", "struct<", ">"));
            case Nothing _ -> "null";
            case Anything any -> any.kind();
        };
    }
}
