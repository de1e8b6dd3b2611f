package cotejo.dataset.view;

import cotejo.dataset.Field;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads conditions as people write them: `score >= 0.5 and (label in ('a', 'b') or name contains "x") and not day is
/// null`. Names with blanks or signs stand in backquotes; words are not case sensitive; texts stand in quotes.
public final class WhereReader {

    /// The condition cannot be understood.
    public static final class Misunderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misunderstood(String sentence) {
            super(sentence);
        }
    }

    private record Token(String text, Kind kind, int at) {
        private enum Kind {
            WORD,
            NAME,
            QUOTED,
            SIGN,
            END
        }

        boolean is(String word) {
            return kind != Kind.QUOTED && kind != Kind.NAME && text.equalsIgnoreCase(word);
        }
    }

    private final List<Field> columns;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private WhereReader(List<Field> columns, String text) {
        this.columns = columns;
        split(text);
    }

    /// @throws Misunderstood with a sentence that names the place
    public static Condition read(List<Field> columns, String text) {
        WhereReader reader = new WhereReader(columns, text);
        Condition condition = reader.any();
        if (reader.peek().kind() != Token.Kind.END) {
            throw reader.unexpected();
        }
        return condition;
    }

    /// Reads sort keys: names parted by commas, each with `asc` or `desc` behind it if wanted.
    public static List<SortKey> order(List<Field> columns, String text) {
        WhereReader reader = new WhereReader(columns, text);
        List<SortKey> keys = new ArrayList<>();
        do {
            Leaf leaf = reader.leaf();
            boolean down = reader.accept("desc");
            if (!down) {
                reader.accept("asc");
            }
            keys.add(new SortKey(leaf, down ? SortKey.Direction.DESCENDING : SortKey.Direction.ASCENDING));
        } while (reader.accept(","));
        if (reader.peek().kind() != Token.Kind.END) {
            throw reader.unexpected();
        }
        return keys;
    }

    private void split(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '\'' || c == '"' || c == '`') {
                StringBuilder inside = new StringBuilder();
                for (i++; i < text.length() && (text.charAt(i) != c || i + 1 < text.length()
                        && text.charAt(i + 1) == c); i++) {
                    i += text.charAt(i) == c ? 1 : 0;
                    inside.append(text.charAt(i));
                }
                if (i >= text.length()) {
                    throw new Misunderstood(Texts.get("dataset.where.quote", start + 1));
                }
                i++;
                tokens.add(new Token(inside.toString(), c == '`' ? Token.Kind.NAME : Token.Kind.QUOTED, start));
            } else if ("<>=!".indexOf(c) >= 0) {
                i += i + 1 < text.length() && (text.charAt(i + 1) == '=' || c == '<' && text.charAt(i + 1) == '>')
                        ? 2 : 1;
                tokens.add(new Token(text.substring(start, i), Token.Kind.SIGN, start));
            } else if ("(),".indexOf(c) >= 0) {
                tokens.add(new Token(text.substring(start, ++i), Token.Kind.SIGN, start));
            } else {
                while (i < text.length() && !Character.isWhitespace(text.charAt(i))
                        && "<>=!(),'\"`".indexOf(text.charAt(i)) < 0) {
                    i++;
                }
                tokens.add(new Token(text.substring(start, i), Token.Kind.WORD, start));
            }
        }
        tokens.add(new Token("", Token.Kind.END, text.length()));
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Misunderstood unexpected() {
        Token token = peek();
        return new Misunderstood(token.kind() == Token.Kind.END ? Texts.get("dataset.where.end")
                : Texts.get("dataset.where.unexpected", token.text(), token.at() + 1));
    }

    private boolean accept(String word) {
        if (peek().is(word)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    private Condition any() {
        List<Condition> some = new ArrayList<>(List.of(all()));
        while (accept("or")) {
            some.add(all());
        }
        return some.size() == 1 ? some.getFirst() : new Condition.Any(some);
    }

    private Condition all() {
        List<Condition> some = new ArrayList<>(List.of(one()));
        while (accept("and")) {
            some.add(one());
        }
        return some.size() == 1 ? some.getFirst() : new Condition.All(some);
    }

    private Condition one() {
        if (accept("not")) {
            return new Condition.Not(one());
        }
        if (accept("(")) {
            Condition inside = any();
            expect(")");
            return inside;
        }
        Leaf leaf = leaf();
        boolean not = accept("not");
        Condition condition = test(leaf);
        return not ? new Condition.Not(condition) : condition;
    }

    private Leaf leaf() {
        Token token = peek();
        if (token.kind() == Token.Kind.END || token.kind() == Token.Kind.SIGN) {
            throw unexpected();
        }
        Optional<Leaf> leaf = Leaf.named(columns, token.text()).filter(found -> found.shape() == Leaf.Shape.SINGLE);
        if (leaf.isEmpty()) {
            throw new Misunderstood(Texts.get("dataset.where.column", token.text()));
        }
        next++;
        return leaf.get();
    }

    private Condition test(Leaf leaf) {
        if (accept("is")) {
            boolean not = accept("not");
            Condition condition = accept("nan") ? new Condition.IsNaN(leaf) : isNull(leaf);
            return not ? new Condition.Not(condition) : condition;
        }
        if (accept("in")) {
            expect("(");
            List<Value> values = new ArrayList<>();
            do {
                values.add(value(leaf));
            } while (accept(","));
            expect(")");
            return new Condition.OneOf(leaf, values);
        }
        if (accept("between")) {
            Value from = value(leaf);
            expect("and");
            return range(leaf, from, Condition.Bound.INCLUDED, value(leaf), Condition.Bound.INCLUDED);
        }
        for (Condition.Match match : List.of(Condition.Match.CONTAINS, Condition.Match.STARTS, Condition.Match.ENDS)) {
            if (accept(match.name().toLowerCase(Locale.ROOT))) {
                accept("with");
                String text = peek().text();
                next++;
                return new Condition.TextLike(leaf, match, text, Condition.Case.IGNORED);
            }
        }
        return comparison(leaf);
    }

    private Condition isNull(Leaf leaf) {
        expect("null");
        return new Condition.IsNull(leaf);
    }

    private static Condition range(Leaf leaf, @org.jspecify.annotations.Nullable Value from, Condition.Bound fromBound,
            @org.jspecify.annotations.Nullable Value to, Condition.Bound toBound) {
        return new Condition.Range(leaf, from, fromBound, to, toBound);
    }

    private Condition comparison(Leaf leaf) {
        Token sign = peek();
        if (sign.kind() != Token.Kind.SIGN) {
            throw unexpected();
        }
        next++;
        Value value = value(leaf);
        Condition.Bound in = Condition.Bound.INCLUDED;
        Condition.Bound out = Condition.Bound.EXCLUDED;
        return switch (sign.text()) {
            case "=", "==" -> new Condition.OneOf(leaf, List.of(value));
            case "!=", "<>" -> new Condition.Not(new Condition.OneOf(leaf, List.of(value)));
            case "<" -> range(leaf, null, in, value, out);
            case "<=" -> range(leaf, null, in, value, in);
            case ">" -> range(leaf, value, out, null, in);
            case ">=" -> range(leaf, value, in, null, in);
            default -> {
                next -= 2;
                throw unexpected();
            }
        };
    }

    private Value value(Leaf leaf) {
        Token token = peek();
        if (token.kind() == Token.Kind.END || token.kind() == Token.Kind.SIGN) {
            throw unexpected();
        }
        next++;
        Value value = Literal.of(token.text(), leaf.type());
        if (value == null) {
            throw new Misunderstood(Texts.get("dataset.where.value", token.text(), leaf.path(), leaf.type().label()));
        }
        return value;
    }
}
