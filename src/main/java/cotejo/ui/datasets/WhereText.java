package cotejo.ui.datasets;

import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.profile.ColumnProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Conditions as text, in the language of `cotejo data --where`, so that what a click asks for can be read and changed.
final class WhereText {

    private static final long DAY = 86_400;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "is", "in", "between", "null", "nan",
            "contains", "starts", "ends", "with", "asc", "desc");

    private WhereText() {
    }

    /// A name, in backquotes where it needs them.
    static String name(Leaf leaf) {
        String path = leaf.path();
        return PLAIN.matcher(path).matches() && !WORDS.contains(path.toLowerCase(java.util.Locale.ROOT)) ? path
                : "`" + path.replace("`", "``") + "`";
    }

    static String isNull(Leaf leaf) {
        return name(leaf) + " is null";
    }

    static String isNotNull(Leaf leaf) {
        return name(leaf) + " is not null";
    }

    static String equal(Leaf leaf, Value value) {
        return value instanceof Value.Real real && Double.isNaN(real.value()) ? name(leaf) + " is nan"
                : name(leaf) + " = " + literal(value);
    }

    /// From one value to another, both included; an empty text is no bound.
    static String range(Leaf leaf, String from, String to) {
        String low = from.isBlank() ? "" : name(leaf) + " >= " + typed(leaf, from);
        String high = to.isBlank() ? "" : name(leaf) + " <= " + typed(leaf, to);
        return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
    }

    static String contains(Leaf leaf, String text) {
        return name(leaf) + " contains " + text(text);
    }

    /// One of some values, with commas between them.
    static String oneOf(Leaf leaf, String values) {
        List<String> all = Arrays.stream(values.split(",")).map(String::strip).filter(value -> !value.isEmpty())
                .map(value -> typed(leaf, value)).toList();
        return all.isEmpty() ? "" : name(leaf) + " in (" + String.join(", ", all) + ")";
    }

    /// One of some values.
    static String oneOf(Leaf leaf, List<Value> values) {
        return values.isEmpty() ? "" : name(leaf) + " in ("
                + String.join(", ", values.stream().map(WhereText::literal).toList()) + ")";
    }

    private static String typed(Leaf leaf, String value) {
        return leaf.type().numeric() || leaf.type() instanceof FieldType.Bool ? value.strip() : text(value.strip());
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// What lies in a bin of a histogram; the last bin includes its end.
    static String bin(Leaf leaf, ColumnProfile.Histogram histogram, int bin) {
        boolean last = bin == histogram.counts().length - 1;
        Value from = edge(leaf, histogram.edges().get(bin), 1);
        Value to = edge(leaf, histogram.edges().get(bin + 1), last ? 0 : 1);
        return name(leaf) + " >= " + literal(from) + " and " + name(leaf) + (last ? " <= " : " < ") + literal(to);
    }

    /// Days have edges between them: the next day, or the one before.
    private static Value edge(Leaf leaf, Value edge, int up) {
        if (leaf.type() instanceof FieldType.Date && edge instanceof Value.Moment moment) {
            long day = Math.floorDiv(moment.epochSecond(), DAY);
            boolean between = Math.floorMod(moment.epochSecond(), DAY) != 0 || moment.nano() != 0;
            return new Value.Day(between ? day + up : day);
        }
        return edge;
    }

    /// Both of two conditions; either may be empty.
    static String both(String first, String second) {
        if (first.isBlank() || first.strip().equals(second)) {
            return second;
        }
        boolean choice = Pattern.compile("\\bor\\b", Pattern.CASE_INSENSITIVE).matcher(first).find();
        return (choice ? "(" + first.strip() + ")" : first.strip()) + " and " + second;
    }

    private static String literal(Value value) {
        return switch (value) {
            case Value.Real real when real.bits() == 64 -> cotejo.text.Figures.exact(real.value());
            case Value.Whole _, Value.Real _, Value.Decimal _, Value.Flag _ -> value.plain();
            case Value other -> text(other.plain());
        };
    }
}
