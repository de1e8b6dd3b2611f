package cotejo.dataset.other;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Decodes values of a block. A row has no more values than the block has bytes, and some to spare for those without
/// any, such as null.
final class AvroValues {

    private static final int DEPTH = 64;
    private static final int SPARE = 1 << 16;

    private final AvroBytes in;
    private long left;

    AvroValues(AvroBytes in) {
        this.in = in;
    }

    /// The next row, a value a column.
    List<Value> row(AvroType type) throws IOException {
        left = in.remaining() + (long) SPARE;
        return type instanceof AvroType.Parts parts ? values(parts, 0) : List.of(value(type, 0));
    }

    private List<Value> values(AvroType.Parts parts, int depth) throws IOException {
        List<Value> values = new ArrayList<>(parts.types().size());
        for (AvroType part : parts.types()) {
            values.add(value(part, depth + 1));
        }
        return values;
    }

    private Value value(AvroType type, int depth) throws IOException {
        if (depth > DEPTH) {
            throw new IOException(Texts.get("dataset.other.deep", DEPTH));
        }
        if (--left < 0) {
            throw new IOException(Texts.get("dataset.avro.values"));
        }
        return switch (type) {
            case AvroType.Plain plain -> plain(plain);
            case AvroType.Fixed fixed -> binary(in.bytes(fixed.size()), fixed.type());
            case AvroType.Choice choice -> Value.text(choice.symbols().get(branch(choice.symbols().size())));
            case AvroType.Union union -> value(union.branches().get(branch(union.branches().size())), depth + 1);
            case AvroType.Parts parts -> new Value.Struct(parts.names(), values(parts, depth));
            case AvroType.Again again -> {
                AvroType whole = again.names().get(again.name());
                if (whole == null) {
                    throw new IOException(Texts.get("dataset.avro.type", again.name()));
                }
                yield value(whole, depth + 1);
            }
            case AvroType.Many many -> {
                List<Value> items = new ArrayList<>();
                for (long count = count(); count > 0; count = count()) {
                    for (long i = 0; i < count; i++) {
                        items.add(value(many.item(), depth + 1));
                    }
                }
                yield new Value.Items(items);
            }
            case AvroType.Keyed keyed -> {
                List<Value.Pair> pairs = new ArrayList<>();
                for (long count = count(); count > 0; count = count()) {
                    for (long i = 0; i < count; i++) {
                        pairs.add(new Value.Pair(Value.text(in.text()), value(keyed.value(), depth + 1)));
                    }
                }
                yield new Value.Pairs(pairs);
            }
        };
    }

    /// How many items follow; with a count below zero comes their length, which only matters to those who skip.
    private long count() throws IOException {
        long count = in.number();
        if (count < 0) {
            in.length();
            count = -count;
        }
        if (count < 0 || count > left) {
            throw new IOException(Texts.get("dataset.avro.values"));
        }
        return count;
    }

    private int branch(int among) throws IOException {
        long branch = in.number();
        if (branch < 0 || branch >= among) {
            throw new IOException(Texts.get("dataset.avro.branch", branch, among));
        }
        return (int) branch;
    }

    private Value plain(AvroType.Plain plain) throws IOException {
        return switch (plain.kind()) {
            case "null" -> Value.Nothing.NULL;
            case "boolean" -> in.flag() ? Value.Flag.TRUE : Value.Flag.FALSE;
            case "int", "long" -> number(in.number(), plain.type());
            case "float" -> new Value.Real(in.real32(), 32);
            case "double" -> new Value.Real(in.real64(), 64);
            case "bytes" -> binary(in.bytes(), plain.type());
            default -> text(in.text(), plain.type());
        };
    }

    private static Value text(String text, FieldType type) {
        if (type instanceof FieldType.Uuid && text.length() == 36) {
            try {
                return new Value.Id(UUID.fromString(text));
            } catch (IllegalArgumentException none) {
                return Value.text(text);
            }
        }
        return Value.text(text);
    }

    private static Value number(long number, FieldType type) {
        return type instanceof FieldType.Whole ? new Value.Whole(number)
                : new Vector.Longs(new long[]{number}, 1, null).value(0, type);
    }

    private static Value binary(byte[] bytes, FieldType type) {
        return type instanceof FieldType.Binary ? new Value.Binary(bytes)
                : new Vector.Slices(bytes, new int[]{0}, new int[]{bytes.length}, 1).value(0, type);
    }
}
