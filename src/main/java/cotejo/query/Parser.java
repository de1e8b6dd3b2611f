package cotejo.query;

import cotejo.query.Token.Kind;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads filter texts by descent: OR over AND over NOT over conditions. What may stand left of an operator is read by
/// [OperandReader], what comes after by [CheckReader].
final class Parser {

    /// Deep enough for anything a person or program writes, shallow enough for any thread's stack.
    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private final Dialect dialect;
    private int at;
    private int depth;

    /// Ends the reading with what is wrong; never leaves this room.
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient FilterError error;

        Stop(FilterError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }
    }

    Parser(String text, Dialect dialect) {
        this.tokens = Lexer.tokens(text, dialect);
        this.dialect = dialect;
    }

    FilterResult parse() {
        try {
            if (peek().is(Kind.END)) {
                return new Filter(new Expr.And(List.of()));
            }
            Expr all = or();
            if (!peek().is(Kind.END)) {
                throw stop(peek(), peek().is(Kind.CLOSE) ? "query.error.close" : "query.error.joint");
            }
            return new Filter(all);
        } catch (Stop stop) {
            return stop.error;
        }
    }

    /// Reads the text as one operand that names a column; null when it is none.
    @Nullable ColumnRef column() {
        return operand() instanceof Operand.Column(ColumnRef ref) ? ref : null;
    }

    /// Reads the text as one operand; null when it is none.
    @Nullable Operand operand() {
        try {
            Operand operand = new OperandReader(this).read();
            return peek().is(Kind.END) ? operand : null;
        } catch (Stop notAnOperand) {
            return null;
        }
    }

    Dialect dialect() {
        return dialect;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /// The next token, which is then behind us. END is never passed.
    Token next() {
        Token token = peek();
        if (token.is(Kind.BAD)) {
            throw stop(token, token.text());
        }
        if (!token.is(Kind.END)) {
            at++;
        }
        return token;
    }

    Token expect(Kind kind, String otherwise) {
        if (!peek().is(kind)) {
            throw stop(peek(), otherwise);
        }
        return next();
    }

    Stop stop(Token token, String key, Object... arguments) {
        String why = token.is(Kind.BAD) ? Texts.get(token.text(), token.text()) : Texts.get(key, arguments);
        return new Stop(new FilterError(token.start(), token.end() - token.start(), why));
    }

    /// Refuses what MLflow does not know when reading its dialect.
    void ours(Token token, String what) {
        if (dialect == Dialect.MLFLOW) {
            throw stop(token, "query.error.mlflow", what);
        }
    }

    private Expr or() {
        List<Expr> parts = new ArrayList<>();
        parts.add(and());
        while (peek().word("OR")) {
            ours(peek(), "OR");
            next();
            parts.add(and());
        }
        return Expr.or(parts);
    }

    private Expr and() {
        List<Expr> parts = new ArrayList<>();
        parts.add(not());
        while (true) {
            if (peek().word("AND")) {
                next();
            } else if (!besideFreeText(parts.getLast())) {
                return Expr.and(parts);
            }
            parts.add(not());
        }
    }

    /// Free text needs no AND beside it.
    private boolean besideFreeText(Expr before) {
        Token token = peek();
        if (dialect == Dialect.MLFLOW || token.word("OR")) {
            return false;
        }
        boolean starts = token.is(Kind.WORD) || token.is(Kind.STRING) || token.is(Kind.NUMBER) || token.is(Kind.OPEN);
        return starts && (before instanceof Expr.NameContains || freeText());
    }

    private boolean freeText() {
        boolean word = peek().is(Kind.STRING) || peek().is(Kind.NUMBER) || peek().is(Kind.WORD);
        return word && !operatorAt(1) && !OperandReader.function(peek(), peek(1)) && !peek().word("NOT");
    }

    private Expr not() {
        if (!peek().word("NOT")) {
            return primary();
        }
        Token not = next();
        ours(not, "NOT");
        deeper(not);
        Expr part = not();
        depth--;
        return new Expr.Not(part);
    }

    private Expr primary() {
        Token token = peek();
        if (token.is(Kind.OPEN)) {
            return inParentheses();
        }
        boolean text = token.is(Kind.STRING) || token.is(Kind.NUMBER) || token.is(Kind.WORD);
        if (!text || token.word("AND") || token.word("OR")) {
            throw stop(token, "query.error.condition");
        }
        if (operatorAt(1) || OperandReader.function(token, peek(1))) {
            Operand operand = new OperandReader(this).read();
            return new Expr.Condition(operand, new CheckReader(this, operand).read());
        }
        if (dialect == Dialect.MLFLOW || token.is(Kind.WORD) && OperandReader.namesEntity(token.text())) {
            throw stop(peek(1), "query.error.operator", token.text());
        }
        next();
        return new Expr.NameContains(token.text());
    }

    private Expr inParentheses() {
        Token open = next();
        ours(open, "( )");
        deeper(open);
        Expr inside = or();
        if (!peek().is(Kind.CLOSE)) {
            throw stop(peek(), peek().is(Kind.END) ? "query.error.open" : "query.error.joint");
        }
        next();
        depth--;
        return inside;
    }

    private void deeper(Token token) {
        depth++;
        if (depth > DEEPEST) {
            throw stop(token, "query.error.deep", Integer.toString(DEEPEST));
        }
    }

    /// Whether an operator stands so many tokens ahead.
    private boolean operatorAt(int ahead) {
        Token token = peek(ahead);
        Token then = peek(ahead + 1);
        return token.is(Kind.OPERATOR) || verb(token)
                || token.word("IS") && (then.word("NULL") || then.word("NAN") || then.word("NOT"))
                || token.word("NOT") && verb(then);
    }

    private static boolean verb(Token token) {
        return token.word("IN") || token.word("LIKE") || token.word("ILIKE") || token.word("RLIKE")
                || token.word("BETWEEN");
    }
}
