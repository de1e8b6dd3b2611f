package cotejo.query;

import java.util.List;
import java.util.stream.Collectors;

/// A filter, read.
sealed interface Expr {

    /// True for every run when there are no parts.
    record And(List<Expr> parts) implements Expr {
    }

    record Or(List<Expr> parts) implements Expr {
    }

    record Not(Expr part) implements Expr {
    }

    /// The run's name contains this text, in any case.
    record NameContains(String text) implements Expr {
    }

    record Condition(Operand operand, Check check) implements Expr {
    }

    static Expr and(List<Expr> parts) {
        return parts.size() == 1 ? parts.getFirst() : new And(List.copyOf(parts));
    }

    static Expr or(List<Expr> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Or(List.copyOf(parts));
    }

    /// As the filter language writes it.
    default String written() {
        return switch (this) {
            case And a -> a.parts().stream().map(Expr::inAnd).collect(Collectors.joining(" AND "));
            case Or o -> o.parts().stream().map(Expr::inOr).collect(Collectors.joining(" OR "));
            case Not n -> "NOT " + n.part().inNot();
            case NameContains t -> Quoting.value(t.text());
            case Condition c -> c.operand().written() + " " + c.check().written();
        };
    }

    private String inAnd() {
        return this instanceof Or || this instanceof And ? "(" + written() + ")" : written();
    }

    private String inOr() {
        return this instanceof Or ? "(" + written() + ")" : written();
    }

    private String inNot() {
        return this instanceof And || this instanceof Or ? "(" + written() + ")" : written();
    }
}
