package cotejo.ui.datasets;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Oddity;
import cotejo.dataset.csv.CsvDialect;
import cotejo.dataset.csv.Delimited;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How other readers are told to read a delimited text as it is read here: its signs, its encoding, the types of the
/// columns that are looked at, and which words stand for nothing.
///
/// @param read the columns that are looked at
record CodeDialect(Delimited text, List<String> read) {

    private static final String NOTHING = "\"\", \"NA\", \"N/A\", \"#N/A\", \"null\", \"NULL\", \"None\", \"n/a\"";
    private static final String NAN = ", \"nan\", \"-nan\"";

    private CsvDialect dialect() {
        return text.dialect();
    }

    private List<Field> fields() {
        return text.columns().stream().filter(field -> read.contains(field.name())).toList();
    }

    /// The columns in which words were met that stand for nothing.
    private Set<String> wordy() {
        return text.oddities().stream().map(Oddity::kind).filter(kind -> kind.startsWith("null:"))
                .map(kind -> kind.substring(5)).filter(read::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Options of `pandas.read_csv`.
    String pandas() {
        StringBuilder out = new StringBuilder();
        add(out, "sep=", dialect().delimiter(), ',');
        if (dialect().quoting()) {
            add(out, "quotechar=", dialect().quote(), '"');
        } else {
            out.append(", quoting=3");
        }
        add(out, "decimal=", dialect().decimal(), '.');
        add(out, "comment=", dialect().comment(), '\0');
        add(out, "escapechar=", dialect().escape() == '\\' ? '\\' : '\0', '\0');
        encoding(out);
        if (dialect().header() == CsvDialect.Header.NONE || renamed()) {
            out.append(dialect().header() == CsvDialect.Header.NONE ? ", header=None" : ", header=0")
                    .append(", names=").append(listed(text.columns(), f -> DatasetCode.quoted(f.name())));
        }
        String texts = fields().stream().filter(field -> field.type() instanceof FieldType.Text)
                .map(field -> DatasetCode.quoted(field.name()) + ": \"str\"").collect(Collectors.joining(", "));
        if (texts.isEmpty()) {
            return out.toString();
        }
        return out.append(", dtype={").append(texts).append("}, keep_default_na=False, na_values=")
                .append(fields().stream().map(field -> DatasetCode.quoted(field.name()) + ": "
                        + (field.type() instanceof FieldType.Text ? "[\"\"]" : "nothing"))
                        .collect(Collectors.joining(", ", "{", "}"))).toString();
    }

    /// What comes before `pandas.read_csv`: the words that stand for nothing where they can be no text.
    String pandasWords() {
        return pandas().contains(": nothing") ? "nothing = [" + NOTHING + NAN + ", \"NaN\"]\n" : "";
    }

    /// Whether a language can read such a text: none has room for more fields than the first line has, and Polars
    /// knows neither rows that are too short nor a backslash before a quote.
    boolean readBy(CellCopy.Form form) {
        boolean plain = !odd("short") && dialect().escape() != '\\';
        return !odd("long") && (plain || form != CellCopy.Form.POLARS);
    }

    private boolean odd(String kind) {
        return text.oddities().stream().anyMatch(oddity -> oddity.kind().equals(kind));
    }

    /// Whether others would read other names than those shown, because one stands there twice, is empty, or has a
    /// quote in it.
    private boolean renamed() {
        return text.columns().stream().map(Field::name).anyMatch(name -> name.indexOf(dialect().quote()) >= 0
                || name.matches("column\\d+") || !name.equals(name.strip())) || odd("header");
    }

    /// The function that reads it: other encodings than UTF-8 are read at once.
    String polarsReader() {
        return utf8() ? "pl.scan_csv" : "pl.read_csv";
    }

    /// What makes a plan of what was read, in which words that stand for nothing are null.
    String polarsEnd() {
        String plan = utf8() ? "" : ".lazy()";
        return wordy().isEmpty() ? plan : plan + "\n    .with_columns(" + fields().stream()
                .filter(field -> wordy().contains(field.name())).map(field -> {
                    String column = "pl.col(" + DatasetCode.quoted(field.name()) + ")";
                    return "pl.when(" + column + ".is_in([" + NOTHING + NAN + "])).then(None).otherwise(" + column
                            + ").cast(" + polarsType(field.type()) + ").alias(" + DatasetCode.quoted(field.name())
                            + ")";
                }).collect(Collectors.joining(", ")) + ")";
    }

    /// What DuckDB is to make of columns with words that stand for nothing; empty where there are none.
    String duckdbReplace() {
        return wordy().isEmpty() ? "" : fields().stream().filter(field -> wordy().contains(field.name())).map(field -> {
            String name = DatasetCode.sqlName(field.name());
            return "CAST(CASE WHEN " + name + " NOT IN (" + (NOTHING + NAN).replace('"', '\'') + ") THEN " + name
                    + " END AS " + sqlType(field.type()) + ") AS " + name;
        }).collect(Collectors.joining(", ", " REPLACE (", ")"));
    }

    /// Options of `polars.scan_csv`.
    String polars() {
        StringBuilder out = new StringBuilder();
        add(out, "separator=", dialect().delimiter(), ',');
        if (dialect().quoting()) {
            add(out, "quote_char=", dialect().quote(), '"');
        } else {
            out.append(", quote_char=None");
        }
        add(out, "comment_prefix=", dialect().comment(), '\0');
        encoding(out);
        out.append(dialect().decimal() == ',' ? ", decimal_comma=True" : "");
        if (dialect().header() == CsvDialect.Header.NONE || renamed()) {
            out.append(dialect().header() == CsvDialect.Header.NONE ? ", has_header=False" : "")
                    .append(", new_columns=").append(listed(text.columns(), f -> DatasetCode.quoted(f.name())));
        }
        boolean times = fields().stream().anyMatch(field -> field.type() instanceof FieldType.Timestamp);
        out.append(times ? ", try_parse_dates=True" : "");
        return out.append(", schema_overrides=").append(fields().stream()
                .filter(field -> !(field.type() instanceof FieldType.Timestamp)).map(field ->
                        DatasetCode.quoted(field.name()) + ": " + (wordy().contains(field.name()) ? "pl.String"
                                : polarsType(field.type())))
                .collect(Collectors.joining(", ", "{", "}"))).toString();
    }

    private static String polarsType(FieldType type) {
        return switch (type) {
            case FieldType.Bool _ -> "pl.Boolean";
            case FieldType.Whole _ -> "pl.Int64";
            case FieldType.Real _ -> "pl.Float64";
            case FieldType.Date _ -> "pl.Date";
            case FieldType _ -> "pl.String";
        };
    }

    /// Options of DuckDB's `read_csv`.
    String duckdb() {
        String quote = dialect().quoting() ? String.valueOf(dialect().quote()) : "";
        String escape = dialect().quoting() && dialect().escape() == '\\' ? "\\" : quote;
        StringBuilder out = new StringBuilder(", header = "
                + (dialect().header() == CsvDialect.Header.PRESENT ? "true" : "false")
                + ", delim = " + DatasetCode.sql(String.valueOf(dialect().delimiter()))
                + ", quote = " + DatasetCode.sql(quote)
                + ", escape = " + DatasetCode.sql(escape) + ", allow_quoted_nulls = false");
        if (dialect().comment() != 0) {
            out.append(", comment = ").append(DatasetCode.sql(String.valueOf(dialect().comment())));
        }
        out.append(dialect().decimal() == ',' ? ", decimal_separator = ','" : "");
        Charset charset = dialect().charset();
        if (!utf8()) {
            out.append(", encoding = ").append(DatasetCode.sql(wide() ? "utf-16"
                    : charset.equals(StandardCharsets.ISO_8859_1) ? "latin-1"
                    : charset.name().toLowerCase(Locale.ROOT)));
        }
        if (dialect().header() == CsvDialect.Header.NONE || renamed()) {
            out.append(", names = ").append(listed(text.columns(), f -> DatasetCode.sql(f.name())));
        }
        out.append(odd("short") ? ", null_padding = true" : "");
        return out.append(", types = ").append(fields().stream().map(field -> DatasetCode.sql(field.name()) + ": "
                + DatasetCode.sql(wordy().contains(field.name()) ? "VARCHAR" : sqlType(field.type())))
                .collect(Collectors.joining(", ", "{", "}"))).toString();
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case FieldType.Bool _ -> "BOOLEAN";
            case FieldType.Whole _ -> "BIGINT";
            case FieldType.Real _ -> "DOUBLE";
            case FieldType.Date _ -> "DATE";
            case FieldType.Timestamp stamp -> stamp.zone().isEmpty() ? "TIMESTAMP" : "TIMESTAMPTZ";
            case FieldType _ -> "VARCHAR";
        };
    }

    private void encoding(StringBuilder out) {
        if (!utf8()) {
            out.append(", encoding=").append(DatasetCode.quoted(wide() ? "utf-16" : dialect().charset().name()));
        }
    }

    private boolean wide() {
        return dialect().charset().name().startsWith("UTF-16");
    }

    private boolean utf8() {
        return dialect().charset().equals(StandardCharsets.UTF_8)
                || dialect().charset().equals(StandardCharsets.US_ASCII);
    }

    private static void add(StringBuilder out, String name, char is, char usual) {
        if (is != usual) {
            out.append(", ").append(name).append(DatasetCode.quoted(String.valueOf(is)));
        }
    }

    private static <T> String listed(List<T> values, Function<T, String> words) {
        return values.stream().map(words).collect(Collectors.joining(", ", "[", "]"));
    }
}
