package cotejo.dataset.other;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a field in one batch. A place outside of a buffer is an [IndexOutOfBoundsException].
///
/// @param valid    a bit a value, empty where all are valid
/// @param buffers  what the layout has besides
/// @param words    the values of the dictionary that the buffer points into; null without one
record ArrowArray(ArrowField field, int length, ByteBuffer valid, List<ByteBuffer> buffers,
        List<ArrowArray> children, @Nullable List<Value> words) {

    private static final long DAY = 86_400_000;
    private static final long NANOS = 1_000_000_000;

    private static boolean bit(ByteBuffer bits, int i) {
        return (bits.get(i >> 3) >> (i & 7) & 1) != 0;
    }

    private static long number(ByteBuffer data, int i, int width) {
        return switch (width) {
            case 1 -> data.get(i);
            case 2 -> data.getShort(2 * i);
            case 4 -> data.getInt(4 * i);
            default -> data.getLong(8 * i);
        };
    }

    Value value(int i) {
        java.util.Objects.checkIndex(i, length);
        if (field.kind() == ArrowField.Kind.NULL && words == null || valid.hasRemaining() && !bit(valid, i)) {
            return Value.Nothing.NULL;
        }
        if (words != null) {
            return words.get(Math.toIntExact(number(buffers.getFirst(), i, field.index())
                    & (field.index() == 1 ? 0xff : field.index() == 2 ? 0xffff : -1L)));
        }
        return switch (field.kind()) {
            case NULL -> Value.Nothing.NULL;
            case BOOL -> bit(buffers.getFirst(), i) ? Value.Flag.TRUE : Value.Flag.FALSE;
            case WHOLE -> whole(number(buffers.getFirst(), i, field.width()));
            case REAL -> real(buffers.getFirst(), i);
            case DECIMAL -> decimal(i);
            case DATE -> new Value.Day(field.width() == 4 ? number(buffers.getFirst(), i, 4)
                    : Math.floorDiv(number(buffers.getFirst(), i, 8), DAY));
            case COUNT -> packed(number(buffers.getFirst(), i, field.width()));
            case BYTES, LARGE_BYTES, FIXED -> bytes(cut(i, buffers.getLast()));
            case VIEW -> bytes(view(i));
            case LIST, LARGE_LIST, FIXED_LIST -> {
                List<Value> items = new ArrayList<>();
                for (int k = from(i); k < from(i + 1); k++) {
                    items.add(children.getFirst().value(k));
                }
                yield new Value.Items(items);
            }
            case LIST_VIEW, LARGE_LIST_VIEW -> {
                List<Value> items = new ArrayList<>();
                int begin = from(i);
                for (int k = begin; k < Math.addExact(begin, size(i)); k++) {
                    items.add(children.getFirst().value(k));
                }
                yield new Value.Items(items);
            }
            case INTERVAL -> interval(buffers.getFirst(), i);
            case RUNS -> children.getLast().value(run(i));
            case STRUCT -> new Value.Struct(field.children().stream().map(ArrowField::name).toList(),
                    children.stream().map(child -> child.value(i)).toList());
            case MAP -> {
                List<Value.Pair> pairs = new ArrayList<>();
                List<ArrowArray> parts = children.getFirst().children;
                for (int k = from(i); k < from(i + 1); k++) {
                    pairs.add(new Value.Pair(parts.getFirst().value(k), parts.getLast().value(k)));
                }
                yield new Value.Pairs(pairs);
            }
        };
    }

    private Value packed(long number) {
        return new Vector.Longs(new long[]{number}, 1, null).value(0, field.type());
    }

    private Value whole(long number) {
        boolean unsigned = field.type() instanceof FieldType.Whole(int bits, FieldType.Whole.Sign sign)
                && sign == FieldType.Whole.Sign.UNSIGNED && number < 0;
        return !unsigned ? new Value.Whole(number) : field.width() == 8 ? packed(number)
                : new Value.Whole(number & (1L << 8 * field.width()) - 1);
    }

    private Value real(ByteBuffer data, int i) {
        return new Value.Real(switch (field.width()) {
            case 2 -> Float.float16ToFloat(data.getShort(2 * i));
            case 4 -> data.getFloat(4 * i);
            default -> data.getDouble(8 * i);
        }, 8 * field.width());
    }

    private Value decimal(int i) {
        byte[] bytes = new byte[field.width()];
        for (int k = 0; k < bytes.length; k++) {
            bytes[bytes.length - 1 - k] = buffers.getFirst().get(i * bytes.length + k);
        }
        int scale = field.type() instanceof FieldType.Decimal decimal ? decimal.scale() : 0;
        return new Value.Decimal(new BigDecimal(new BigInteger(bytes), scale));
    }

    /// How many parts a value of a list view has.
    private int size(int i) {
        return field.kind() == ArrowField.Kind.LIST_VIEW ? buffers.getLast().getInt(4 * i)
                : Math.toIntExact(buffers.getLast().getLong(8 * i));
    }

    /// The run that a value is in: the first that ends behind it.
    private int run(int i) {
        ArrowArray ends = children.getFirst();
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number(ends.buffers.getFirst(), middle, ends.field.width()) <= i) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Months, or days and milliseconds, or months, days and nanoseconds.
    private Value interval(ByteBuffer data, int i) {
        return switch (field.width()) {
            case 4 -> new Value.Span(data.getInt(4 * i), 0, 0, 0);
            case 8 -> {
                int millis = data.getInt(8 * i + 4);
                yield new Value.Span(0, data.getInt(8 * i), Math.floorDiv(millis, 1000),
                        Math.floorMod(millis, 1000) * 1_000_000);
            }
            default -> {
                long nanos = data.getLong(16 * i + 8);
                yield new Value.Span(data.getInt(16 * i), data.getInt(16 * i + 4), Math.floorDiv(nanos, NANOS),
                        (int) Math.floorMod(nanos, NANOS));
            }
        };
    }

    /// Where the parts of a value begin.
    private int from(int i) {
        return switch (field.kind()) {
            case FIXED, FIXED_LIST -> Math.multiplyExact(i, field.width());
            case LARGE_BYTES, LARGE_LIST, LARGE_LIST_VIEW -> Math.toIntExact(buffers.getFirst().getLong(8 * i));
            default -> buffers.getFirst().getInt(4 * i);
        };
    }

    private byte[] cut(int i, ByteBuffer data) {
        return copy(data, from(i), from(i + 1) - from(i));
    }

    private static byte[] copy(ByteBuffer data, int from, int length) {
        java.util.Objects.checkFromIndexSize(from, length, data.limit());
        byte[] bytes = new byte[length];
        data.get(from, bytes);
        return bytes;
    }

    /// Up to twelve bytes stand in the view itself, longer ones in a buffer it names.
    private byte[] view(int i) {
        ByteBuffer views = buffers.getFirst();
        int size = views.getInt(16 * i);
        return size <= 12 ? copy(views, 16 * i + 4, size)
                : copy(buffers.get(Math.addExact(1, views.getInt(16 * i + 8))), views.getInt(16 * i + 12), size);
    }

    private Value bytes(byte[] bytes) {
        return field.type() instanceof FieldType.Text
                ? Value.text(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)) : new Value.Binary(bytes);
    }

    /// Refuses places that go back, or what would make many rows of few bytes.
    ArrowArray checked(long most) {
        long sum = 0;
        switch (field.kind()) {
            case BYTES, LARGE_BYTES, LIST, LARGE_LIST, MAP -> {
                for (int i = 0; i < length && words == null; i++) {
                    if (from(i) < 0 || from(i + 1) < from(i)) {
                        throw new IndexOutOfBoundsException(i);
                    }
                }
            }
            case LIST_VIEW, LARGE_LIST_VIEW -> {
                for (int i = 0; i < length && words == null; i++) {
                    java.util.Objects.checkFromIndexSize(from(i), size(i), children.getFirst().length);
                    sum += size(i);
                }
            }
            case VIEW -> {
                for (int i = 0; i < length && words == null; i++) {
                    sum += Math.max(0, buffers.getFirst().getInt(16 * i));
                }
            }
            default -> sum = 0;
        }
        if (sum > most) {
            throw new IndexOutOfBoundsException("views");
        }
        return this;
    }
}
