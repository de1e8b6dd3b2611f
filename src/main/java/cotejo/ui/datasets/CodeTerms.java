package cotejo.ui.datasets;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.view.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A condition in another language. A null fulfils what a null fulfils here, also below a negation.
///
/// @param columns of the dataset, whose parts conditions may look into
/// @param full    says of a leaf whether it is known to have no nulls
record CodeTerms(Language language, List<Field> columns, Predicate<Leaf> full) {

    /// What conditions are written in.
    enum Language {
        PANDAS(" & ", " | ", "~"),
        POLARS(" & ", " | ", "~"),
        DUCKDB(" AND ", " OR ", "NOT ");

        private final String and;
        private final String or;
        private final String not;

        Language(String and, String or, String not) {
            this.and = and;
            this.or = or;
            this.not = not;
        }
    }

    /// The names on the way down to a leaf, that of the column first.
    List<String> way(Leaf leaf) {
        Field field = columns.get(leaf.column());
        List<String> names = new ArrayList<>(List.of(field.name()));
        for (int step : leaf.steps()) {
            field = field.type().parts().get(step);
            names.add(field.name());
        }
        return names;
    }

    /// The leaves that a condition looks at, each once.
    static List<Leaf> leaves(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.conditions().stream().flatMap(c -> leaves(c).stream()).distinct().toList();
            case Condition.Any any -> any.conditions().stream().flatMap(c -> leaves(c).stream()).distinct().toList();
            case Condition.Not inner -> leaves(inner.condition());
            case Condition.Range range -> List.of(range.leaf());
            case Condition.OneOf some -> List.of(some.leaf());
            case Condition.TextLike like -> List.of(like.leaf());
            case Condition.IsNull none -> List.of(none.leaf());
            case Condition.IsNaN nan -> List.of(nan.leaf());
        };
    }

    /// The condition, in parentheses where it has parts.
    String of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> joined(all.conditions().stream().map(this::of).toList(), language.and);
            case Condition.Any any -> joined(any.conditions().stream().map(this::of).toList(), language.or);
            case Condition.Not inner -> negated(inner.condition());
            case Condition.Range range -> range(range);
            case Condition.OneOf some -> oneOf(some);
            case Condition.TextLike like -> like(like);
            case Condition.IsNull none when nanOnly(none.leaf()) -> "pd.Series(False, index=df.index)";
            case Condition.IsNull none -> call(none.leaf(), ".isna()", ".is_null()", " IS NULL");
            case Condition.IsNaN nan -> switch (language) {
                // Nothing but NaN differs from itself.
                case PANDAS -> "(" + name(nan.leaf()) + " != " + name(nan.leaf()) + ")";
                case POLARS -> name(nan.leaf()) + ".is_nan()";
                case DUCKDB -> "isnan(" + name(nan.leaf()) + ")";
            };
        };
    }

    private String negated(Condition inner) {
        return switch (inner) {
            case Condition.All all -> joined(all.conditions().stream().map(this::negated).toList(), language.or);
            case Condition.Any any -> joined(any.conditions().stream().map(this::negated).toList(), language.and);
            case Condition.Not twice -> of(twice.condition());
            case Condition.IsNull none when nanOnly(none.leaf()) -> "pd.Series(True, index=df.index)";
            case Condition.IsNull none -> there(none.leaf());
            case Condition.Range _, Condition.OneOf _, Condition.TextLike _, Condition.IsNaN _
                    when nanOnly(leaves(inner).getFirst()) -> language.not + "(" + of(inner) + ")";
            case Condition.Range _, Condition.OneOf _, Condition.TextLike _, Condition.IsNaN _ -> joined(
                    List.of(there(leaves(inner).getFirst()), language.not + "(" + of(inner) + ")"), language.and);
        };
    }

    /// Whether what pandas calls missing in a column can only be NaN.
    private boolean nanOnly(Leaf leaf) {
        return language == Language.PANDAS && leaf.type() instanceof FieldType.Real && full.test(leaf);
    }

    private String there(Leaf leaf) {
        return call(leaf, ".notna()", ".is_not_null()", " IS NOT NULL");
    }

    private String call(Leaf leaf, String pandas, String polars, String sql) {
        return name(leaf) + switch (language) {
            case PANDAS -> pandas;
            case POLARS -> polars;
            case DUCKDB -> sql;
        };
    }

    private static String joined(List<String> parts, String sign) {
        return parts.size() == 1 ? parts.getFirst() : parts.stream().collect(Collectors.joining(sign, "(", ")"));
    }

    private String range(Condition.Range range) {
        List<String> parts = new ArrayList<>();
        Value from = range.from();
        Value to = range.to();
        if (from != null) {
            parts.add("(" + name(range.leaf()) + (range.fromBound() == Condition.Bound.INCLUDED ? " >= " : " > ")
                    + literal(from, range.leaf()) + ")");
        }
        if (to != null) {
            parts.add("(" + name(range.leaf()) + (range.toBound() == Condition.Bound.INCLUDED ? " <= " : " < ")
                    + literal(to, range.leaf()) + ")");
        } else if (range.leaf().type() instanceof FieldType.Real && language != Language.PANDAS) {
            // Both others take NaN for greater than any number.
            parts.add(language == Language.POLARS ? "~" + name(range.leaf()) + ".is_nan()"
                    : "NOT isnan(" + name(range.leaf()) + ")");
        }
        return joined(parts, language.and);
    }

    private String oneOf(Condition.OneOf some) {
        String name = name(some.leaf());
        String values = some.values().stream().map(value -> literal(value, some.leaf()))
                .collect(Collectors.joining(", "));
        if (language == Language.DUCKDB) {
            return name + " IN (" + values + ")";
        }
        if (language == Language.PANDAS && !(some.leaf().type() instanceof FieldType.Real)) {
            return name + ".isin([" + values + "])";
        }
        // Numbers of 32 bits are equal to what they were rounded from, and in no list of it.
        return joined(some.values().stream().map(value -> "(" + name + " == " + literal(value, some.leaf()) + ")")
                .toList(), language.or);
    }

    private String like(Condition.TextLike like) {
        boolean ignore = like.letters() == Condition.Case.IGNORED;
        String wanted = ignore ? like.text().toLowerCase(Locale.ROOT) : like.text();
        return switch (language) {
            case PANDAS -> {
                String text = name(like.leaf()) + ".astype(str)" + (ignore ? ".str.lower()" : "");
                String test = switch (like.match()) {
                    case CONTAINS -> text + ".str.contains(" + DatasetCode.quoted(wanted) + ", regex=False)";
                    case STARTS -> text + ".str.startswith(" + DatasetCode.quoted(wanted) + ")";
                    case ENDS -> text + ".str.endswith(" + DatasetCode.quoted(wanted) + ")";
                    case EQUALS -> "(" + text + " == " + DatasetCode.quoted(wanted) + ")";
                };
                yield "(" + there(like.leaf()) + " & " + test + ")";
            }
            case POLARS -> {
                String text = name(like.leaf()) + ".cast(pl.String)" + (ignore ? ".str.to_lowercase()" : "");
                yield switch (like.match()) {
                    case CONTAINS -> text + ".str.contains(" + DatasetCode.quoted(wanted) + ", literal=True)";
                    case STARTS -> text + ".str.starts_with(" + DatasetCode.quoted(wanted) + ")";
                    case ENDS -> text + ".str.ends_with(" + DatasetCode.quoted(wanted) + ")";
                    case EQUALS -> "(" + text + " == " + DatasetCode.quoted(wanted) + ")";
                };
            }
            case DUCKDB -> {
                String plain = "CAST(" + name(like.leaf()) + " AS VARCHAR)";
                String text = ignore ? "lower(" + plain + ")" : plain;
                String literal = DatasetCode.sql(wanted);
                yield switch (like.match()) {
                    case CONTAINS -> "contains(" + text + ", " + literal + ")";
                    case STARTS -> "starts_with(" + text + ", " + literal + ")";
                    case ENDS -> "ends_with(" + text + ", " + literal + ")";
                    case EQUALS -> text + " = " + literal;
                };
            }
        };
    }

    /// What a leaf is called.
    String name(Leaf leaf) {
        List<String> way = way(leaf);
        return switch (language) {
            case PANDAS -> "df[" + DatasetCode.quoted(leaf.path()) + "]";
            case POLARS -> "pl.col(" + way.stream().map(DatasetCode::quoted)
                    .collect(Collectors.joining(").struct.field(")) + ")"
                    // Times of different zones cannot be compared.
                    + (leaf.type() instanceof FieldType.Timestamp stamp && !stamp.zone().isEmpty()
                            ? ".dt.convert_time_zone(\"UTC\")" : "");
            case DUCKDB -> way.size() == 1 ? DatasetCode.sqlName(way.getFirst())
                    : "(" + DatasetCode.sqlName(way.getFirst()) + ")" + way.stream().skip(1)
                            .map(part -> "." + DatasetCode.sqlName(part)).collect(Collectors.joining());
        };
    }

    private String literal(Value value, Leaf leaf) {
        boolean sql = language == Language.DUCKDB;
        // Python's numbers have 64 bits; DuckDB and Polars round to those of the column.
        String plain = value instanceof Value.Real real && (real.bits() == 64 || language == Language.PANDAS)
                ? cotejo.text.Figures.exact(real.value()) : value.plain();
        return switch (value) {
            case Value.Real real when !Double.isFinite(real.value()) -> sql ? "CAST(" + DatasetCode.sql(plain)
                    + " AS DOUBLE)" : "float(" + DatasetCode.quoted(plain) + ")";
            case Value.Whole _, Value.Real _ -> plain;
            case Value.Decimal _ -> leaf.type() instanceof FieldType.Decimal && language == Language.PANDAS
                    ? "Decimal(" + DatasetCode.quoted(plain) + ")" : plain;
            case Value.Flag flag -> sql ? plain : flag == Value.Flag.TRUE ? "True" : "False";
            case Value.Day _ -> switch (language) {
                case PANDAS -> "pd.Timestamp(" + DatasetCode.quoted(plain) + ")";
                case POLARS -> "pl.lit(" + DatasetCode.quoted(plain) + ").str.to_date()";
                case DUCKDB -> "DATE " + DatasetCode.sql(plain);
            };
            case Value.Moment moment -> switch (language) {
                case PANDAS -> "pd.Timestamp(" + DatasetCode.quoted(plain) + ")";
                case POLARS -> "pl.lit(" + DatasetCode.quoted(plain) + ").str.to_datetime("
                        + (moment.zone().isEmpty() ? "" : "time_zone=\"UTC\"") + ")";
                case DUCKDB -> (moment.zone().isEmpty() ? "TIMESTAMP " : "TIMESTAMPTZ ") + DatasetCode.sql(plain);
            };
            case Value.TimeOfDay _ -> switch (language) {
                case PANDAS -> "pd.Timestamp(" + DatasetCode.quoted("1970-01-01 " + plain) + ").time()";
                case POLARS -> "pl.lit(" + DatasetCode.quoted(plain) + ").str.to_time(" + DatasetCode.quoted(
                        plain.contains(".") ? "%H:%M:%S%.f" : "%H:%M:%S") + ")";
                case DUCKDB -> "TIME " + DatasetCode.sql(plain);
            };
            case Value.Binary _ -> sql ? "unhex(" + DatasetCode.sql(plain) + ")"
                    : "bytes.fromhex(" + DatasetCode.quoted(plain) + ")";
            case Value other -> sql ? DatasetCode.sql(other.plain()) : DatasetCode.quoted(other.plain());
        };
    }
}
