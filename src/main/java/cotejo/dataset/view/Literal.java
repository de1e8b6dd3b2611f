package cotejo.dataset.view;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.csv.CellReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What is written in a condition, as a value of the column it is compared with: exact where the column is, and rounded
/// as its numbers were where those have fewer bits.
final class Literal {

    private Literal() {
    }

    /// The value, or null when the text is none of that type.
    static @Nullable Value of(String text, FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Decimal _ -> number(text);
            case FieldType.Real real -> rounded(CellReader.of(text, FieldType.float64()), real.bits());
            case FieldType.TimeOfDay _ -> time(text);
            case FieldType.Binary _ -> bytes(text);
            case FieldType.Duration _, FieldType.Interval _ -> null;
            case FieldType.Bool _, FieldType.Text _, FieldType.Date _, FieldType.Timestamp _, FieldType.Uuid _,
                    FieldType.ListOf _, FieldType.MapOf _, FieldType.Struct _, FieldType.Nothing _,
                    FieldType.Anything _ -> CellReader.of(text, type);
        };
    }

    private static @Nullable Value number(String text) {
        if (CellReader.of(text, FieldType.float64()) instanceof Value.Real real && !Double.isFinite(real.value())) {
            return real;
        }
        try {
            BigDecimal exact = new BigDecimal(text);
            // An exponent may ask for more digits than there is room for.
            boolean whole = Math.abs((long) exact.scale()) < 1000 && exact.stripTrailingZeros().scale() <= 0;
            return whole && exact.toBigInteger().bitLength() < 64 ? new Value.Whole(exact.longValueExact())
                    : new Value.Decimal(exact);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Value rounded(@Nullable Value value, int bits) {
        if (!(value instanceof Value.Real real)) {
            return value;
        }
        return switch (bits) {
            case 32 -> new Value.Real((float) real.value(), 32);
            case 16 -> new Value.Real(Float.float16ToFloat(Float.floatToFloat16((float) real.value())), 16);
            default -> real;
        };
    }

    private static @Nullable Value time(String text) {
        try {
            return new Value.TimeOfDay(LocalTime.parse(text).toNanoOfDay());
        } catch (DateTimeException none) {
            return null;
        }
    }

    /// Bytes are written as they are shown.
    private static @Nullable Value bytes(String text) {
        try {
            return new Value.Binary(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
