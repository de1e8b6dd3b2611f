package cotejo.ui.datasets;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import java.util.List;
import java.util.stream.Collectors;

/// A schema as text for another program.
enum SchemaCopy {
    /// A column a line, parts indented.
    TEXT,
    JSON,
    /// A table of DuckDB, whose names of types most of SQL knows.
    SQL,
    /// What `astype` of pandas takes.
    PANDAS,
    /// What Polars takes as `schema`.
    POLARS;

    String of(List<Field> columns) {
        return switch (this) {
            case TEXT -> text(columns, "");
            case JSON -> Indented.json(new Value.Items(columns.stream().map(SchemaCopy::json).toList())) + "\n";
            case SQL -> columns.stream().map(column -> "    " + DatasetCode.sqlName(column.name()) + " "
                            + sql(column.type()) + (required(column) ? " NOT NULL" : ""))
                    .collect(Collectors.joining(",\n", "CREATE TABLE data (\n", "\n);\n"));
            case PANDAS -> columns.stream().map(column -> "    " + DatasetCode.quoted(column.name()) + ": "
                    + DatasetCode.quoted(pandas(column))).collect(Collectors.joining(",\n", "dtypes = {\n", ",\n}\n"));
            case POLARS -> columns.stream().map(column -> "    " + DatasetCode.quoted(column.name()) + ": "
                            + polars(column.type()))
                    .collect(Collectors.joining(",\n", "import polars as pl\n\nschema = pl.Schema({\n", ",\n})\n"));
        };
    }

    private static boolean required(Field column) {
        return column.nullness() == Field.Nullness.REQUIRED;
    }

    private static String text(List<Field> fields, String indent) {
        return fields.stream().map(field -> indent + field.name() + ": " + field.type().label() + "\n"
                + text(field.type().parts(), indent + "  ")).collect(Collectors.joining());
    }

    private static Value json(Field field) {
        List<Value> parts = field.type().parts().stream().map(SchemaCopy::json).toList();
        Value name = Value.text(field.name());
        Value type = Value.text(field.type().label());
        Value nullable = Value.flag(required(field) ? 0 : 1);
        return parts.isEmpty() ? new Value.Struct(List.of("name", "type", "nullable"), List.of(name, type, nullable))
                : new Value.Struct(List.of("name", "type", "nullable", "fields"),
                        List.of(name, type, nullable, new Value.Items(parts)));
    }

    private static String sql(FieldType type) {
        return switch (type) {
            case FieldType.Whole whole -> (whole.sign() == FieldType.Whole.Sign.UNSIGNED ? "U" : "")
                    + (whole.bits() <= 8 ? "TINYINT" : whole.bits() <= 16 ? "SMALLINT"
                    : whole.bits() <= 32 ? "INTEGER" : "BIGINT");
            case FieldType.Real real -> real.bits() < 64 ? "REAL" : "DOUBLE";
            case FieldType.Decimal decimal -> decimal.precision() > 38 ? "DOUBLE"
                    : "DECIMAL(" + decimal.precision() + ", " + decimal.scale() + ")";
            case FieldType.Bool _ -> "BOOLEAN";
            case FieldType.Date _ -> "DATE";
            case FieldType.TimeOfDay _ -> "TIME";
            case FieldType.Timestamp stamp -> stamp.zone().isEmpty() ? "TIMESTAMP" : "TIMESTAMP WITH TIME ZONE";
            case FieldType.Duration _, FieldType.Interval _ -> "INTERVAL";
            case FieldType.Uuid _ -> "UUID";
            case FieldType.Binary _ -> "BLOB";
            case FieldType.ListOf list -> sql(list.element().type()) + "[]";
            case FieldType.MapOf map -> "MAP(" + sql(map.key().type()) + ", " + sql(map.value().type()) + ")";
            case FieldType.Struct struct when !struct.fields().isEmpty() -> struct.fields().stream()
                    .map(part -> DatasetCode.sqlName(part.name()) + " " + sql(part.type()))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
            case FieldType.Anything _ -> "JSON";
            case FieldType.Text _, FieldType.Struct _, FieldType.Nothing _ -> "VARCHAR";
        };
    }

    /// With a capital letter pandas' types hold nulls.
    private static String pandas(Field field) {
        return switch (field.type()) {
            case FieldType.Whole whole -> {
                String name = (whole.sign() == FieldType.Whole.Sign.UNSIGNED ? "uint" : "int") + whole.bits();
                yield required(field) ? name : name.replace("uint", "UInt").replaceFirst("^int", "Int");
            }
            case FieldType.Real real -> "float" + real.bits();
            case FieldType.Bool _ -> required(field) ? "bool" : "boolean";
            case FieldType.Text _ -> "string";
            case FieldType.Date _ -> "datetime64[s]";
            case FieldType.Timestamp stamp -> "datetime64[" + stamp.unit().sign()
                    + (stamp.zone().isEmpty() ? "" : ", " + stamp.zone()) + "]";
            case FieldType.Duration duration -> "timedelta64[" + duration.unit().sign() + "]";
            default -> "object";
        };
    }

    private static String polars(FieldType type) {
        return switch (type) {
            case FieldType.Whole whole -> (whole.sign() == FieldType.Whole.Sign.UNSIGNED ? "pl.UInt" : "pl.Int")
                    + whole.bits();
            case FieldType.Real real -> real.bits() < 64 ? "pl.Float32" : "pl.Float64";
            case FieldType.Decimal decimal -> "pl.Decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
            case FieldType.Bool _ -> "pl.Boolean";
            case FieldType.Date _ -> "pl.Date";
            case FieldType.TimeOfDay _ -> "pl.Time";
            case FieldType.Timestamp stamp -> "pl.Datetime(" + unit(stamp.unit())
                    + (stamp.zone().isEmpty() ? "" : ", " + DatasetCode.quoted(stamp.zone())) + ")";
            case FieldType.Duration duration -> "pl.Duration(" + unit(duration.unit()) + ")";
            case FieldType.Binary _, FieldType.Uuid _, FieldType.Interval _ -> "pl.Binary";
            case FieldType.ListOf list -> "pl.List(" + polars(list.element().type()) + ")";
            case FieldType.MapOf map -> "pl.List(pl.Struct({\"key\": " + polars(map.key().type()) + ", \"value\": "
                    + polars(map.value().type()) + "}))";
            case FieldType.Struct struct when !struct.fields().isEmpty() -> struct.fields().stream()
                    .map(part -> DatasetCode.quoted(part.name()) + ": " + polars(part.type()))
                    .collect(Collectors.joining(", ", "pl.Struct({", "})"));
            case FieldType.Nothing _ -> "pl.Null";
            case FieldType.Text _, FieldType.Struct _, FieldType.Anything _ -> "pl.String";
        };
    }

    /// Polars has no seconds.
    private static String unit(FieldType.Unit unit) {
        return DatasetCode.quoted(unit == FieldType.Unit.SECONDS ? "ms" : unit.sign());
    }
}
