package cotejo.dataset.parquet;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/// The schema of a file that is written.
final class OutSchema {

    private OutSchema() {
    }

    static MessageType of(List<Field> columns) {
        return new MessageType("table", columns.stream().map(column -> type(column.name(), column.type())).toList());
    }

    private static Type type(String name, FieldType type) {
        return switch (type) {
            case FieldType.ListOf list -> Types.optionalGroup().as(LogicalTypeAnnotation.listType())
                    .addField(new GroupType(Repetition.REPEATED, "list", type("element", list.element().type())))
                    .named(name);
            case FieldType.MapOf map -> Types.optionalGroup().as(LogicalTypeAnnotation.mapType())
                    .addField(new GroupType(Repetition.REPEATED, "key_value",
                            required("key", map.key().type()), type("value", map.value().type()))).named(name);
            case FieldType.Struct struct when !struct.fields().isEmpty() ->
                new GroupType(Repetition.OPTIONAL, name, struct.fields().stream()
                        .map(part -> type(part.name(), part.type())).toList());
            default -> primitive(Repetition.OPTIONAL, name, type);
        };
    }

    private static Type required(String name, FieldType type) {
        return type.parts().isEmpty() ? primitive(Repetition.REQUIRED, name, type)
                : primitive(Repetition.REQUIRED, name, FieldType.text());
    }

    private static Type primitive(Repetition repetition, String name, FieldType type) {
        return switch (type) {
            case FieldType.Whole whole -> Types.primitive(whole.bits() > 32 ? PrimitiveTypeName.INT64
                    : PrimitiveTypeName.INT32, repetition).as(LogicalTypeAnnotation.intType(whole.bits(),
                    whole.sign() == FieldType.Whole.Sign.SIGNED)).named(name);
            case FieldType.Real real -> real.bits() == 64 ? Types.primitive(PrimitiveTypeName.DOUBLE, repetition)
                    .named(name) : Types.primitive(PrimitiveTypeName.FLOAT, repetition).named(name);
            case FieldType.Bool _ -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            case FieldType.Date _ -> Types.primitive(PrimitiveTypeName.INT32, repetition)
                    .as(LogicalTypeAnnotation.dateType()).named(name);
            case FieldType.TimeOfDay _ -> Types.primitive(PrimitiveTypeName.INT64, repetition)
                    .as(LogicalTypeAnnotation.timeType(false, TimeUnit.NANOS)).named(name);
            case FieldType.Timestamp stamp -> Types.primitive(PrimitiveTypeName.INT64, repetition)
                    .as(LogicalTypeAnnotation.timestampType(!stamp.zone().isEmpty(), unit(stamp.unit()))).named(name);
            case FieldType.Duration _ -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case FieldType.Uuid _ -> Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition).length(16)
                    .as(LogicalTypeAnnotation.uuidType()).named(name);
            case FieldType.Decimal decimal -> decimal(repetition, name, decimal);
            case FieldType.Binary _ -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
            case FieldType.Anything _ -> Types.primitive(PrimitiveTypeName.BINARY, repetition)
                    .as(LogicalTypeAnnotation.jsonType()).named(name);
            case FieldType.Text text when text.kind().equals("json") ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition).as(LogicalTypeAnnotation.jsonType()).named(name);
            default -> Types.primitive(PrimitiveTypeName.BINARY, repetition).as(LogicalTypeAnnotation.stringType())
                    .named(name);
        };
    }

    private static Type decimal(Repetition repetition, String name, FieldType.Decimal decimal) {
        LogicalTypeAnnotation annotation = LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision());
        return decimal.precision() <= 18
                ? Types.primitive(PrimitiveTypeName.INT64, repetition).as(annotation).named(name)
                : Types.primitive(PrimitiveTypeName.BINARY, repetition).as(annotation).named(name);
    }

    static TimeUnit unit(FieldType.Unit unit) {
        return switch (unit) {
            case SECONDS, MILLIS -> TimeUnit.MILLIS;
            case MICROS -> TimeUnit.MICROS;
            case NANOS -> TimeUnit.NANOS;
        };
    }
}
