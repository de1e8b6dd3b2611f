package cotejo.dataset.parquet;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/// Whether a column that is written can hold a value, whole and exact, down to its parts.
final class Fit {

    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private Fit() {
    }

    static boolean holds(FieldType type, Value value) {
        return switch (type) {
            case FieldType.Whole whole -> value instanceof Value.Whole
                    || value instanceof Value.Decimal(BigDecimal big) && whole(whole, big);
            case FieldType.Real _ -> value instanceof Value.Real
                    || value instanceof Value.Whole(long exact) && exact((double) exact, exact);
            case FieldType.Bool _ -> value instanceof Value.Flag;
            case FieldType.Date _ -> value instanceof Value.Day(long day) && day == (int) day;
            case FieldType.TimeOfDay _ -> value instanceof Value.TimeOfDay;
            case FieldType.Timestamp stamp -> value instanceof Value.Moment moment && moment(stamp, moment);
            case FieldType.Duration _ -> value instanceof Value.Span span && span.months() == 0 && span.days() == 0;
            case FieldType.Uuid _ -> value instanceof Value.Id;
            case FieldType.Decimal decimal -> value instanceof Value.Decimal(BigDecimal number)
                    && decimal(decimal, number);
            case FieldType.Binary _ -> value instanceof Value.Binary;
            case FieldType.ListOf list -> value instanceof Value.Items(List<Value> items)
                    && items.stream().allMatch(item -> part(list.element().type(), item));
            case FieldType.MapOf map -> value instanceof Value.Pairs(List<Value.Pair> pairs)
                    && pairs.stream().allMatch(pair -> part(map.value().type(), pair.value())
                            && (!map.key().type().parts().isEmpty() || holds(map.key().type(), pair.key())));
            case FieldType.Struct struct -> value instanceof Value.Struct(_, List<Value> parts)
                    && struct(struct, parts);
            case FieldType.Nothing _ -> false;
            case FieldType.Text _, FieldType.Anything _, FieldType.Interval _ -> true;
        };
    }

    private static boolean part(FieldType type, Value value) {
        return value.isNull() || holds(type, value);
    }

    private static boolean exact(double near, long value) {
        return (long) near == value && near < 0x1p63;
    }

    private static boolean whole(FieldType.Whole type, BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            return false;
        }
        BigInteger number = value.toBigInteger();
        return type.sign() == FieldType.Whole.Sign.SIGNED ? number.bitLength() < type.bits()
                : number.signum() >= 0 && number.bitLength() <= type.bits() && number.compareTo(TWO_64) < 0;
    }

    private static boolean decimal(FieldType.Decimal type, BigDecimal value) {
        BigDecimal exact = value.stripTrailingZeros();
        return exact.scale() <= type.scale() && exact.precision() - exact.scale() <= type.precision() - type.scale();
    }

    /// In the column's unit, and in the file within 64 bits; a time of some zone among those of none is another thing.
    private static boolean moment(FieldType.Timestamp type, Value.Moment moment) {
        long per = Math.max(1000, type.unit().perSecond());
        return moment.zone().isEmpty() == type.zone().isEmpty() && moment.nano() % (1_000_000_000L / per) == 0
                && moment.epochSecond() > Long.MIN_VALUE / per && moment.epochSecond() < Long.MAX_VALUE / per - 1;
    }

    /// Parts that the type does not know stand behind the others.
    private static boolean struct(FieldType.Struct type, List<Value> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (i < type.fields().size() ? !part(type.fields().get(i).type(), parts.get(i)) : !parts.get(i).isNull()) {
                return false;
            }
        }
        return true;
    }
}
