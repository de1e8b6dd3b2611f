package cotejo.query;

import cotejo.model.MetricStat;
import cotejo.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what stands left of an operator: an entity with its key, an attribute, or a function of a metric.
final class OperandReader {

    /// The functions, in the order in which they are offered.
    static final Map<String, MetricStat> FUNCTIONS = Map.ofEntries(Map.entry("min", MetricStat.MIN),
            Map.entry("max", MetricStat.MAX), Map.entry("mean", MetricStat.MEAN), Map.entry("avg", MetricStat.MEAN),
            Map.entry("first", MetricStat.FIRST), Map.entry("last", MetricStat.LAST),
            Map.entry("count", MetricStat.COUNT), Map.entry("laststep", MetricStat.LAST_STEP),
            Map.entry("minstep", MetricStat.MIN_STEP), Map.entry("maxstep", MetricStat.MAX_STEP));

    private enum Entity {
        METRIC,
        PARAM,
        TAG,
        ATTRIBUTE,
        DATASET
    }

    private final Parser parser;

    OperandReader(Parser parser) {
        this.parser = parser;
    }

    /// Whether these two tokens start a function call.
    static boolean function(Token name, Token then) {
        String word = name.text().toLowerCase(Locale.ROOT);
        return name.is(Kind.WORD) && then.is(Kind.OPEN) && (word.equals("at") || FUNCTIONS.containsKey(word));
    }

    /// Whether the word begins with an entity's name and a dot.
    static boolean namesEntity(String word) {
        int dot = dot(word);
        return dot > 0 && entity(word.substring(0, dot)) != null;
    }

    Operand read() {
        Token token = parser.peek();
        if (function(token, parser.peek(1))) {
            parser.ours(token, token.text() + "( )");
            return call();
        }
        boolean doubleQuoted = token.is(Kind.STRING) && token.end() - token.start() == token.text().length() + 2;
        if (!token.is(Kind.WORD) && !doubleQuoted) {
            throw parser.stop(token, "query.error.left");
        }
        parser.next();
        return doubleQuoted ? attribute(token, token.text()) : identifier(token);
    }

    private Operand call() {
        String name = parser.next().text().toLowerCase(Locale.ROOT);
        parser.next();
        Token of = parser.expect(Kind.WORD, "query.error.metric");
        if (!(identifier(of) instanceof Operand.Column(ColumnRef.Metric metric))) {
            throw parser.stop(of, "query.error.metric");
        }
        ColumnRef ref;
        if (name.equals("at")) {
            ref = new ColumnRef.MetricAt(metric.key(), step());
        } else {
            @Nullable MetricStat stat = FUNCTIONS.get(name);
            ref = new ColumnRef.Metric(metric.key(), stat == null ? MetricStat.LAST : stat);
        }
        parser.expect(Kind.CLOSE, "query.error.function");
        return new Operand.Column(ref);
    }

    private double step() {
        parser.expect(Kind.COMMA, "query.error.step");
        if (parser.peek().word("step")) {
            parser.next();
            Token equals = parser.expect(Kind.OPERATOR, "query.error.step");
            if (!equals.text().equals("=")) {
                throw parser.stop(equals, "query.error.step");
            }
        }
        return Double.parseDouble(parser.expect(Kind.NUMBER, "query.error.step").text());
    }

    private Operand identifier(Token token) {
        String word = token.text();
        int dot = dot(word);
        if (dot < 0) {
            return attribute(token, bare(word));
        }
        String prefix = word.substring(0, dot);
        @Nullable Entity entity = entity(prefix);
        if (entity == null) {
            throw parser.stop(token, "query.error.entity", prefix);
        }
        String key = bare(word.substring(dot + 1));
        if (key.isEmpty() && word.length() == dot + 1) {
            throw parser.stop(token, "query.error.key", word);
        }
        return switch (entity) {
            case METRIC -> new Operand.Column(ColumnRef.metric(key));
            case PARAM -> new Operand.Column(new ColumnRef.Param(key));
            case TAG -> new Operand.Column(new ColumnRef.Tag(key));
            case ATTRIBUTE -> attribute(token, key);
            case DATASET -> dataset(token, key);
        };
    }

    private Operand attribute(Token token, String key) {
        @Nullable RunAttribute attribute = RunAttribute.named(key, parser.dialect());
        if (attribute == null) {
            List<String> known = new ArrayList<>();
            for (RunAttribute each : RunAttribute.values()) {
                if (each.in(parser.dialect())) {
                    known.add(each.key());
                }
            }
            throw parser.stop(token, "query.error.attribute", key, String.join(", ", known));
        }
        return new Operand.Column(new ColumnRef.Attribute(attribute));
    }

    private Operand dataset(Token token, String key) {
        return switch (key) {
            case "name" -> new Operand.Dataset(Operand.DatasetField.NAME);
            case "digest" -> new Operand.Dataset(Operand.DatasetField.DIGEST);
            case "context" -> new Operand.Dataset(Operand.DatasetField.CONTEXT);
            default -> throw parser.stop(token, "query.error.dataset", key);
        };
    }

    /// The dot between entity and key: the first one, but not inside back-ticks around an attribute such as
    /// `` `Run name` ``.
    static int dot(String word) {
        int from = 0;
        if (word.startsWith("`")) {
            from = Math.max(0, word.indexOf('`', 1));
        }
        return word.indexOf('.', from);
    }

    private static @Nullable Entity entity(String prefix) {
        String name = prefix.length() > 1 && prefix.startsWith("`") && prefix.endsWith("`")
                ? prefix.substring(1, prefix.length() - 1) : prefix;
        return switch (name) {
            case "metric", "metrics" -> Entity.METRIC;
            case "parameter", "parameters", "param", "params" -> Entity.PARAM;
            case "tag", "tags" -> Entity.TAG;
            case "attribute", "attributes", "attr", "run" -> Entity.ATTRIBUTE;
            case "dataset", "datasets" -> Entity.DATASET;
            default -> null;
        };
    }

    /// A key without its quotes: like MLflow, first plain quotes, then back-ticks.
    static String bare(String key) {
        if (key.length() > 2 && (key.startsWith("E'") || key.startsWith("e'")) && key.endsWith("'")) {
            return Quoting.unescape(key.substring(2, key.length() - 1));
        }
        return unquoted(unquoted(unquoted(key, '\''), '"'), '`');
    }

    private static String unquoted(String key, char quote) {
        boolean quoted = key.length() > 1 && key.charAt(0) == quote && key.charAt(key.length() - 1) == quote;
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
