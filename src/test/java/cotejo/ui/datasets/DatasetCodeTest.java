package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.parquet.ParquetOut;
import cotejo.dataset.view.SortKey;
import cotejo.dataset.view.WhereReader;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each piece of code was run once with pandas 3.0.6, polars 1.44.2 and DuckDB 1.5.6; all gave the rows
/// (22, ü), (9, b) that the program shows. So were those for 197 filters and orders over columns of all kinds: the rows
/// were those of the program but where pandas has one sign for null and NaN, or for null and empty text, of a CSV.
class DatasetCodeTest {

    private static final String WHERE = "n >= 5 and not s contains 'X' and d < '2024-03-01'";

    @TempDir
    private Path folder;

    private String code(CellCopy.Form form, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("it's.csv"), text);
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            Leaf key = Leaf.named(dataset.columns(), "n").orElseThrow();
            return new DatasetCode(dataset, List.of("n", "s"), WhereReader.read(dataset.columns(), WHERE),
                    List.of(new SortKey(key, SortKey.Direction.DESCENDING)), 0, 2).of(form).orElseThrow()
                    .replace(file.toString(), "it's.csv").replace(file.toString().replace("'", "''"), "it''s.csv");
        }
    }

    private static final String TEXT = """
            n;s;d;x
            1;a;2024-01-01;1,5
            9;b;2024-02-01;2,5
            7;ax;2024-02-01;2,5
            22;ü;2024-02-02;3,5
            30;c;2024-03-01;4,5
            8;;2024-01-01;4,5
            """;

    @Test
    void pandasFiltersAndSortsBeforeItTakesRows() throws Exception {
        assertEquals("""
                import pandas as pd

                # pandas takes an empty text for null.
                nothing = ["", "NA", "N/A", "#N/A", "null", "NULL", "None", "n/a", "nan", "-nan", "NaN"]
                df = pd.read_csv("it's.csv", sep=";", decimal=",", dtype={"s": "str"}, keep_default_na=False,\
                 na_values={"n": nothing, "s": [""], "d": nothing}, usecols=["n", "s", "d"])
                df["d"] = pd.to_datetime(df["d"])
                df = df[((df["n"] >= 5) & (df["s"].notna() & ~((df["s"].notna() & df["s"].astype(str).str.lower()\
                .str.contains("x", regex=False)))) & (df["d"] < pd.Timestamp("2024-03-01")))]
                df = df.sort_values(["n"], ascending=[False], kind="stable", na_position="last")
                view = df[["n", "s"]].iloc[0:2]
                """, code(CellCopy.Form.PANDAS, TEXT));
    }

    @Test
    void polarsFiltersAndSortsBeforeItTakesRows() throws Exception {
        assertEquals("""
                import polars as pl

                view = (
                    pl.scan_csv("it's.csv", separator=";", decimal_comma=True, schema_overrides={"n": pl.Int64,\
                 "s": pl.String, "d": pl.Date})
                    .filter(((pl.col("n") >= 5) & (pl.col("s").is_not_null() & ~(pl.col("s").cast(pl.String)\
                .str.to_lowercase().str.contains("x", literal=True))) & (pl.col("d") < pl.lit("2024-03-01")\
                .str.to_date())))
                    .sort(["n"], descending=[True], nulls_last=True, maintain_order=True)
                    .select(["n", "s"])
                    .slice(0, 2)
                    .collect()
                )
                """, code(CellCopy.Form.POLARS, TEXT));
    }

    @Test
    void sqlKeepsEqualRowsInTheOrderOfTheFile() throws Exception {
        assertEquals("""
                SELECT "n", "s"
                FROM (SELECT *, row_number() OVER () AS "row of the file" FROM read_csv('it''s.csv', header = true,\
                 delim = ';', quote = '"', escape = '"', allow_quoted_nulls = false, decimal_separator = ',',\
                 types = {'n': 'BIGINT', 's': 'VARCHAR', 'd': 'DATE'}))
                WHERE (("n" >= 5) AND ("s" IS NOT NULL AND NOT (contains(lower(CAST("s" AS VARCHAR)), 'x')))\
                 AND ("d" < DATE '2024-03-01'))
                ORDER BY "n" DESC NULLS LAST, "row of the file"
                LIMIT 2 OFFSET 0;
                """, code(CellCopy.Form.DUCKDB, TEXT));
    }

    private String ofLines(CellCopy.Form form) throws Exception {
        Path file = Files.writeString(folder.resolve("n.jsonl"), "{\"a\": {\"b c\": 1}}\n{\"a\": {\"b c\": 2}}\n");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            return new DatasetCode(dataset, List.of("a"), WhereReader.read(dataset.columns(), "`a.b c` > 1"), List.of(),
                    0, 1).of(form).orElseThrow().replace(file.toString(), "n.jsonl");
        }
    }

    /// Run with the same versions: each gives the second row alone.
    @Test
    void conditionsLookIntoColumnsWithParts() throws Exception {
        assertEquals("""
                SELECT "a"
                FROM read_json('n.jsonl', format = 'newline_delimited')
                WHERE (("a")."b c" > 1)
                LIMIT 1 OFFSET 0;
                """, ofLines(CellCopy.Form.DUCKDB));
        assertTrue(ofLines(CellCopy.Form.POLARS).contains(".filter((pl.col(\"a\").struct.field(\"b c\") > 1))"));
        assertTrue(ofLines(CellCopy.Form.PANDAS).contains("df[\"a.b c\"] = df[\"a\"].str[\"b c\"]\n"
                + "df = df[(df[\"a.b c\"] > 1)]\n"));
    }

    @Test
    void wideTextIsReadByItsEncoding() throws Exception {
        Path file = Files.write(folder.resolve("w.csv"), "\uFEFFa,b\n1,ü\n".getBytes(StandardCharsets.UTF_16LE));
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            DatasetCode code = new DatasetCode(dataset, List.of("a"), null, List.of(), 0, 1);
            assertTrue(code.of(CellCopy.Form.PANDAS).orElseThrow().contains("encoding=\"utf-16\""));
            assertTrue(code.of(CellCopy.Form.POLARS).orElseThrow().contains("pl.read_csv("));
            assertTrue(code.of(CellCopy.Form.DUCKDB).orElseThrow().contains("encoding = 'utf-16'"));
        }
    }

    @Test
    void aFormatThatALanguageCannotReadGivesNoCode() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "[{\"a\": 1}, {\"a\": 2}]");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            assertTrue(new DatasetCode(dataset, List.of("a"), null, List.of(), 0, 2).of(CellCopy.Form.DUCKDB)
                    .isEmpty());
        }
    }

    @Test
    void whatCannotBeSeenIsEscapedForPython() {
        assertEquals("\"a\\\\b\\n\\x00\\\"é\"", DatasetCode.quoted("a\\b\n\u0000\"é"));
    }

    private String ofText(CellCopy.Form form, String text, String where) throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            List<String> names = dataset.columns().stream().map(Field::name).toList();
            int rows = (int) dataset.countRows(Cancel.never());
            dataset.rows(0, rows, new int[] {0, 1}, Cancel.never());
            return new DatasetCode(dataset, names, WhereReader.read(dataset.columns(), where), List.of(), 0,
                    DatasetCode.ALL).of(form).orElse("").replace(file.toString(), "t.csv");
        }
    }

    /// Each leaves the row with null among numbers and keeps the text, as the program does.
    @Test
    void wordsForNothingAreNullInTheirColumnAlone() throws Exception {
        String text = "n,s\n1,NA\nNA,NA\n3,x\n";
        assertTrue(ofText(CellCopy.Form.POLARS, text, "n is null").contains("""
                schema_overrides={"n": pl.String, "s": pl.String})
                    .with_columns(pl.when(pl.col("n").is_in(["", "NA", "N/A", "#N/A", "null", "NULL", "None", "n/a",\
                 "nan", "-nan"])).then(None).otherwise(pl.col("n")).cast(pl.Int64).alias("n"))
                """));
        assertTrue(ofText(CellCopy.Form.DUCKDB, text, "n is null").contains("""
                FROM (SELECT * REPLACE (CAST(CASE WHEN "n" NOT IN ('', 'NA', 'N/A', '#N/A', 'null', 'NULL', 'None',\
                 'n/a', 'nan', '-nan') THEN "n" END AS BIGINT) AS "n") FROM read_csv("""));
    }

    @Test
    void namesThatWereMadeUpAreGivenToOtherReaders() throws Exception {
        String text = "a,a\n1,2\n3,4\n";
        assertTrue(ofText(CellCopy.Form.PANDAS, text, "a_1 > 2").contains(", header=0, names=[\"a\", \"a_1\"]"));
        assertTrue(ofText(CellCopy.Form.POLARS, text, "a_1 > 2").contains(", new_columns=[\"a\", \"a_1\"]"));
        assertTrue(ofText(CellCopy.Form.DUCKDB, text, "a_1 > 2").contains(", names = ['a', 'a_1']"));
    }

    @Test
    void longLinesHaveNoCodeThatKeepsAllOfThem() throws Exception {
        assertEquals("", ofText(CellCopy.Form.PANDAS, "a,b\n1,2\n3,4,5\n", "a > 0"));
    }

    @Test
    void infinityIsNoName() throws Exception {
        String text = "x,s\n1.5,a\ninf,b\n";
        assertTrue(ofText(CellCopy.Form.PANDAS, text, "x < inf").contains("df[\"x\"] < float(\"Infinity\")"));
        assertTrue(ofText(CellCopy.Form.DUCKDB, text, "x < inf").contains("\"x\" < CAST('Infinity' AS DOUBLE)"));
    }

    /// NumPy has one sign for both, Arrow has two.
    @Test
    void pandasTellsNanFromNull() throws Exception {
        Path file = folder.resolve("x.parquet");
        try (ParquetOut out = ParquetOut.to(file, List.of(Field.of("x", FieldType.float64())), Map.of())) {
            out.row(List.of(new Value.Real(Double.NaN, 64)));
            out.row(List.of(Value.Nothing.NULL));
            out.finish();
        }
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            Leaf key = Leaf.named(dataset.columns(), "x").orElseThrow();
            assertEquals("""
                    import pandas as pd

                    df = pd.read_parquet("x.parquet", columns=["x"], dtype_backend="pyarrow")
                    df = df[(df["x"].notna() & ~((df["x"] != df["x"])))]
                    df = df.sort_values("x", ascending=False, kind="stable", na_position="last")
                    df = df.sort_values("x", ascending=False, kind="stable", na_position="last", key=lambda c: c != c)
                    view = df[["x"]]
                    """, new DatasetCode(dataset, List.of("x"), WhereReader.read(dataset.columns(), "not x is nan"),
                    List.of(new SortKey(key, SortKey.Direction.DESCENDING)), 0, DatasetCode.ALL)
                    .of(CellCopy.Form.PANDAS).orElseThrow().replace(file.toString(), "x.parquet"));
        }
    }
}
