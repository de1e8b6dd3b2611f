package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.csv.Delimited;
import cotejo.dataset.view.Condition;
import cotejo.dataset.view.SortKey;
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
/// @param count   how many rows; [#ALL] for as many as there are
record DatasetCode(Dataset dataset, List<String> columns, @Nullable Condition where, List<SortKey> order, long first,
        long count) {

    /// All rows of the view, which then need not be cut out of it.
    static final long ALL = Long.MAX_VALUE;

    /// The code; empty when the language has no reader for the format, or for a text that is written like this.
    Optional<String> of(CellCopy.Form form) {
        String format = dataset.format();
        boolean known = switch (format) {
            case "parquet", "csv", "jsonl" -> true;
            case "arrow" -> form != CellCopy.Form.DUCKDB;
            default -> false;
        };
        CodeDialect dialect = dialect();
        if (!known || form == CellCopy.Form.POLARS && dialect != null && !dialect.polarsReads()) {
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
        looked().forEach(leaf -> all.add(dataset.columns().get(leaf.column()).name()));
        return List.copyOf(all);
    }

    private CodeTerms terms(CodeTerms.Language language) {
        return new CodeTerms(language, dataset.columns());
    }

    private @Nullable CodeDialect dialect() {
        return dataset instanceof Delimited text ? new CodeDialect(text, read()) : null;
    }

    private String dialect(Function<CodeDialect, String> words) {
        CodeDialect dialect = dialect();
        return dialect == null ? "" : words.apply(dialect);
    }

    private Path file() {
        return dataset.file();
    }

    private String pandas(String format) {
        boolean decimal = where != null && terms(CodeTerms.Language.PANDAS).of(where).contains("Decimal(");
        String path = quoted(file().toString());
        String names = listed(read(), DatasetCode::quoted);
        StringBuilder out = new StringBuilder(decimal ? "from decimal import Decimal\n\n" : "");
        out.append("import pandas as pd\n\n").append(note()).append(dialect(CodeDialect::pandasWords));
        out.append("df = ").append(switch (format) {
            case "parquet" -> "pd.read_parquet(" + path + ", columns=" + names + ")\n";
            case "arrow" -> "pd.read_feather(" + path + ", columns=" + names + ")\n";
            case "jsonl" -> "pd.read_json(" + path + ", lines=True, precise_float=True)\n";
            default -> "pd.read_csv(" + path + dialect(CodeDialect::pandas) + ", usecols=" + names + ")\n";
        });
        nested().forEach(leaf -> out.append("df[").append(quoted(leaf.path())).append("] = df")
                .append(terms(CodeTerms.Language.PANDAS).way(leaf).stream().map(DatasetCode::quoted)
                        .collect(Collectors.joining("].str[", "[", "]"))).append('\n'));
        // A date comes as an object or as text; in filters it has to be a time.
        dates().forEach(name -> out.append("df[").append(quoted(name)).append("] = pd.to_datetime(df[")
                .append(quoted(name)).append("])\n"));
        if (where != null) {
            out.append("df = df[").append(terms(CodeTerms.Language.PANDAS).of(where)).append("]\n");
        }
        if (!order.isEmpty()) {
            out.append(sorted());
        }
        return out.append("view = df[").append(listed(columns, DatasetCode::quoted)).append(']')
                .append(count == ALL ? "" : ".iloc[" + first + ":" + (first + count) + "]").append('\n').toString();
    }

    /// One call where nothing stands last for every key. NaN is the greatest number here and nulls come last, whereas
    /// pandas has one sign for both: where a column has no null, its sign stands for NaN.
    private String sorted() {
        List<Boolean> first = order.stream().map(key -> !up(key) && key.leaf().type() instanceof FieldType.Real
                && dataset.known(key.leaf()).nulls() == 0).toList();
        if (!first.contains(true)) {
            return "df = df.sort_values(" + listed(keys(), DatasetCode::quoted) + ", ascending="
                    + listed(order, key -> up(key) ? "True" : "False") + ", kind=\"stable\", na_position=\"last\")\n";
        }
        StringBuilder out = new StringBuilder();
        for (int i = order.size() - 1; i >= 0; i--) {
            out.append("df = df.sort_values(").append(quoted(keys().get(i))).append(", ascending=")
                    .append(up(order.get(i)) ? "True" : "False").append(", kind=\"stable\", na_position=\"")
                    .append(first.get(i) ? "first" : "last").append("\")\n");
        }
        return out.toString();
    }

    /// What pandas cannot tell apart, where that matters.
    private String note() {
        List<String> alike = new ArrayList<>();
        if (looked().stream().anyMatch(leaf -> leaf.type() instanceof FieldType.Real)) {
            alike.add("NaN");
        }
        if (dataset instanceof Delimited && looked().stream().anyMatch(leaf -> leaf.type() instanceof FieldType.Text)) {
            alike.add("an empty text");
        }
        return alike.isEmpty() ? "" : "# pandas takes " + String.join(" and ", alike) + " for null.\n";
    }

    private List<Leaf> nested() {
        return looked().stream().filter(leaf -> !leaf.steps().isEmpty()).distinct().toList();
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
            default -> dialect(CodeDialect::polarsReader) + "(" + path + dialect(CodeDialect::polars) + ")"
                    + dialect(CodeDialect::polarsEnd);
        });
        if (where != null) {
            out.append("\n    .filter(").append(terms(CodeTerms.Language.POLARS).of(where)).append(')');
        }
        if (!order.isEmpty()) {
            out.append("\n    .sort(").append(listed(order, key -> key.leaf().steps().isEmpty()
                    ? quoted(key.leaf().path())
                    : terms(CodeTerms.Language.POLARS).name(key.leaf()))).append(", descending=")
                    .append(listed(order, key -> up(key) ? "False" : "True"))
                    .append(", nulls_last=True, maintain_order=True)");
        }
        return out.append("\n    .select(").append(listed(columns, DatasetCode::quoted)).append(")\n")
                .append(count == ALL ? "" : "    .slice(" + first + ", " + count + ")\n")
                .append("    .collect()\n)\n").toString();
    }

    private String duckdb(String format) {
        String path = Files.isDirectory(file()) ? file() + "/**/*." + (format.equals("jsonl") ? "*" : format)
                : file().toString();
        String reader = switch (format) {
            case "parquet" -> "read_parquet(" + sql(path) + ")";
            case "jsonl" -> "read_json(" + sql(path) + ", format = 'newline_delimited')";
            default -> "read_csv(" + sql(path) + dialect(CodeDialect::duckdb) + ")";
        };
        StringBuilder out = new StringBuilder("SELECT ").append(columns.stream().map(DatasetCode::sqlName)
                .collect(Collectors.joining(", ")));
        // Only so do equal rows stay in the order of the file.
        out.append("\nFROM ").append(order.isEmpty() ? reader
                : "(SELECT *, row_number() OVER () AS \"row of the file\" FROM " + reader + ")");
        if (where != null) {
            out.append("\nWHERE ").append(terms(CodeTerms.Language.DUCKDB).of(where));
        }
        if (!order.isEmpty()) {
            out.append("\nORDER BY ").append(order.stream().map(key -> terms(CodeTerms.Language.DUCKDB).name(key.leaf())
                    + (up(key) ? " ASC" : " DESC") + " NULLS LAST").collect(Collectors.joining(", ")))
                    .append(", \"row of the file\"");
        }
        return out.append(count == ALL ? "" : "\nLIMIT " + count + " OFFSET " + first).append(";\n").toString();
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
