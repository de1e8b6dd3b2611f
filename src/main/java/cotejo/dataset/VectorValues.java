package cotejo.dataset;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/// From packed values to single ones.
final class VectorValues {

    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private VectorValues() {
    }

    static Value value(Vector vector, int i, FieldType type) {
        if (vector.isNull(i)) {
            return vector instanceof Vector.Values values ? values.values()[i] : Value.Nothing.NULL;
        }
        return switch (vector) {
            case Vector.Longs longs -> of(longs.values()[i], type);
            case Vector.Doubles doubles -> new Value.Real(doubles.values()[i],
                    type instanceof FieldType.Real real ? real.bits() : 64);
            case Vector.Slices slices -> of(slices, i, type);
            case Vector.Coded coded -> value(coded.dictionary(), coded.codes()[i], type);
            case Vector.Values values -> values.values()[i];
            case Vector.Repeated repeated -> new Value.Whole(repeated.lengths()[i]);
        };
    }

    static Value of(long value, FieldType type) {
        return switch (type) {
            case FieldType.Whole whole when value < 0 && whole.sign() == FieldType.Whole.Sign.UNSIGNED ->
                new Value.Decimal(new BigDecimal(BigInteger.valueOf(value).add(TWO_64)));
            case FieldType.Bool _ -> Value.flag(value);
            case FieldType.Decimal decimal -> new Value.Decimal(BigDecimal.valueOf(value, decimal.scale()));
            case FieldType.Date _ -> new Value.Day(value);
            case FieldType.TimeOfDay time -> new Value.TimeOfDay(value * (1_000_000_000L / time.unit().perSecond()));
            case FieldType.Timestamp stamp -> Value.Moment.of(value, stamp.unit(), stamp.zone());
            case FieldType.Duration duration -> new Value.Span(0, 0, Math.floorDiv(value, duration.unit().perSecond()),
                    (int) (Math.floorMod(value, duration.unit().perSecond())
                            * (1_000_000_000L / duration.unit().perSecond())));
            default -> new Value.Whole(value);
        };
    }

    private static Value of(Vector.Slices slices, int i, FieldType type) {
        return switch (type) {
            case FieldType.Text _, FieldType.Anything _ -> new Value.Text(slices.text(i));
            case FieldType.Decimal decimal when slices.lengths()[i] > 0 ->
                new Value.Decimal(new BigDecimal(new BigInteger(slices.bytes(i)), decimal.scale()));
            case FieldType.Decimal decimal -> new Value.Decimal(BigDecimal.valueOf(0, decimal.scale()));
            case FieldType.Uuid _ when slices.lengths()[i] == 16 -> {
                ByteBuffer bytes = ByteBuffer.wrap(slices.data(), slices.starts()[i], 16);
                yield new Value.Id(new UUID(bytes.getLong(), bytes.getLong()));
            }
            case FieldType.Interval _ when slices.lengths()[i] == 12 -> {
                ByteBuffer bytes = ByteBuffer.wrap(slices.data(), slices.starts()[i], 12)
                        .order(ByteOrder.LITTLE_ENDIAN);
                int months = bytes.getInt();
                int days = bytes.getInt();
                long millis = Integer.toUnsignedLong(bytes.getInt());
                yield new Value.Span(months, days, millis / 1000, (int) (millis % 1000) * 1_000_000);
            }
            default -> new Value.Binary(slices.bytes(i));
        };
    }
}
