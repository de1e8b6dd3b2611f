package cotejo.query;

import cotejo.query.Token.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What may follow some tokens of a filter: a small machine that, unlike [Parser], never refuses.
///
/// @param wants   what may come next
/// @param operand what stands left of the operator; null when it is no known column, or not yet written
/// @param verb    the operator in capitals; empty before one
record Situation(Wants wants, @Nullable Operand operand, String verb) {

    enum Wants {
        OPERAND,
        METRIC_IN_FUNCTION,
        FUNCTION_END,
        OPERATOR,
        NEGATED_OPERATOR,
        IS,
        VALUE,
        LIST,
        LIST_VALUE,
        LIST_NEXT,
        BETWEEN_LOW,
        BETWEEN_AND,
        BETWEEN_HIGH,
        JOINT
    }

    static Situation after(List<Token> tokens, String text) {
        Situation now = to(Wants.OPERAND);
        int functionStart = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean call = i + 1 < tokens.size() && OperandReader.function(token, tokens.get(i + 1));
            if (call && now.startsOperand(token)) {
                functionStart = token.start();
                now = new Situation(Wants.METRIC_IN_FUNCTION, null, token.text().toUpperCase(Locale.ROOT));
                i++;
            } else if (functionStart >= 0) {
                boolean end = token.is(Kind.CLOSE);
                now = end ? afterOperand(text.substring(functionStart, token.end())) : inFunction(now, token);
                functionStart = end ? -1 : functionStart;
            } else {
                now = now.next(token);
            }
        }
        return now;
    }

    /// Inside a function: `at` wants a step after its metric, and then, as the others, its end.
    private static Situation inFunction(Situation now, Token token) {
        return new Situation(Wants.FUNCTION_END, null, token.is(Kind.COMMA) ? "" : now.verb());
    }

    private static Situation to(Wants wants) {
        return new Situation(wants, null, "");
    }

    private Situation with(Wants next) {
        return new Situation(next, operand, verb);
    }

    private static Situation afterOperand(String written) {
        return new Situation(Wants.OPERATOR, new Parser(written, Dialect.COTEJO).operand(), "");
    }

    private boolean startsOperand(Token token) {
        return switch (wants) {
            case OPERAND, JOINT -> true;
            case OPERATOR -> !verb(token);
            default -> false;
        };
    }

    private Situation next(Token token) {
        return switch (wants) {
            case OPERAND -> operand(token);
            case OPERATOR, NEGATED_OPERATOR -> operator(token);
            case IS -> token.word("NOT") ? this : to(Wants.JOINT);
            case VALUE -> to(Wants.JOINT);
            case LIST -> with(token.is(Kind.OPEN) ? Wants.LIST_VALUE : Wants.JOINT);
            case LIST_VALUE -> token.is(Kind.CLOSE) ? to(Wants.JOINT) : with(Wants.LIST_NEXT);
            case LIST_NEXT -> token.is(Kind.COMMA) ? with(Wants.LIST_VALUE) : to(Wants.JOINT);
            case BETWEEN_LOW -> with(Wants.BETWEEN_AND);
            case BETWEEN_AND -> with(Wants.BETWEEN_HIGH);
            case BETWEEN_HIGH -> to(Wants.JOINT);
            case JOINT -> token.is(Kind.CLOSE) ? this : operand(token);
            case METRIC_IN_FUNCTION, FUNCTION_END -> this;
        };
    }

    private Situation operand(Token token) {
        boolean again = token.is(Kind.OPEN) || token.word("AND") || token.word("OR") || token.word("NOT");
        if (again) {
            return to(Wants.OPERAND);
        }
        return token.is(Kind.WORD) ? afterOperand(token.text()) : to(Wants.JOINT);
    }

    private Situation operator(Token token) {
        if (token.is(Kind.OPERATOR)) {
            return new Situation(Wants.VALUE, operand, token.text());
        }
        if (token.word("NOT") && wants == Wants.OPERATOR) {
            return with(Wants.NEGATED_OPERATOR);
        }
        if (!verb(token)) {
            return token.is(Kind.CLOSE) ? to(Wants.JOINT) : operand(token);
        }
        String name = token.text().toUpperCase(Locale.ROOT);
        Wants then = switch (name) {
            case "IN" -> Wants.LIST;
            case "IS" -> Wants.IS;
            case "BETWEEN" -> Wants.BETWEEN_LOW;
            default -> Wants.VALUE;
        };
        return new Situation(then, operand, name);
    }

    private static boolean verb(Token token) {
        return token.is(Kind.OPERATOR) || token.word("IN") || token.word("IS") || token.word("BETWEEN")
                || token.word("LIKE") || token.word("ILIKE") || token.word("RLIKE");
    }
}
