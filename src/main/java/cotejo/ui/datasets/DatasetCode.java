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
        if (!known || dialect != null && !dialect.readBy(form)) {
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
        return new CodeTerms(language, dataset.columns(), leaf -> dataset.known(leaf).nulls() == 0);
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
        out.append(folder() && format.equals("csv") ? "import glob\n\n" : "").append("import pandas as pd\n\n")
                .append(note(format)).append(dialect(CodeDialect::pandasWords));
        out.append("df = ").append(switch (format) {
            case "parquet" -> "pd.read_parquet(" + path + ", columns=" + names + arrow(format) + ")\n";
            case "arrow" -> "pd.read_feather(" + path + ", columns=" + names + arrow(format) + ")\n";
            case "jsonl" -> "pd.read_json(" + path + ", lines=True, precise_float=True)\n";
            default -> folder() ? "pd.concat([pd.read_csv(file) for file in sorted(glob.glob("
                    + quoted(file() + "/**/*.csv") + ", recursive=True))], ignore_index=True)\n"
                    : "pd.read_csv(" + path + dialect(CodeDialect::pandas) + ", usecols=" + names + ")\n";
        });
        plainTypes(format, out);
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
            out.append(sorted(format));
        }
        return out.append("view = df[").append(listed(columns, DatasetCode::quoted)).append(']')
                .append(count == ALL ? "" : ".iloc[" + first + ":" + (first + count) + "]").append('\n').toString();
    }

    private boolean folder() {
        return Files.isDirectory(file());
    }

    private boolean columnar(String format) {
        return format.equals("parquet") || format.equals("arrow");
    }

    private boolean mixed(Leaf leaf) {
        return leaf.type() instanceof FieldType.Real && dataset.known(leaf).nulls() != 0;
    }

    /// Columns of Arrow tell null from NaN, which those of NumPy do not, and whole numbers with nulls stay whole.
    private String arrow(String format) {
        return keepsNulls(format) ? ", dtype_backend=\"pyarrow\"" : "";
    }

    private boolean keepsNulls(String format) {
        return columnar(format) && nested().isEmpty() && looked().stream().anyMatch(leaf -> mixed(leaf)
                || leaf.type() instanceof FieldType.Whole whole && whole.bits() == 64
                        && dataset.known(leaf).nulls() != 0);
    }

    /// A category is sorted by its place in a dictionary, and those of Hive keys cannot be compared at all; Arrow
    /// compares no number beyond 63 bits.
    private void plainTypes(String format, StringBuilder out) {
        if (!columnar(format)) {
            return;
        }
        looked().stream().filter(leaf -> leaf.steps().isEmpty()).distinct().forEach(leaf -> {
            Field field = dataset.columns().get(leaf.column());
            String type = switch (leaf.type()) {
                case FieldType.Whole whole when whole.bits() == 64
                        && whole.sign() == FieldType.Whole.Sign.UNSIGNED -> "UInt64";
                case FieldType.Whole _ when folder() && field.physical().isEmpty() -> "Int64";
                case FieldType.Text _ when folder() && field.physical().isEmpty()
                        || order.stream().anyMatch(key -> key.leaf().equals(leaf)) -> "str";
                default -> "";
            };
            if (!type.isEmpty()) {
                out.append("df[").append(quoted(field.name())).append("] = df[").append(quoted(field.name()))
                        .append("].astype(").append(quoted(type)).append(")\n");
            }
        });
    }

    /// One call where nothing stands last for every key. NaN is the greatest number here and nulls come last;
    /// NumPy's columns have one sign for both, which stands for NaN where there is no null.
    private String sorted(String format) {
        boolean keeps = keepsNulls(format);
        List<Boolean> first = order.stream().map(key -> !up(key) && key.leaf().type() instanceof FieldType.Real
                && (keeps || dataset.known(key.leaf()).nulls() == 0)).toList();
        if (!first.contains(true) && !(keeps && order.size() > 1)) {
            return "df = df.sort_values(" + listed(keys(), DatasetCode::quoted) + ", ascending="
                    + listed(order, key -> up(key) ? "True" : "False") + ", kind=\"stable\", na_position=\"last\")\n";
        }
        StringBuilder out = new StringBuilder();
        for (int i = order.size() - 1; i >= 0; i--) {
            out.append("df = df.sort_values(").append(quoted(keys().get(i))).append(", ascending=")
                    .append(up(order.get(i)) ? "True" : "False").append(", kind=\"stable\", na_position=\"")
                    .append(first.get(i) && !keeps ? "first" : "last").append("\")\n");
            if (first.get(i) && keeps) {
                out.append("df = df.sort_values(").append(quoted(keys().get(i))).append(
                        ", ascending=False, kind=\"stable\", na_position=\"last\", key=lambda c: c != c)\n");
            }
        }
        return out.toString();
    }

    /// What pandas cannot tell apart, where that matters.
    private String note(String format) {
        List<String> alike = new ArrayList<>();
        if (!keepsNulls(format) && looked().stream().anyMatch(this::mixed)) {
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
            case "parquet" -> "pl.scan_parquet(" + path
                    // Polars 1.44 filters times of day to nothing where it reads their column before the others.
                    + (where != null && looked().stream().anyMatch(leaf -> leaf.type() instanceof FieldType.TimeOfDay)
                            ? ", parallel=\"columns\"" : "") + ")";
            case "arrow" -> "pl.scan_ipc(" + path + ")";
            case "jsonl" -> "pl.scan_ndjson(" + path + ")";
            default -> folder() ? "pl.scan_csv(" + quoted(file() + "/**/*.csv") + ")"
                    : dialect(CodeDialect::polarsReader) + "(" + path + dialect(CodeDialect::polars) + ")"
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
        String path = folder() ? file() + "/**/*." + (format.equals("jsonl") ? "*" : format)
                : file().toString();
        String reader = switch (format) {
            case "parquet" -> "read_parquet(" + sql(path) + ")";
            case "jsonl" -> "read_json(" + sql(path) + ", format = 'newline_delimited')";
            default -> "read_csv(" + sql(path) + dialect(CodeDialect::duckdb) + ")";
        };
        String all = "*" + dialect(CodeDialect::duckdbReplace);
        StringBuilder out = new StringBuilder("SELECT ").append(columns.stream().map(DatasetCode::sqlName)
                .collect(Collectors.joining(", ")));
        // Only so do equal rows stay in the order of the file.
        out.append("\nFROM ").append(!order.isEmpty() ? "(SELECT " + all
                + ", row_number() OVER () AS \"row of the file\" FROM " + reader + ")"
                : all.equals("*") ? reader : "(SELECT " + all + " FROM " + reader + ")");
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
