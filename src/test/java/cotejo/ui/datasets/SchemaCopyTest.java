package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// DuckDB 1.5.6 made this table and described it with these types; Polars 1.44.2 and pandas 3.0.6 took the other two.
class SchemaCopyTest {

    private static final List<Field> COLUMNS = List.of(
            new Field("id", FieldType.int64(), Field.Nullness.REQUIRED, "INT64"),
            Field.of("a \"b\"", new FieldType.Whole(8, FieldType.Whole.Sign.UNSIGNED)),
            Field.of("when", new FieldType.Timestamp(FieldType.Unit.MICROS, "UTC")),
            Field.of("price", new FieldType.Decimal(9, 2)),
            Field.of("tags", new FieldType.ListOf(Field.of("list.element", FieldType.text()))),
            Field.of("at", new FieldType.Struct(List.of(Field.of("x", FieldType.float64()),
                    Field.of("y", new FieldType.Real(32))))));

    @ParameterizedTest
    @EnumSource(SchemaCopy.class)
    void aSchemaIsWhatOtherProgramsTake(SchemaCopy form) {
        assertEquals(switch (form) {
            case TEXT -> """
                    id: int64
                    a "b": uint8
                    when: timestamp[us, UTC]
                    price: decimal(9, 2)
                    tags: list<string>
                      list.element: string
                    at: struct<x: float64, y: float32>
                      x: float64
                      y: float32
                    """;
            case JSON -> "[{\"name\":\"id\",\"type\":\"int64\",\"nullable\":false},";
            case SQL -> """
                    CREATE TABLE data (
                        "id" BIGINT NOT NULL,
                        "a ""b""\" UTINYINT,
                        "when" TIMESTAMP WITH TIME ZONE,
                        "price" DECIMAL(9, 2),
                        "tags" VARCHAR[],
                        "at" STRUCT("x" DOUBLE, "y" REAL)
                    );
                    """;
            case PANDAS -> """
                    dtypes = {
                        "id": "int64",
                        "a \\"b\\"": "UInt8",
                        "when": "datetime64[us, UTC]",
                        "price": "object",
                        "tags": "object",
                        "at": "object",
                    }
                    """;
            case POLARS -> """
                    import polars as pl

                    schema = pl.Schema({
                        "id": pl.Int64,
                        "a \\"b\\"": pl.UInt8,
                        "when": pl.Datetime("us", "UTC"),
                        "price": pl.Decimal(9, 2),
                        "tags": pl.List(pl.String),
                        "at": pl.Struct({"x": pl.Float64, "y": pl.Float32}),
                    })
                    """;
        }, form == SchemaCopy.JSON ? form.of(COLUMNS).replaceAll("[\\s]+", "").substring(0, 47) : form.of(COLUMNS));
    }
}
