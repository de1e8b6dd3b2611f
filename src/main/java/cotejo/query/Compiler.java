package cotejo.query;

import cotejo.model.DatasetUse;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns a filter into tests of the rows of one frame. Text in params and tags is judged once per distinct value, so
/// that a row costs a look into an array.
final class Compiler {

    private final RunFrame frame;
    private final SeriesAt series;
    private final List<BoundedRegex> regexes = new ArrayList<>();

    Compiler(RunFrame frame, SeriesAt series) {
        this.frame = frame;
        this.series = series;
    }

    RowPredicate compile(Expr expr) {
        IntPredicate test = test(expr);
        return new RowPredicate(test, frame.size(), regexes);
    }

    private IntPredicate test(Expr expr) {
        return switch (expr) {
            case Expr.And a -> all(cheapFirst(a.parts()));
            case Expr.Or o -> any(cheapFirst(o.parts()));
            case Expr.Not n -> test(n.part()).negate();
            case Expr.NameContains t -> nameContains(t.text().toLowerCase(Locale.ROOT));
            case Expr.Condition c -> condition(c.operand(), c.check());
        };
    }

    private IntPredicate[] cheapFirst(List<Expr> parts) {
        return parts.stream().sorted(Comparator.comparingInt(Compiler::cost)).map(this::test)
                .toArray(IntPredicate[]::new);
    }

    /// Reading series costs most, so it comes last.
    private static int cost(Expr expr) {
        return switch (expr) {
            case Expr.And a -> a.parts().stream().mapToInt(Compiler::cost).max().orElse(0);
            case Expr.Or o -> o.parts().stream().mapToInt(Compiler::cost).max().orElse(0);
            case Expr.Not n -> cost(n.part());
            case Expr.NameContains _ -> 1;
            case Expr.Condition(Operand.Column(ColumnRef.MetricAt _), _) -> 3;
            case Expr.Condition(Operand.Column(Attribute _), Check.Rlike _) -> 2;
            case Expr.Condition(Operand.Column(Attribute _), _) -> 1;
            case Expr.Condition _ -> 0;
        };
    }

    private static IntPredicate all(IntPredicate[] parts) {
        return row -> {
            for (IntPredicate part : parts) {
                if (!part.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static IntPredicate any(IntPredicate[] parts) {
        return row -> {
            for (IntPredicate part : parts) {
                if (part.test(row)) {
                    return true;
                }
            }
            return false;
        };
    }

    private IntPredicate nameContains(String wanted) {
        return row -> frame.run(row).name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private IntPredicate condition(Operand operand, Check check) {
        return switch (operand) {
            case Operand.Dataset d -> dataset(d.field(), check);
            case Operand.Column c -> column(Cells.of(c.ref(), frame, series), c.ref().numeric(), check);
        };
    }

    private IntPredicate column(Cells cells, boolean numeric, Check check) {
        if (check instanceof Check.IsNull(boolean negated)) {
            return row -> cells.has(row) == negated;
        }
        if (check instanceof Check.IsNan(boolean negated)) {
            return row -> cells.has(row) && Double.isNaN(cells.number(row)) != negated;
        }
        if (numeric) {
            DoublePredicate test = number(check);
            return row -> test.test(cells.number(row));
        }
        Predicate<String> test = text(check);
        if (!(cells instanceof Cells.Dictionary dictionary)) {
            return row -> {
                @Nullable String text = cells.text(row);
                return text != null && test.test(text);
            };
        }
        List<String> values = dictionary.values();
        boolean[] matches = new boolean[values.size()];
        for (int code = 0; code < matches.length; code++) {
            matches[code] = test.test(values.get(code));
        }
        return row -> {
            int code = dictionary.code(row);
            return code >= 0 && matches[code];
        };
    }

    private IntPredicate dataset(Operand.DatasetField field, Check check) {
        if (check instanceof Check.IsNull(boolean negated)) {
            return row -> frame.datasets(row).stream().anyMatch(use -> !text(use, field).isEmpty()) == negated;
        }
        Predicate<String> test = text(check);
        return row -> {
            for (DatasetUse use : frame.datasets(row)) {
                if (test.test(text(use, field))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static String text(DatasetUse use, Operand.DatasetField field) {
        return switch (field) {
            case NAME -> use.dataset().name();
            case DIGEST -> use.dataset().digest();
            case CONTEXT -> use.context();
        };
    }

    /// The test of a number. NaN, which also stands for missing, never passes.
    private static DoublePredicate number(Check check) {
        return switch (check) {
            case Check.Compare(Comparison comparison, Value.Number n) -> value -> n.test(comparison, value);
            case Check.In in -> {
                List<Value.Number> numbers = numbers(in);
                boolean negated = in.negated();
                yield value -> !Double.isNaN(value)
                        && numbers.stream().anyMatch(n -> n.test(Comparison.EQ, value)) != negated;
            }
            case Check.Between b -> value -> !Double.isNaN(value)
                    && (b.low().test(Comparison.GE, value) && b.high().test(Comparison.LE, value)) != b.negated();
            case Check.Compare _, Check.Like _, Check.Rlike _, Check.IsNull _, Check.IsNan _ ->
                throw new IllegalStateException(check.written());
        };
    }

    private Predicate<String> text(Check check) {
        return switch (check) {
            case Check.Compare(Comparison comparison, Value.Text(String wanted)) ->
                value -> value.equals(wanted) == (comparison == Comparison.EQ);
            case Check.Compare(Comparison comparison, Value.Flag(String wanted)) ->
                value -> value.equals(wanted) == (comparison == Comparison.EQ);
            case Check.Like l -> signed(new LikePattern(l.pattern(), l.anyCase()), l.negated());
            case Check.Rlike r -> {
                BoundedRegex regex = new BoundedRegex(r.pattern());
                regexes.add(regex);
                yield signed(regex, r.negated());
            }
            case Check.In in when numbers(in).isEmpty() -> {
                Set<String> wanted = new HashSet<>();
                in.values().forEach(value -> wanted.add(text(value)));
                yield signed(wanted::contains, in.negated());
            }
            case Check.Compare _, Check.In _, Check.Between _, Check.IsNull _, Check.IsNan _ -> {
                DoublePredicate test = number(check);
                yield value -> test.test(Numbers.parse(value));
            }
        };
    }

    private static Predicate<String> signed(Predicate<String> test, boolean negated) {
        return negated ? test.negate() : test;
    }

    private static List<Value.Number> numbers(Check.In in) {
        return in.values().stream().filter(Value.Number.class::isInstance).map(Value.Number.class::cast).toList();
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Flag f -> f.text();
            case Value.Number n -> n.written();
        };
    }
}
