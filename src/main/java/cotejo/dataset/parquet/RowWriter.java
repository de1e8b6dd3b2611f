package cotejo.dataset.parquet;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
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
    private final List<Words> words;
    private @Nullable RecordConsumer consumer;

    RowWriter(List<Field> columns) {
        this.columns = columns;
        this.words = columns.stream().map(column -> new Words()).toList();
    }

    void to(RecordConsumer target) {
        consumer = target;
    }

    private RecordConsumer out() {
        return Objects.requireNonNull(consumer);
    }

    void write(ParquetOut.Row row) {
        out().startMessage();
        for (int i = 0; i < columns.size(); i++) {
            switch (row) {
                case ParquetOut.Row.Loose loose ->
                    field(columns.get(i).name(), i, columns.get(i).type(), loose.values().get(i));
                case ParquetOut.Row.Packed packed -> packed(i, packed.columns().get(i), packed.types().get(i),
                        packed.place());
            }
        }
        out().endMessage();
    }

    /// Numbers and words go over as they are stored, everything else as a value.
    private void packed(int column, Vector vector, FieldType meant, int i) {
        Field field = columns.get(column);
        if (vector.isNull(i)) {
            return;
        }
        boolean straight = meant.equals(field.type()) && switch (vector) {
            case Vector.Longs _ -> meant instanceof FieldType.Whole || meant instanceof FieldType.Bool
                    || meant instanceof FieldType.Date
                    || meant instanceof FieldType.Timestamp stamp && stamp.unit() != FieldType.Unit.SECONDS;
            case Vector.Doubles _ -> meant instanceof FieldType.Real;
            case Vector.Slices _ -> meant instanceof FieldType.Text;
            case Vector.Coded coded -> meant instanceof FieldType.Text
                    && coded.dictionary() instanceof Vector.Slices;
            case Vector.Values _, Vector.Repeated _ -> false;
        };
        if (!straight) {
            field(field.name(), column, field.type(), vector.value(i, meant));
            return;
        }
        out().startField(field.name(), column);
        switch (vector) {
            case Vector.Longs longs -> number(meant, longs.values()[i]);
            case Vector.Doubles doubles -> real((FieldType.Real) meant, doubles.values()[i]);
            case Vector.Coded coded -> out().addBinary(words.get(column).word(coded, i));
            case Vector.Slices slices -> out().addBinary(Binary.fromReusedByteArray(slices.data(),
                    slices.starts()[i], slices.lengths()[i]));
            case Vector.Values _, Vector.Repeated _ -> throw new IllegalArgumentException(vector.toString());
        }
        out().endField(field.name(), column);
    }

    private void number(FieldType type, long value) {
        switch (type) {
            case FieldType.Whole wide -> whole(wide, value);
            case FieldType.Bool _ -> out().addBoolean(value != 0);
            case FieldType.Date _ -> out().addInteger((int) value);
            default -> out().addLong(value);
        }
    }

    /// The words of a dictionary, each made once.
    private static final class Words {
        private @Nullable Binary[] made = new Binary[0];
        private @Nullable Vector dictionary;

        // Whether it is the same dictionary, not one with the same words.
        @SuppressWarnings("ReferenceEquality")
        Binary word(Vector.Coded coded, int i) {
            if (dictionary != coded.dictionary()) {
                dictionary = coded.dictionary();
                made = new Binary[coded.dictionary().size()];
            }
            int code = coded.codes()[i];
            Binary word = made[code];
            if (word == null) {
                word = Binary.fromConstantByteArray(((Vector.Slices) coded.dictionary()).bytes(code));
                made[code] = word;
            }
            return word;
        }
    }

    private void field(String name, int place, FieldType type, Value value) {
        if (value.isNull() || !Fit.holds(type, value)) {
            return;
        }
        out().startField(name, place);
        value(type, value);
        out().endField(name, place);
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
