package cotejo.dataset.profile;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;

/// From keys and numbers back to values of a column's type.
final class Bounds {

    private final FieldType type;
    private final NumberTally tally;

    Bounds(FieldType type, NumberTally tally) {
        this.type = type;
        this.tally = tally;
    }

    /// A key as the value it stands for.
    Value value(long key) {
        return tally.isReal() ? new Value.Real(tally.number(key), ((FieldType.Real) type).bits())
                : new Vector.Longs(new long[]{tally.raw(key)}, 1, null).value(0, type);
    }

    /// A number between keys, such as a mean: a time for times, a plain number for numbers.
    Value between(double number) {
        return switch (type) {
            case FieldType.Date _ -> new Value.Moment((long) Math.floor(number * 86_400), 0, "");
            case FieldType.Timestamp _, FieldType.TimeOfDay _, FieldType.Duration _ ->
                new Vector.Longs(new long[]{Math.round(number)}, 1, null).value(0, type);
            case FieldType.Decimal decimal -> new Value.Real(number / Math.pow(10, decimal.scale()), 64);
            default -> new Value.Real(number, 64);
        };
    }

    /// A spread of keys as a number in the column's unit.
    double spread(double keys) {
        return type instanceof FieldType.Decimal decimal ? keys / Math.pow(10, decimal.scale()) : keys;
    }
}
