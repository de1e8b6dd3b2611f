package cotejo.dataset.other;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A node of an Avro schema.
sealed interface AvroType {

    /// What its values mean.
    FieldType type();

    /// One of the primitive types, whose name is `kind`.
    record Plain(String kind, FieldType type) implements AvroType {
    }

    /// Bytes of one length.
    record Fixed(int size, FieldType type) implements AvroType {
    }

    /// One of some words.
    record Choice(List<String> symbols) implements AvroType {
        @Override
        public FieldType type() {
            return new FieldType.Text("enum");
        }
    }

    /// An array.
    record Many(AvroType item) implements AvroType {
        @Override
        public FieldType type() {
            return new FieldType.ListOf(field("list.element", item));
        }
    }

    /// A map from text.
    record Keyed(AvroType value) implements AvroType {
        @Override
        public FieldType type() {
            return new FieldType.MapOf(new Field("key_value.key", FieldType.text(), Field.Nullness.REQUIRED, ""),
                    field("key_value.value", value));
        }
    }

    /// One of several: with null, it is the other one or nothing; among more, each value says what it is.
    record Union(List<AvroType> branches) implements AvroType {
        @Override
        public FieldType type() {
            List<AvroType> real = branches.stream().filter(branch -> !isNull(branch)).toList();
            return switch (real.size()) {
                case 0 -> new FieldType.Nothing();
                case 1 -> real.getFirst().type();
                default -> new FieldType.Anything("union");
            };
        }
    }

    /// A record.
    record Parts(List<String> names, List<AvroType> types) implements AvroType {
        @Override
        public FieldType type() {
            return names.isEmpty() ? new FieldType.Anything("record") : new FieldType.Struct(fields());
        }

        List<Field> fields() {
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                fields.add(field(names.get(i), types.get(i)));
            }
            return fields;
        }
    }

    /// A record inside itself, whose depth only the values know.
    record Again(String name, Map<String, AvroType> names) implements AvroType {
        @Override
        public FieldType type() {
            return new FieldType.Anything("record");
        }
    }

    static boolean isNull(AvroType type) {
        return type instanceof Plain plain && plain.kind().equals("null");
    }

    /// A field of this type; it is nullable when a union has null.
    static Field field(String name, AvroType type) {
        boolean nullable = isNull(type) || type instanceof Union union && union.branches().stream()
                .anyMatch(AvroType::isNull);
        return new Field(name, type.type(), nullable ? Field.Nullness.NULLABLE : Field.Nullness.REQUIRED, kind(type));
    }

    private static String kind(AvroType type) {
        return switch (type) {
            case Plain plain -> plain.kind();
            case Fixed fixed -> "fixed(" + fixed.size() + ")";
            case Choice _ -> "enum";
            case Many _ -> "array";
            case Keyed _ -> "map";
            case Union union -> union.branches().stream().map(AvroType::kind)
                    .collect(java.util.stream.Collectors.joining(", ", "union(", ")"));
            case Parts _, Again _ -> "record";
        };
    }
}
