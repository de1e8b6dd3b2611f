package cotejo.ui.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Code in Python and SQL that reads again what is seen.
final class DatasetCode {

    private DatasetCode() {
    }

    /// The selected columns and rows of a file.
    ///
    /// @param first the first row, from 0
    static String of(CellCopy.Form form, Path file, String format, List<String> columns, long first, long count) {
        boolean parquet = format.equals("parquet");
        String path = quoted(file.toString());
        String names = columns.stream().map(DatasetCode::quoted).collect(Collectors.joining(", ", "[", "]"));
        return switch (form) {
            case PANDAS -> String.format(Locale.ROOT, "import pandas as pd%n%ndf = %s%nview = df.iloc[%d:%d]%n",
                    parquet ? "pd.read_parquet(" + path + ", columns=" + names + ")"
                            : "pd.read_csv(" + path + ", usecols=" + names + ")[" + names + "]",
                    first, first + count);
            case POLARS -> String.format(Locale.ROOT,
                    "import polars as pl%n%nview = pl.scan_%s(%s).select(%s).slice(%d, %d).collect()%n",
                    parquet ? "parquet" : "csv", path, names, first, count);
            case DUCKDB -> String.format(Locale.ROOT, "SELECT %s%nFROM %s(%s)%nLIMIT %d OFFSET %d;%n",
                    columns.stream().map(name -> '"' + name.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(", ")),
                    parquet ? "read_parquet" : "read_csv", "'" + file.toString().replace("'", "''") + "'", count,
                    first);
            case TSV, CSV, MARKDOWN, LATEX, JSON, LIST -> throw new IllegalArgumentException(form.name());
        };
    }

    /// A string literal that Python reads as just this text.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        out.append(String.format(Locale.ROOT, "\\x%02x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
