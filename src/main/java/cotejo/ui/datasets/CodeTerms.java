package cotejo.ui.datasets;

import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.view.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A condition in another language. A null fulfils what a null fulfils here, also below a negation.
enum CodeTerms {
    PANDAS(" & ", " | ", "~"),
    POLARS(" & ", " | ", "~"),
    DUCKDB(" AND ", " OR ", "NOT ");

    private final String and;
    private final String or;
    private final String not;

    CodeTerms(String and, String or, String not) {
        this.and = and;
        this.or = or;
        this.not = not;
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
            case Condition.All all -> joined(all.conditions().stream().map(this::of).toList(), and);
            case Condition.Any any -> joined(any.conditions().stream().map(this::of).toList(), or);
            case Condition.Not inner -> negated(inner.condition());
            case Condition.Range range -> range(range);
            case Condition.OneOf some -> oneOf(some);
            case Condition.TextLike like -> like(like);
            case Condition.IsNull none -> call(none.leaf(), ".isna()", ".is_null()", " IS NULL");
            case Condition.IsNaN nan -> switch (this) {
                case PANDAS -> name(nan.leaf()) + ".isna()";
                case POLARS -> name(nan.leaf()) + ".is_nan()";
                case DUCKDB -> "isnan(" + name(nan.leaf()) + ")";
            };
        };
    }

    private String negated(Condition inner) {
        return switch (inner) {
            case Condition.All all -> joined(all.conditions().stream().map(this::negated).toList(), or);
            case Condition.Any any -> joined(any.conditions().stream().map(this::negated).toList(), and);
            case Condition.Not twice -> of(twice.condition());
            case Condition.IsNull none -> there(none.leaf());
            case Condition.Range _, Condition.OneOf _, Condition.TextLike _, Condition.IsNaN _ -> joined(
                    List.of(there(leaves(inner).getFirst()), not + "(" + of(inner) + ")"), and);
        };
    }

    private String there(Leaf leaf) {
        return call(leaf, ".notna()", ".is_not_null()", " IS NOT NULL");
    }

    private String call(Leaf leaf, String pandas, String polars, String sql) {
        return name(leaf) + switch (this) {
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
        } else if (range.leaf().type() instanceof FieldType.Real && this != PANDAS) {
            // Both others take NaN for greater than any number.
            parts.add(this == POLARS ? "~" + name(range.leaf()) + ".is_nan()"
                    : "NOT isnan(" + name(range.leaf()) + ")");
        }
        return joined(parts, and);
    }

    private String oneOf(Condition.OneOf some) {
        String values = some.values().stream().map(value -> literal(value, some.leaf()))
                .collect(Collectors.joining(", "));
        return switch (this) {
            case PANDAS -> name(some.leaf()) + ".isin([" + values + "])";
            case POLARS -> joined(some.values().stream()
                    .map(value -> "(" + name(some.leaf()) + " == " + literal(value, some.leaf()) + ")").toList(), or);
            case DUCKDB -> name(some.leaf()) + " IN (" + values + ")";
        };
    }

    private String like(Condition.TextLike like) {
        boolean ignore = like.letters() == Condition.Case.IGNORED;
        String wanted = ignore ? like.text().toLowerCase(Locale.ROOT) : like.text();
        return switch (this) {
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

    private String name(Leaf leaf) {
        return switch (this) {
            case PANDAS -> "df[" + DatasetCode.quoted(leaf.path()) + "]";
            case POLARS -> "pl.col(" + DatasetCode.quoted(leaf.path()) + ")";
            case DUCKDB -> DatasetCode.sqlName(leaf.path());
        };
    }

    private String literal(Value value, Leaf leaf) {
        boolean sql = this == DUCKDB;
        String plain = value instanceof Value.Real real && real.bits() == 64
                ? cotejo.text.Figures.exact(real.value()) : value.plain();
        return switch (value) {
            case Value.Whole _, Value.Real _ -> plain;
            case Value.Decimal _ -> leaf.type() instanceof FieldType.Decimal && this == PANDAS
                    ? "Decimal(" + DatasetCode.quoted(plain) + ")" : plain;
            case Value.Flag flag -> sql ? plain : flag == Value.Flag.TRUE ? "True" : "False";
            case Value.Day _ -> switch (this) {
                case PANDAS -> "pd.Timestamp(" + DatasetCode.quoted(plain) + ")";
                case POLARS -> "pl.lit(" + DatasetCode.quoted(plain) + ").str.to_date()";
                case DUCKDB -> "DATE " + DatasetCode.sql(plain);
            };
            case Value.Moment moment -> switch (this) {
                case PANDAS -> "pd.Timestamp(" + DatasetCode.quoted(plain) + ")";
                case POLARS -> "pl.lit(" + DatasetCode.quoted(plain) + ").str.to_datetime("
                        + (moment.zone().isEmpty() ? "" : "time_zone=\"UTC\"") + ")";
                case DUCKDB -> (moment.zone().isEmpty() ? "TIMESTAMP " : "TIMESTAMPTZ ") + DatasetCode.sql(plain);
            };
            case Value other -> sql ? DatasetCode.sql(other.plain()) : DatasetCode.quoted(other.plain());
        };
    }
}
