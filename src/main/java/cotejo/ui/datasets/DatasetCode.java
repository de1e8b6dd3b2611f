package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.csv.CsvDialect;
import cotejo.dataset.csv.Delimited;
import cotejo.dataset.view.Condition;
import cotejo.dataset.view.SortKey;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Code in Python and SQL that reads again what is seen: the filter, the order, the columns and the rows.
///
/// @param columns those that are chosen, in their order
/// @param where   null for all rows
/// @param first   the first row of the view, from 0
record DatasetCode(Dataset dataset, List<String> columns, @Nullable Condition where, List<SortKey> order, long first,
        long count) {

    /// The code; empty when the language has no reader for the format, or the filter looks into nested columns.
    Optional<String> of(CellCopy.Form form) {
        String format = dataset.format();
        boolean known = switch (format) {
            case "parquet", "csv", "jsonl" -> true;
            case "arrow" -> form != CellCopy.Form.DUCKDB;
            default -> false;
        };
        if (!known || looked().stream().anyMatch(leaf -> !leaf.steps().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(switch (form) {
            case PANDAS -> pandas(format);
            case POLARS -> polars(format);
            case DUCKDB -> duckdb(format);
            case TSV, CSV, MARKDOWN, LATEX, JSON, LIST -> throw new IllegalArgumentException(form.name());
        });
    }

    private List<Leaf> looked() {
        List<Leaf> all = new ArrayList<>(where == null ? List.of() : CodeTerms.leaves(where));
        order.forEach(key -> all.add(key.leaf()));
        return all;
    }

    /// What has to be read: the chosen columns, and those that filter and sort.
    private List<String> read() {
        Set<String> all = new LinkedHashSet<>(columns);
        looked().forEach(leaf -> all.add(leaf.path()));
        return List.copyOf(all);
    }

    private Path file() {
        return dataset.file();
    }

    private String pandas(String format) {
        boolean decimal = where != null && CodeTerms.PANDAS.of(where).contains("Decimal(");
        String path = quoted(file().toString());
        String names = listed(read(), DatasetCode::quoted);
        StringBuilder out = new StringBuilder(decimal ? "from decimal import Decimal\n\n" : "");
        out.append("import pandas as pd\n\ndf = ").append(switch (format) {
            case "parquet" -> "pd.read_parquet(" + path + ", columns=" + names + ")\n";
            case "arrow" -> "pd.read_feather(" + path + ", columns=" + names + ")\n";
            case "jsonl" -> "pd.read_json(" + path + ", lines=True)\n";
            default -> "pd.read_csv(" + path + pandasDialect() + ", usecols=" + names + ")\n";
        });
        // A date comes as an object or as text; in filters it has to be a time.
        dates().forEach(name -> out.append("df[").append(quoted(name)).append("] = pd.to_datetime(df[")
                .append(quoted(name)).append("])\n"));
        if (where != null) {
            out.append("df = df[").append(CodeTerms.PANDAS.of(where)).append("]\n");
        }
        if (!order.isEmpty()) {
            out.append("df = df.sort_values(").append(listed(keys(), DatasetCode::quoted)).append(", ascending=")
                    .append(listed(order, key -> up(key) ? "True" : "False"))
                    .append(", kind=\"stable\", na_position=\"last\")\n");
        }
        return out.append(String.format(Locale.ROOT, "view = df[%s].iloc[%d:%d]\n", listed(columns,
                DatasetCode::quoted), first, first + count)).toString();
    }

    private List<String> dates() {
        return looked().stream().filter(leaf -> leaf.type() instanceof FieldType.Date
                || leaf.type() instanceof FieldType.Timestamp && !dataset.format().equals("parquet"))
                .map(Leaf::path).distinct().toList();
    }

    private String polars(String format) {
        String path = quoted(file().toString());
        StringBuilder out = new StringBuilder("import polars as pl\n\nview = (\n    ").append(switch (format) {
            case "parquet" -> "pl.scan_parquet(" + path + ")";
            case "arrow" -> "pl.scan_ipc(" + path + ")";
            case "jsonl" -> "pl.scan_ndjson(" + path + ")";
            default -> "pl.scan_csv(" + path + polarsDialect() + ")";
        });
        if (where != null) {
            out.append("\n    .filter(").append(CodeTerms.POLARS.of(where)).append(')');
        }
        if (!order.isEmpty()) {
            out.append("\n    .sort(").append(listed(keys(), DatasetCode::quoted)).append(", descending=")
                    .append(listed(order, key -> up(key) ? "False" : "True"))
                    .append(", nulls_last=True, maintain_order=True)");
        }
        return out.append("\n    .select(").append(listed(columns, DatasetCode::quoted)).append(")\n    .slice(")
                .append(first).append(", ").append(count).append(")\n    .collect()\n)\n").toString();
    }

    private String duckdb(String format) {
        String path = Files.isDirectory(file()) ? file() + "/**/*." + (format.equals("jsonl") ? "*" : format)
                : file().toString();
        String reader = switch (format) {
            case "parquet" -> "read_parquet(" + sql(path) + ")";
            case "jsonl" -> "read_json(" + sql(path) + ", format = 'newline_delimited')";
            default -> "read_csv(" + sql(path) + duckdbDialect() + ")";
        };
        StringBuilder out = new StringBuilder("SELECT ").append(columns.stream().map(DatasetCode::sqlName)
                .collect(Collectors.joining(", ")));
        // Only so do equal rows stay in the order of the file.
        out.append("\nFROM ").append(order.isEmpty() ? reader
                : "(SELECT *, row_number() OVER () AS \"row of the file\" FROM " + reader + ")");
        if (where != null) {
            out.append("\nWHERE ").append(CodeTerms.DUCKDB.of(where));
        }
        if (!order.isEmpty()) {
            out.append("\nORDER BY ").append(order.stream().map(key -> sqlName(key.leaf().path())
                    + (up(key) ? " ASC" : " DESC") + " NULLS LAST").collect(Collectors.joining(", ")))
                    .append(", \"row of the file\"");
        }
        return out.append("\nLIMIT ").append(count).append(" OFFSET ").append(first).append(";\n").toString();
    }

    private String pandasDialect() {
        if (!(dataset instanceof Delimited text)) {
            return "";
        }
        CsvDialect dialect = text.dialect();
        StringBuilder out = new StringBuilder();
        add(out, "sep=", dialect.delimiter(), ',', DatasetCode::quoted);
        add(out, "quotechar=", dialect.quote(), '"', DatasetCode::quoted);
        add(out, "decimal=", dialect.decimal(), '.', DatasetCode::quoted);
        add(out, "comment=", dialect.comment(), '\0', DatasetCode::quoted);
        add(out, "escapechar=", dialect.escape() == '\\' ? '\\' : '\0', '\0', DatasetCode::quoted);
        if (!utf8(dialect.charset())) {
            out.append(", encoding=").append(quoted(dialect.charset().name()));
        }
        return dialect.header() == CsvDialect.Header.PRESENT ? out.toString()
                : out.append(", header=None, names=").append(listed(all(), DatasetCode::quoted)).toString();
    }

    private String polarsDialect() {
        if (!(dataset instanceof Delimited text)) {
            return "";
        }
        CsvDialect dialect = text.dialect();
        StringBuilder out = new StringBuilder();
        add(out, "separator=", dialect.delimiter(), ',', DatasetCode::quoted);
        add(out, "quote_char=", dialect.quote(), '"', DatasetCode::quoted);
        add(out, "comment_prefix=", dialect.comment(), '\0', DatasetCode::quoted);
        out.append(dialect.decimal() == ',' ? ", decimal_comma=True" : "");
        out.append(dates().isEmpty() ? "" : ", try_parse_dates=True");
        return dialect.header() == CsvDialect.Header.PRESENT ? out.toString()
                : out.append(", has_header=False, new_columns=").append(listed(all(), DatasetCode::quoted)).toString();
    }

    private String duckdbDialect() {
        if (!(dataset instanceof Delimited text)) {
            return "";
        }
        CsvDialect dialect = text.dialect();
        StringBuilder out = new StringBuilder(", header = "
                + (dialect.header() == CsvDialect.Header.PRESENT ? "true" : "false"));
        add(out, "delim = ", dialect.delimiter(), ',', DatasetCode::sql);
        add(out, "quote = ", dialect.quote(), '"', DatasetCode::sql);
        add(out, "comment = ", dialect.comment(), '\0', DatasetCode::sql);
        add(out, "decimal_separator = ", dialect.decimal(), '.', DatasetCode::sql);
        add(out, "escape = ", dialect.escape() == '\\' ? '\\' : '\0', '\0', DatasetCode::sql);
        if (!utf8(dialect.charset())) {
            out.append(", encoding = ").append(sql(dialect.charset().name().toLowerCase(Locale.ROOT)));
        }
        return dialect.header() == CsvDialect.Header.PRESENT ? out.toString()
                : out.append(", names = ").append(listed(all(), DatasetCode::sql)).toString();
    }

    private static void add(StringBuilder out, String name, char is, char usual, Function<String, String> quoting) {
        if (is != usual) {
            out.append(", ").append(name).append(quoting.apply(String.valueOf(is)));
        }
    }

    private static boolean utf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    private List<String> all() {
        return dataset.columns().stream().map(Field::name).toList();
    }

    private List<String> keys() {
        return order.stream().map(key -> key.leaf().path()).toList();
    }

    private static boolean up(SortKey key) {
        return key.direction() == SortKey.Direction.ASCENDING;
    }

    private static <T> String listed(List<T> values, Function<T, String> words) {
        return values.stream().map(words).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A string literal of SQL.
    static String sql(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String sqlName(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
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
