package cotejo.dataset.parquet;

import cotejo.dataset.FieldType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;

/// What Parquet's types mean.
final class ParquetTypes {

    private ParquetTypes() {
    }

    static boolean isMap(LogicalTypeAnnotation annotation) {
        return annotation instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation
                || annotation instanceof LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
    }

    static FieldType of(PrimitiveType type) {
        FieldType physical = physical(type);
        return switch (type.getLogicalTypeAnnotation()) {
            case null -> physical;
            case LogicalTypeAnnotation.StringLogicalTypeAnnotation _ -> FieldType.text();
            case LogicalTypeAnnotation.EnumLogicalTypeAnnotation _ -> new FieldType.Text("enum");
            case LogicalTypeAnnotation.JsonLogicalTypeAnnotation _ -> new FieldType.Text("json");
            case LogicalTypeAnnotation.BsonLogicalTypeAnnotation _ -> new FieldType.Binary(-1, "bson");
            case LogicalTypeAnnotation.UUIDLogicalTypeAnnotation _ -> new FieldType.Uuid();
            case LogicalTypeAnnotation.Float16LogicalTypeAnnotation _ -> new FieldType.Real(16);
            case LogicalTypeAnnotation.DateLogicalTypeAnnotation _ -> new FieldType.Date();
            case LogicalTypeAnnotation.IntervalLogicalTypeAnnotation _ -> new FieldType.Interval();
            case LogicalTypeAnnotation.UnknownLogicalTypeAnnotation _ -> new FieldType.Nothing();
            case LogicalTypeAnnotation.GeometryLogicalTypeAnnotation _ -> new FieldType.Binary(-1, "geometry");
            case LogicalTypeAnnotation.GeographyLogicalTypeAnnotation _ -> new FieldType.Binary(-1, "geography");
            case LogicalTypeAnnotation.IntLogicalTypeAnnotation whole -> new FieldType.Whole(whole.getBitWidth(),
                    whole.isSigned() ? FieldType.Whole.Sign.SIGNED : FieldType.Whole.Sign.UNSIGNED);
            case LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal ->
                new FieldType.Decimal(decimal.getPrecision(), decimal.getScale());
            case LogicalTypeAnnotation.TimeLogicalTypeAnnotation time ->
                new FieldType.TimeOfDay(unit(time.getUnit()));
            case LogicalTypeAnnotation.TimestampLogicalTypeAnnotation stamp ->
                new FieldType.Timestamp(unit(stamp.getUnit()), stamp.isAdjustedToUTC() ? "UTC" : "");
            default -> physical;
        };
    }

    private static FieldType physical(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> new FieldType.Bool();
            case INT32 -> new FieldType.Whole(32, FieldType.Whole.Sign.SIGNED);
            case INT64 -> FieldType.int64();
            case FLOAT -> new FieldType.Real(32);
            case DOUBLE -> FieldType.float64();
            case INT96 -> new FieldType.Timestamp(FieldType.Unit.NANOS, "");
            case BINARY -> new FieldType.Binary(-1, "binary");
            case FIXED_LEN_BYTE_ARRAY -> new FieldType.Binary(type.getTypeLength(), "binary");
        };
    }

    private static FieldType.Unit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> FieldType.Unit.MILLIS;
            case MICROS -> FieldType.Unit.MICROS;
            case NANOS -> FieldType.Unit.NANOS;
        };
    }
}
