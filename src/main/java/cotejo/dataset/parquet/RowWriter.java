package cotejo.dataset.parquet;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/// Feeds rows to Parquet's writer.
final class RowWriter {

    private final List<Field> columns;
    private @Nullable RecordConsumer consumer;

    RowWriter(List<Field> columns) {
        this.columns = columns;
    }

    void to(RecordConsumer target) {
        consumer = target;
    }

    private RecordConsumer out() {
        return Objects.requireNonNull(consumer);
    }

    void write(List<Value> row) {
        out().startMessage();
        for (int i = 0; i < columns.size(); i++) {
            field(columns.get(i).name(), i, columns.get(i).type(), row.get(i));
        }
        out().endMessage();
    }

    private void field(String name, int place, FieldType type, Value value) {
        if (value.isNull() || !holds(type, value)) {
            return;
        }
        out().startField(name, place);
        value(type, value);
        out().endField(name, place);
    }

    static boolean holds(FieldType type, Value value) {
        return switch (type) {
            case FieldType.Whole _ -> value instanceof Value.Whole || value instanceof Value.Decimal;
            case FieldType.Real _ -> value instanceof Value.Real || value instanceof Value.Whole;
            case FieldType.Bool _ -> value instanceof Value.Flag;
            case FieldType.Date _ -> value instanceof Value.Day;
            case FieldType.TimeOfDay _ -> value instanceof Value.TimeOfDay;
            case FieldType.Timestamp _ -> value instanceof Value.Moment;
            case FieldType.Duration _ -> value instanceof Value.Span;
            case FieldType.Uuid _ -> value instanceof Value.Id;
            case FieldType.Decimal _ -> value instanceof Value.Decimal;
            case FieldType.Binary _ -> value instanceof Value.Binary;
            case FieldType.ListOf _ -> value instanceof Value.Items;
            case FieldType.MapOf _ -> value instanceof Value.Pairs;
            case FieldType.Struct _ -> value instanceof Value.Struct;
            case FieldType.Nothing _ -> false;
            case FieldType.Text _, FieldType.Anything _, FieldType.Interval _ -> true;
        };
    }

    private void value(FieldType type, Value value) {
        switch (type) {
            case FieldType.ListOf list -> list(list, (Value.Items) value);
            case FieldType.MapOf map -> map(map, (Value.Pairs) value);
            case FieldType.Struct struct when !struct.fields().isEmpty() -> {
                out().startGroup();
                List<Value> parts = ((Value.Struct) value).values();
                for (int i = 0; i < struct.fields().size() && i < parts.size(); i++) {
                    field(struct.fields().get(i).name(), i, struct.fields().get(i).type(), parts.get(i));
                }
                out().endGroup();
            }
            case FieldType.Anything _ -> out().addBinary(Binary.fromString(value.json()));
            default -> primitive(type, value);
        }
    }

    private void list(FieldType.ListOf list, Value.Items items) {
        out().startGroup();
        if (!items.items().isEmpty()) {
            out().startField("list", 0);
            for (Value item : items.items()) {
                out().startGroup();
                field("element", 0, list.element().type(), item);
                out().endGroup();
            }
            out().endField("list", 0);
        }
        out().endGroup();
    }

    private void map(FieldType.MapOf map, Value.Pairs pairs) {
        FieldType keys = map.key().type().parts().isEmpty() ? map.key().type() : FieldType.text();
        out().startGroup();
        if (!pairs.pairs().isEmpty()) {
            out().startField("key_value", 0);
            for (Value.Pair pair : pairs.pairs()) {
                out().startGroup();
                out().startField("key", 0);
                primitive(keys, pair.key());
                out().endField("key", 0);
                field("value", 1, map.value().type(), pair.value());
                out().endGroup();
            }
            out().endField("key_value", 0);
        }
        out().endGroup();
    }

    private void primitive(FieldType type, Value value) {
        switch (value) {
            case Value.Whole whole when type instanceof FieldType.Real real -> real(real, whole.value());
            case Value.Whole whole when type instanceof FieldType.Whole wide -> whole(wide, whole.value());
            case Value.Decimal decimal when type instanceof FieldType.Whole wide ->
                whole(wide, decimal.value().toBigInteger().longValue());
            case Value.Real real when type instanceof FieldType.Real wide -> real(wide, real.value());
            case Value.Flag flag when type instanceof FieldType.Bool -> out().addBoolean(flag == Value.Flag.TRUE);
            case Value.Day day when type instanceof FieldType.Date -> out().addInteger((int) day.epochDay());
            case Value.TimeOfDay time when type instanceof FieldType.TimeOfDay -> out().addLong(time.nanos());
            case Value.Moment moment when type instanceof FieldType.Timestamp stamp -> out().addLong(count(moment,
                    stamp.unit()));
            case Value.Span span when type instanceof FieldType.Duration duration -> out().addLong(
                    span.seconds() * duration.unit().perSecond()
                            + span.nanos() / (1_000_000_000L / duration.unit().perSecond()));
            case Value.Decimal decimal when type instanceof FieldType.Decimal wide -> decimal(wide, decimal);
            case Value.Id id when type instanceof FieldType.Uuid -> out().addBinary(Binary.fromConstantByteArray(
                    ByteBuffer.allocate(16).putLong(id.id().getMostSignificantBits())
                            .putLong(id.id().getLeastSignificantBits()).array()));
            case Value.Binary binary when type instanceof FieldType.Binary ->
                out().addBinary(Binary.fromConstantByteArray(binary.bytes()));
            default -> out().addBinary(Binary.fromString(value.plain()));
        }
    }

    private void whole(FieldType.Whole type, long value) {
        if (type.bits() > 32) {
            out().addLong(value);
        } else {
            out().addInteger((int) value);
        }
    }

    private void real(FieldType.Real type, double value) {
        if (type.bits() == 64) {
            out().addDouble(value);
        } else {
            out().addFloat((float) value);
        }
    }

    private void decimal(FieldType.Decimal type, Value.Decimal value) {
        java.math.BigInteger unscaled = value.value().setScale(type.scale(), RoundingMode.HALF_UP).unscaledValue();
        if (type.precision() <= 18) {
            out().addLong(unscaled.longValue());
        } else {
            out().addBinary(Binary.fromConstantByteArray(unscaled.toByteArray()));
        }
    }

    /// A point in time as a count of units; seconds are written as milliseconds.
    private static long count(Value.Moment moment, FieldType.Unit unit) {
        long per = Math.max(1000, unit.perSecond());
        return Math.addExact(Math.multiplyExact(moment.epochSecond(), per), moment.nano() / (1_000_000_000L / per));
    }
}
