package cotejo.query;

import java.util.List;
import java.util.stream.Collectors;

/// What a condition asks of a value. All but [IsNull] fail for a value that is missing.
sealed interface Check {

    record Compare(Comparison comparison, Value value) implements Check {
    }

    record In(List<Value> values, boolean negated) implements Check {
    }

    record Between(Value.Number low, Value.Number high, boolean negated) implements Check {
    }

    record Like(String pattern, boolean anyCase, boolean negated) implements Check {
    }

    record Rlike(String pattern, boolean negated) implements Check {
    }

    record IsNull(boolean negated) implements Check {
    }

    record IsNan(boolean negated) implements Check {
    }

    /// As the filter language writes it after an operand.
    default String written() {
        return switch (this) {
            case Compare c -> c.comparison().sign + " " + c.value().written();
            case In i -> not(i.negated()) + "IN ("
                    + i.values().stream().map(Value::written).collect(Collectors.joining(", ")) + ")";
            case Between b -> not(b.negated()) + "BETWEEN " + b.low().written() + " AND " + b.high().written();
            case Like l -> not(l.negated()) + (l.anyCase() ? "ILIKE " : "LIKE ") + Quoting.value(l.pattern());
            case Rlike r -> not(r.negated()) + "RLIKE " + Quoting.value(r.pattern());
            case IsNull n -> "IS " + not(n.negated()) + "NULL";
            case IsNan n -> "IS " + not(n.negated()) + "NAN";
        };
    }

    private static String not(boolean negated) {
        return negated ? "NOT " : "";
    }
}
