package cotejo.dataset.parquet;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.parquet.variant.Variant;
import org.jspecify.annotations.Nullable;

/// Values of Parquet's VARIANT: bytes that say themselves what they are, of which parts may be shredded into columns of
/// their own. By the format's VariantEncoding and VariantShredding; Apache Parquet reads the bytes.
final class Variants {

    private static final int DEEP = 256;

    /// How many values the bytes that are read can still hold; offsets may point to the same bytes again and again.
    private long left;
    private final byte[] metadata;

    private Variants(byte[] metadata) {
        this.metadata = metadata;
    }

    /// Whether a group that is called a variant has the parts of one.
    static boolean are(List<ParquetSchema.Node> parts) {
        return part(parts, "metadata") != null && (part(parts, "value") != null || part(parts, "typed_value") != null)
                && parts.stream().filter(part -> !part.field().name().equals("typed_value"))
                .allMatch(part -> part.field().type() instanceof FieldType.Binary);
    }

    /// The value of a variant's group.
    static Value of(ParquetSchema.Node node, Value group) {
        if (!(group instanceof Value.Struct struct)) {
            return Value.Nothing.NULL;
        }
        byte[] metadata = bytes(node, struct, "metadata");
        if (metadata == null) {
            throw Damage.of("dataset.parquet.variant.metadata");
        }
        Value value = new Variants(metadata).value(node, struct);
        return value == null ? Value.Nothing.NULL : value;
    }

    /// The bytes of an unshredded variant.
    static Value decoded(byte[] metadata, byte[] value) {
        Variants variants = new Variants(metadata);
        variants.left = value.length;
        return variants.plain(new Variant(value, metadata), 0);
    }

    private static ParquetSchema.@Nullable Node part(List<ParquetSchema.Node> parts, String name) {
        return parts.stream().filter(part -> part.field().name().equals(name)).findFirst().orElse(null);
    }

    private static Value at(ParquetSchema.Node node, Value.Struct struct, String name) {
        for (int i = 0; i < node.parts().size(); i++) {
            if (node.parts().get(i).field().name().equals(name)) {
                return struct.values().get(i);
            }
        }
        return Value.Nothing.NULL;
    }

    private static byte @Nullable [] bytes(ParquetSchema.Node node, Value.Struct struct, String name) {
        return at(node, struct, name) instanceof Value.Binary binary ? binary.bytes() : null;
    }

    /// What a pair of value and typed value holds; null when it holds nothing at all.
    private @Nullable Value value(ParquetSchema.Node node, Value.Struct struct) {
        byte[] value = bytes(node, struct, "value");
        ParquetSchema.Node typedNode = part(node.parts(), "typed_value");
        if (typedNode != null && typedNode.kind() == ParquetSchema.Node.Kind.LEAF) {
            check(typedNode.field());
        }
        Value typed = at(node, struct, "typed_value");
        if (typedNode == null || typed.isNull()) {
            return value == null ? null : decodedHere(value);
        }
        if (typedNode.kind() == ParquetSchema.Node.Kind.STRUCT) {
            return object(typedNode, (Value.Struct) typed, value);
        }
        if (value != null) {
            throw Damage.of("dataset.parquet.variant.twice");
        }
        if (typed instanceof Value.Items items && typedNode.kind() == ParquetSchema.Node.Kind.LIST) {
            List<Value> all = new ArrayList<>();
            for (Value item : items.items()) {
                Value one = item instanceof Value.Struct element ? value(typedNode.parts().getFirst(), element) : null;
                all.add(one == null ? Value.Nothing.NULL : one);
            }
            return new Value.Items(all);
        }
        return typed;
    }

    private Value decodedHere(byte[] value) {
        left = value.length;
        return plain(new Variant(value, metadata), 0);
    }

    private Value object(ParquetSchema.Node node, Value.Struct typed, byte @Nullable [] value) {
        TreeMap<String, Value> fields = new TreeMap<>();
        if (value != null) {
            if (!(decodedHere(value) instanceof Value.Struct rest)) {
                throw Damage.of("dataset.parquet.variant.twice");
            }
            for (int i = 0; i < rest.names().size(); i++) {
                fields.put(rest.names().get(i), rest.values().get(i));
            }
        }
        for (int i = 0; i < node.parts().size(); i++) {
            ParquetSchema.Node part = node.parts().get(i);
            Value one = typed.values().get(i) instanceof Value.Struct field ? value(part, field) : null;
            if (one != null) {
                fields.put(part.field().name(), one);
            } else {
                fields.remove(part.field().name());
            }
        }
        return new Value.Struct(List.copyOf(fields.keySet()), List.copyOf(fields.values()));
    }

    /// Only types that variants have may be shredded.
    private static void check(Field field) {
        boolean known = switch (field.type()) {
            case FieldType.Whole whole -> whole.sign() == FieldType.Whole.Sign.SIGNED;
            case FieldType.Real real -> real.bits() > 16;
            case FieldType.Binary binary -> binary.length() < 0 && binary.kind().equals("binary");
            case FieldType.Text text -> text.kind().equals("string");
            case FieldType.Bool _, FieldType.Decimal _, FieldType.Date _, FieldType.TimeOfDay _, FieldType.Timestamp _,
                 FieldType.Uuid _ -> true;
            default -> false;
        };
        if (!known) {
            throw Damage.of("dataset.parquet.variant.type", field.type().label());
        }
    }

    private Value plain(Variant variant, int depth) {
        if (depth > DEEP) {
            throw Damage.of("dataset.other.deep", DEEP);
        }
        if (--left < 0) {
            throw Damage.of("dataset.parquet.variant.many");
        }
        return switch (variant.getType()) {
            case OBJECT -> object(variant, depth);
            case ARRAY -> {
                List<Value> items = new ArrayList<>();
                for (int i = 0; i < variant.numArrayElements(); i++) {
                    items.add(plain(variant.getElementAtIndex(i), depth + 1));
                }
                yield new Value.Items(items);
            }
            case NULL -> Value.Nothing.NULL;
            case BOOLEAN -> Value.flag(variant.getBoolean() ? 1 : 0);
            case BYTE, SHORT, INT, LONG -> new Value.Whole(variant.getLong());
            case STRING -> new Value.Text(variant.getString());
            case FLOAT -> new Value.Real(variant.getFloat(), 32);
            case DOUBLE -> new Value.Real(variant.getDouble(), 64);
            case DECIMAL4, DECIMAL8, DECIMAL16 -> new Value.Decimal(variant.getDecimal());
            case DATE -> new Value.Day(variant.getLong());
            case TIME -> new Value.TimeOfDay(Math.multiplyExact(variant.getLong(), 1000));
            case TIMESTAMP_TZ -> Value.Moment.of(variant.getLong(), FieldType.Unit.MICROS, "UTC");
            case TIMESTAMP_NTZ -> Value.Moment.of(variant.getLong(), FieldType.Unit.MICROS, "");
            case TIMESTAMP_NANOS_TZ -> Value.Moment.of(variant.getLong(), FieldType.Unit.NANOS, "UTC");
            case TIMESTAMP_NANOS_NTZ -> Value.Moment.of(variant.getLong(), FieldType.Unit.NANOS, "");
            case BINARY -> new Value.Binary(copy(variant.getBinary()));
            case UUID -> new Value.Id(variant.getUUID());
        };
    }

    private Value object(Variant variant, int depth) {
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < variant.numObjectElements(); i++) {
            Variant.ObjectField field = variant.getFieldAtIndex(i);
            names.add(field.key);
            values.add(plain(field.value, depth + 1));
        }
        return new Value.Struct(names, values);
    }

    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }
}
