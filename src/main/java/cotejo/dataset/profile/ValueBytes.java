package cotejo.dataset.profile;

import cotejo.dataset.Value;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values as bytes and back: a letter for the kind, then what it holds.
final class ValueBytes {

    private ValueBytes() {
    }

    static void write(@Nullable Value value, DataOutputStream out) throws IOException {
        switch (value) {
            case null -> out.writeByte('-');
            case Value.Nothing nothing -> {
                out.writeByte('0');
                out.writeBoolean(nothing == Value.Nothing.ABSENT);
            }
            case Value.Text text -> text('t', text.text(), out);
            case Value.Flag flag -> {
                out.writeByte('f');
                out.writeBoolean(flag == Value.Flag.TRUE);
            }
            case Value.Whole whole -> longs('w', out, whole.value());
            case Value.Real real -> longs('r', out, Double.doubleToRawLongBits(real.value()), real.bits());
            case Value.Decimal decimal -> {
                longs('d', out, decimal.value().scale());
                bytes(decimal.value().unscaledValue().toByteArray(), out);
            }
            case Value.Day day -> longs('D', out, day.epochDay());
            case Value.TimeOfDay time -> longs('T', out, time.nanos());
            case Value.Moment moment -> {
                longs('m', out, moment.epochSecond(), moment.nano());
                bytes(moment.zone().getBytes(StandardCharsets.UTF_8), out);
            }
            case Value.Span span -> longs('s', out, span.months(), span.days(), span.seconds(), span.nanos());
            case Value.Id id -> longs('i', out, id.id().getMostSignificantBits(), id.id().getLeastSignificantBits());
            case Value.Binary binary -> {
                out.writeByte('b');
                bytes(binary.bytes(), out);
            }
            case Value.Items items -> list('[', items.items(), out);
            case Value.Pairs pairs -> {
                longs('{', out, pairs.pairs().size());
                for (Value.Pair pair : pairs.pairs()) {
                    write(pair.key(), out);
                    write(pair.value(), out);
                }
            }
            case Value.Struct struct -> {
                list('(', struct.values(), out);
                for (String name : struct.names()) {
                    bytes(name.getBytes(StandardCharsets.UTF_8), out);
                }
            }
            case Value.Unreadable unreadable -> text('u', unreadable.why(), out);
        }
    }

    private static void list(char kind, List<Value> values, DataOutputStream out) throws IOException {
        longs(kind, out, values.size());
        for (Value value : values) {
            write(value, out);
        }
    }

    private static void longs(char kind, DataOutputStream out, long... longs) throws IOException {
        out.writeByte(kind);
        for (long some : longs) {
            out.writeLong(some);
        }
    }

    private static void text(char kind, String text, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// A value that must be there.
    static Value some(DataInputStream in) throws IOException {
        Value value = read(in);
        if (value == null) {
            throw new IOException();
        }
        return value;
    }

    static @Nullable Value read(DataInputStream in) throws IOException {
        char kind = (char) in.readUnsignedByte();
        return switch (kind) {
            case '-' -> null;
            case '0' -> in.readBoolean() ? Value.Nothing.ABSENT : Value.Nothing.NULL;
            case 't' -> new Value.Text(text(in));
            case 'f' -> Value.flag(in.readBoolean() ? 1 : 0);
            case 'w' -> new Value.Whole(in.readLong());
            case 'r' -> new Value.Real(Double.longBitsToDouble(in.readLong()), (int) in.readLong());
            case 'd' -> {
                int scale = (int) in.readLong();
                yield new Value.Decimal(new BigDecimal(new BigInteger(bytes(in)), scale));
            }
            case 'D' -> new Value.Day(in.readLong());
            case 'T' -> new Value.TimeOfDay(in.readLong());
            case 'm' -> new Value.Moment(in.readLong(), (int) in.readLong(), utf8(in));
            case 's' -> new Value.Span((int) in.readLong(), (int) in.readLong(), in.readLong(), (int) in.readLong());
            case 'i' -> new Value.Id(new UUID(in.readLong(), in.readLong()));
            case 'b' -> new Value.Binary(bytes(in));
            case '[' -> new Value.Items(list(in));
            case '{' -> {
                List<Value.Pair> pairs = new ArrayList<>();
                for (long left = in.readLong(); left > 0; left--) {
                    pairs.add(new Value.Pair(some(in), some(in)));
                }
                yield new Value.Pairs(List.copyOf(pairs));
            }
            case '(' -> {
                List<Value> values = list(in);
                List<String> names = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    names.add(utf8(in));
                }
                yield new Value.Struct(List.copyOf(names), values);
            }
            case 'u' -> new Value.Unreadable(text(in));
            default -> throw new IOException(Character.toString(kind));
        };
    }

    private static List<Value> list(DataInputStream in) throws IOException {
        List<Value> values = new ArrayList<>();
        for (long left = in.readLong(); left > 0; left--) {
            values.add(some(in));
        }
        return List.copyOf(values);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / 2) {
            throw new IOException(Integer.toString(length));
        }
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = in.readChar();
        }
        return new String(chars);
    }

    private static String utf8(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException(Integer.toString(length));
        }
        return in.readNBytes(length);
    }
}
