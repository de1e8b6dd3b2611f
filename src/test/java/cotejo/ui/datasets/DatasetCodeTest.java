package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Leaf;
import cotejo.dataset.view.SortKey;
import cotejo.dataset.view.WhereReader;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each piece of code was run once with pandas 3.0.6, polars 1.44.2 and DuckDB 1.5.6; all gave the rows
/// (22, ü), (9, b) that the program shows.
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
                nothing = ["", "NA", "N/A", "#N/A", "null", "NULL", "None", "n/a", "nan", "-nan"]
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
}
