package cotejo.query;

import cotejo.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a filter text into tokens. Never fails: what is wrong becomes a BAD token.
///
/// In MLflow's dialect a bare word is letters, digits, `_`, `$` and dots; in ours it is anything without blanks,
/// quotes, parentheses, commas, semicolons and comparison signs, so that `resnet-50` and `metrics.loss/train` need no
/// quotes.
final class Lexer {

    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?(?![\\w.])");
    private static final String NOT_IN_WORDS = "'\"`()<>=!,;";

    private final String text;
    private final Dialect dialect;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    /// All tokens of the text; the last is END.
    static List<Token> tokens(String text, Dialect dialect) {
        Lexer lexer = new Lexer(text, dialect);
        while (lexer.more()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, text.length(), text.length(), ""));
        return lexer.tokens;
    }

    private boolean more() {
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case '(' -> add(Kind.OPEN, at + 1);
            case ')' -> add(Kind.CLOSE, at + 1);
            case ',' -> add(Kind.COMMA, at + 1);
            case ';' -> bad("query.error.semicolon", at + 1);
            case '<', '>', '=', '!' -> operator();
            case '\'', '"' -> string(at, closing(at));
            default -> {
                if (escapeStarts()) {
                    string(at, closingEscaped(at + 1));
                } else {
                    wordOrNumber();
                }
            }
        }
    }

    private boolean escapeStarts() {
        return dialect == Dialect.COTEJO && (text.startsWith("E'", at) || text.startsWith("e'", at));
    }

    private void operator() {
        char c = text.charAt(at);
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean ours = dialect == Dialect.COTEJO && ((c == '=' && second == '=') || (c == '<' && second == '>'));
        if (ours || (second == '=' && c != '=')) {
            add(Kind.OPERATOR, at + 2);
        } else if (c == '!') {
            bad("query.error.sign", at + 1);
        } else {
            add(Kind.OPERATOR, at + 1);
        }
    }

    private void string(int from, int close) {
        if (close < 0) {
            bad("query.error.unclosed", text.length());
            return;
        }
        boolean escape = text.charAt(from) != '\'' && text.charAt(from) != '"';
        String value = escape ? Quoting.unescape(text.substring(from + 2, close)) : text.substring(from + 1, close);
        tokens.add(new Token(Kind.STRING, from, close + 1, value));
        at = close + 1;
    }

    /// The place of the quote that closes the one at `open`, or -1. As in MLflow (that is, in sqlparse's expression
    /// `'(''|\\'|[^'])*'`), a doubled quote and a quote after a backslash do not close when a later one can.
    private int closing(int open) {
        char quote = text.charAt(open);
        int possible = -1;
        int i = open + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean followed = i + 1 < text.length() && text.charAt(i + 1) == quote;
            if (c == '\\' && quote != '`' && followed) {
                possible = i + 1;
                i += 2;
            } else if (c == quote && followed) {
                possible = i;
                i += 2;
            } else if (c == quote) {
                return i;
            } else {
                i++;
            }
        }
        return possible;
    }

    /// The place of the quote that closes an `E'…'` whose quote is at `open`, or -1.
    private int closingEscaped(int open) {
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != '\'') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i < text.length() ? i : -1;
    }

    private void wordOrNumber() {
        if (dialect == Dialect.MLFLOW) {
            Matcher number = NUMBER.matcher(text).region(at, text.length());
            if (number.lookingAt()) {
                add(Kind.NUMBER, number.end());
                return;
            }
        }
        int end = word();
        if (end == -1) {
            bad("query.error.unclosed", text.length());
        } else if (end == at) {
            bad("query.error.sign", at + 1);
        } else {
            add(Numbers.decimal(text.substring(at, end)) ? Kind.NUMBER : Kind.WORD, end);
        }
    }

    /// The end of the word that starts here, parts in quotes included; -1 when a quote is not closed.
    private int word() {
        int end = at;
        boolean partStarts = true;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean quoted = partStarts && (c == '`' || (end > at && c == '"'));
            boolean escaped = partStarts && end > at && dialect == Dialect.COTEJO
                    && (text.startsWith("E'", end) || text.startsWith("e'", end));
            if (quoted || escaped) {
                int close = escaped ? closingEscaped(end + 1) : closing(end);
                if (close < 0) {
                    return -1;
                }
                end = close + 1;
                partStarts = false;
            } else if (inWord(c)) {
                partStarts = c == '.';
                end++;
            } else {
                return end;
            }
        }
        return end;
    }

    private boolean inWord(char c) {
        if (dialect == Dialect.MLFLOW) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
        }
        return !blank(c) && NOT_IN_WORDS.indexOf(c) < 0;
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, at, end, text.substring(at, end)));
        at = end;
    }

    private void bad(String key, int end) {
        tokens.add(new Token(Kind.BAD, at, end, key));
        at = end;
    }
}
