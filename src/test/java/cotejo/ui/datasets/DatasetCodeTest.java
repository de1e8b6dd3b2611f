package cotejo.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetCodeTest {

    private final Path file = Path.of("data", "it's \"new\".parquet");

    @Test
    void pandasReadsOnlyTheColumnsAndTheRows() {
        assertEquals("""
                import pandas as pd

                df = pd.read_parquet("data/it's \\"new\\".parquet", columns=["a", "b c"])
                view = df.iloc[10:15]
                """, DatasetCode.of(CellCopy.Form.PANDAS, file, "parquet", List.of("a", "b c"), 10, 5));
    }

    @Test
    void polarsScansLazily() {
        assertEquals("""
                import polars as pl

                view = pl.scan_csv("d.csv").select(["a"]).slice(0, 3).collect()
                """, DatasetCode.of(CellCopy.Form.POLARS, Path.of("d.csv"), "csv", List.of("a"), 0, 3));
    }

    @Test
    void quotesInNamesAreDoubledInSql() {
        assertEquals("""
                SELECT "a""b"
                FROM read_parquet('data/it''s "new".parquet')
                LIMIT 2 OFFSET 7;
                """, DatasetCode.of(CellCopy.Form.DUCKDB, file, "parquet", List.of("a\"b"), 7, 2));
    }

    @Test
    void whatCannotBeSeenIsEscapedForPython() {
        assertEquals("\"a\\\\b\\n\\x00\\\"é\"", DatasetCode.quoted("a\\b\n\u0000\"é"));
    }
}
