package cotejo.dataset.other;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// One element type of NumPy, such as `<f8`: byte order, kind, and size.
///
/// @param bytes the size of an element
record NumpyType(ByteOrder order, char kind, int bytes, FieldType type) {

    /// The type a text describes; null for those that are not read, such as Python objects.
    static @Nullable NumpyType of(String descr) {
        if (descr.length() < 2) {
            return null;
        }
        ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        char kind = descr.charAt(1);
        String digits = descr.substring(2).replaceFirst("\\[.*", "");
        int size;
        try {
            size = Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            return null;
        }
        if (size < 0 || size > 1 << 20) {
            return null;
        }
        return switch (kind) {
            case 'b' -> size == 1 ? new NumpyType(order, kind, 1, new FieldType.Bool()) : null;
            case 'i' -> whole(order, kind, size, FieldType.Whole.Sign.SIGNED);
            case 'u' -> whole(order, kind, size, FieldType.Whole.Sign.UNSIGNED);
            case 'f' -> size == 2 || size == 4 || size == 8
                    ? new NumpyType(order, kind, size, new FieldType.Real(size * 8)) : null;
            case 'c' -> size == 8 || size == 16 ? new NumpyType(order, kind, size, FieldType.text()) : null;
            case 'U' -> new NumpyType(order, kind, size * 4, FieldType.text());
            case 'S' -> new NumpyType(order, kind, size, FieldType.text());
            case 'M' -> time(order, descr);
            default -> null;
        };
    }

    private static @Nullable NumpyType whole(ByteOrder order, char kind, int size, FieldType.Whole.Sign sign) {
        return size == 1 || size == 2 || size == 4 || size == 8
                ? new NumpyType(order, kind, size, new FieldType.Whole(size * 8, sign)) : null;
    }

    private static @Nullable NumpyType time(ByteOrder order, String descr) {
        String unit = descr.substring(3).replaceAll("[\\[\\]]", "");
        return switch (unit) {
            case "D" -> new NumpyType(order, 'D', 8, new FieldType.Date());
            case "s" -> new NumpyType(order, 'M', 8, new FieldType.Timestamp(FieldType.Unit.SECONDS, ""));
            case "ms" -> new NumpyType(order, 'M', 8, new FieldType.Timestamp(FieldType.Unit.MILLIS, ""));
            case "us" -> new NumpyType(order, 'M', 8, new FieldType.Timestamp(FieldType.Unit.MICROS, ""));
            case "ns" -> new NumpyType(order, 'M', 8, new FieldType.Timestamp(FieldType.Unit.NANOS, ""));
            default -> null;
        };
    }

    Value value(ByteBuffer data, int at) {
        data.order(order);
        return switch (kind) {
            case 'b' -> data.get(at) == 0 ? Value.Flag.FALSE : Value.Flag.TRUE;
            case 'i' -> new Value.Whole(signed(data, at));
            case 'u' -> new cotejo.dataset.Vector.Longs(new long[]{bytes == 8 ? data.getLong(at)
                    : signed(data, at) & (1L << bytes * 8) - 1}, 1, null).value(0, type);
            case 'f' -> new Value.Real(real(data, at, bytes), bytes * 8);
            case 'c' -> new Value.Text(real(data, at, bytes / 2)
                    + signedText(real(data, at + bytes / 2, bytes / 2)) + "j");
            case 'U' -> text(data, at);
            case 'S' -> bytesText(data, at);
            default -> {
                long count = data.getLong(at);
                yield count == Long.MIN_VALUE ? Value.Nothing.NULL
                        : new cotejo.dataset.Vector.Longs(new long[]{count}, 1, null).value(0, type);
            }
        };
    }

    private static String signedText(double number) {
        return number < 0 || 1 / number < 0 || Double.isNaN(number) ? Double.toString(number) : "+" + number;
    }

    private long signed(ByteBuffer data, int at) {
        return switch (bytes) {
            case 1 -> data.get(at);
            case 2 -> data.getShort(at);
            case 4 -> data.getInt(at);
            default -> data.getLong(at);
        };
    }

    private static double real(ByteBuffer data, int at, int size) {
        return switch (size) {
            case 2 -> Float.float16ToFloat(data.getShort(at));
            case 4 -> data.getFloat(at);
            default -> data.getDouble(at);
        };
    }

    private Value text(ByteBuffer data, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes; i += 4) {
            int point = data.getInt(at + i);
            if (point != 0) {
                text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xfffd);
            }
        }
        return new Value.Text(text.toString());
    }

    private Value bytesText(ByteBuffer data, int at) {
        byte[] raw = new byte[bytes];
        data.get(at, raw);
        int end = raw.length;
        while (end > 0 && raw[end - 1] == 0) {
            end--;
        }
        return new Value.Text(new String(raw, 0, end, java.nio.charset.StandardCharsets.UTF_8));
    }
}
