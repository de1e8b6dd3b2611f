package cotejo.query;

import cotejo.query.Operand.Shape;
import cotejo.query.Token.Kind;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads what stands after an operand: an operator that is legal there, and its values.
final class CheckReader {

    private final Parser parser;
    private final Operand operand;
    private final Shape shape;

    CheckReader(Parser parser, Operand operand) {
        this.parser = parser;
        this.operand = operand;
        this.shape = operand.shape();
    }

    Check read() {
        Token token = parser.next();
        if (token.is(Kind.OPERATOR)) {
            return compare(token);
        }
        if (token.word("IS")) {
            return is(token);
        }
        boolean negated = token.word("NOT");
        Token verb = negated ? parser.next() : token;
        if (verb.word("IN")) {
            return in(verb, negated);
        }
        if (negated) {
            parser.ours(token, "NOT " + verb.text());
        }
        if (verb.word("BETWEEN")) {
            return between(verb, negated);
        }
        if (verb.word("LIKE") || verb.word("ILIKE") || verb.word("RLIKE")) {
            return pattern(verb, negated);
        }
        throw parser.stop(verb, "query.error.operator", operand.written());
    }

    private Check compare(Token operator) {
        Comparison comparison = Comparison.of(operator.text());
        Token token = parser.peek();
        boolean orderless = shape == Shape.TEXT || shape == Shape.DATASET || shape == Shape.FLAG;
        boolean mlflowText = parser.dialect() == Dialect.MLFLOW && shape == Shape.FREE;
        if (!comparison.equality() && (orderless || mlflowText)) {
            throw parser.stop(operator, "query.error.order", operand.written());
        }
        Value value = value();
        if (!comparison.equality() && value instanceof Value.Text) {
            throw parser.stop(token, "query.error.ordertext", operand.written());
        }
        return new Check.Compare(comparison, value);
    }

    private Check is(Token is) {
        if (parser.dialect() == Dialect.MLFLOW && shape != Shape.FREE) {
            throw parser.stop(is, "query.error.isnull");
        }
        boolean negated = parser.peek().word("NOT");
        if (negated) {
            parser.next();
        }
        Token what = parser.next();
        if (what.word("NULL")) {
            return new Check.IsNull(negated);
        }
        if (what.word("NAN") && shape == Shape.NUMBER) {
            return new Check.IsNan(negated);
        }
        throw parser.stop(what, "query.error.is");
    }

    private Check in(Token verb, boolean negated) {
        boolean mlflowList = shape == Shape.DATASET
                || operand instanceof Operand.Column(ColumnRef.Attribute(RunAttribute a)) && a == RunAttribute.RUN_ID;
        if (!mlflowList) {
            parser.ours(verb, operand.written() + " IN");
        }
        parser.expect(Kind.OPEN, "query.error.list");
        List<Value> values = new ArrayList<>();
        do {
            Token token = parser.peek();
            Value value = value();
            if (!values.isEmpty() && values.getFirst().getClass() != value.getClass()) {
                throw parser.stop(token, "query.error.mixed");
            }
            values.add(value);
        } while (comma());
        parser.expect(Kind.CLOSE, "query.error.list");
        return new Check.In(List.copyOf(values), negated);
    }

    private boolean comma() {
        boolean comma = parser.peek().is(Kind.COMMA);
        if (comma) {
            parser.next();
        }
        return comma;
    }

    private Check between(Token verb, boolean negated) {
        parser.ours(verb, "BETWEEN");
        if (!shape.numeric() && shape != Shape.FREE) {
            throw parser.stop(verb, "query.error.order", operand.written());
        }
        Value.Number low = number();
        if (!parser.peek().word("AND")) {
            throw parser.stop(parser.peek(), "query.error.between");
        }
        parser.next();
        return new Check.Between(low, number(), negated);
    }

    private Value.Number number() {
        Token token = parser.peek();
        if (value() instanceof Value.Number number) {
            return number;
        }
        throw parser.stop(token, "query.error.ordertext", operand.written());
    }

    private Check pattern(Token verb, boolean negated) {
        if (!shape.textual()) {
            throw parser.stop(verb, "query.error.like", operand.written());
        }
        Token token = parser.expect(Kind.STRING, "query.error.pattern");
        if (!verb.word("RLIKE")) {
            return new Check.Like(token.text(), verb.word("ILIKE"), negated);
        }
        parser.ours(verb, "RLIKE");
        try {
            Pattern ignored = Pattern.compile(token.text());
            return new Check.Rlike(ignored.pattern(), negated);
        } catch (PatternSyntaxException wrong) {
            int column = Math.min(token.end(), token.start() + 1 + Math.max(0, wrong.getIndex()));
            String why = Texts.get("query.error.regex", wrong.getDescription());
            throw new Parser.Stop(new FilterError(column, Math.max(0, token.end() - column), why));
        } catch (StackOverflowError tooDeep) {
            throw parser.stop(token, "query.error.regexdeep");
        }
    }

    private Value value() {
        Token token = parser.peek();
        if (token.is(Kind.END)) {
            throw parser.stop(token, "query.error.value");
        }
        @Nullable Value value = switch (shape) {
            case TEXT, DATASET -> token.is(Kind.STRING) ? new Value.Text(token.text()) : null;
            case FREE -> free(token);
            case FLAG -> flag(token);
            case NUMBER -> plainNumber(token);
            case TIME -> time(token);
            case DURATION -> duration(token);
        };
        if (value == null) {
            throw parser.stop(token, wanted(), token.is(Kind.WORD) || token.is(Kind.NUMBER) ? token.text() : "…");
        }
        parser.next();
        return value;
    }

    private String wanted() {
        return switch (shape) {
            case TEXT, FREE, DATASET -> "query.error.text";
            case FLAG -> "query.error.flag";
            case NUMBER -> "query.error.number";
            case TIME -> parser.dialect() == Dialect.MLFLOW ? "query.error.number" : "query.error.time";
            case DURATION -> "query.error.duration";
        };
    }

    private @Nullable Value free(Token token) {
        if (token.is(Kind.STRING)) {
            return new Value.Text(token.text());
        }
        return parser.dialect() == Dialect.MLFLOW ? null : plainNumber(token);
    }

    private @Nullable Value plainNumber(Token token) {
        if (token.is(Kind.NUMBER)) {
            return Value.Number.of(Double.parseDouble(token.text()), token.text());
        }
        double infinity = token.is(Kind.WORD) && parser.dialect() == Dialect.COTEJO ? Numbers.parse(token.text())
                : Double.NaN;
        return Double.isNaN(infinity) ? null : Value.Number.of(infinity, Numbers.text(infinity));
    }

    private static @Nullable Value flag(Token token) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> new Value.Flag("true");
            case "false", "no", "0" -> new Value.Flag("false");
            default -> null;
        };
    }

    private @Nullable Value time(Token token) {
        if (token.is(Kind.NUMBER) || parser.dialect() == Dialect.MLFLOW) {
            return token.is(Kind.NUMBER) ? plainNumber(token) : null;
        }
        boolean text = token.is(Kind.STRING) || token.is(Kind.WORD);
        return text ? Literals.time(token.text(), Quoting.value(token.text())) : null;
    }

    private static @Nullable Value duration(Token token) {
        if (token.is(Kind.NUMBER)) {
            return Value.Number.of(Double.parseDouble(token.text()), token.text());
        }
        double millis = token.is(Kind.STRING) || token.is(Kind.WORD) ? Literals.duration(token.text()) : Double.NaN;
        String written = token.is(Kind.STRING) ? Quoting.value(token.text()) : token.text();
        return Double.isNaN(millis) ? null : Value.Number.of(millis, written);
    }
}
