package cotejo.command;

import cotejo.preview.Fact;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Facts for eyes: a name and a value a line, what belongs to another fact set in below it.
final class FactLines {

    private static final int NAME = 22;
    private static final int WIDEST = 160;
    private static final int DEEPEST = 3;
    private static final int LONGEST_LIST = 60;

    private final Writer out;

    FactLines(Writer out) {
        this.out = out;
    }

    void text(String name, String value) throws IOException {
        text(name, value, 0);
    }

    private void text(String name, String value, int depth) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        String plain = TerminalTable.plain(value);
        String cut = plain.codePointCount(0, plain.length()) > WIDEST
                ? plain.substring(0, plain.offsetByCodePoints(0, WIDEST - 1)) + "…" : plain;
        String head = "  ".repeat(depth) + TerminalTable.fit(name);
        out.write(head + " ".repeat(Math.max(2, NAME - head.codePointCount(0, head.length()))) + cut + "\n");
    }

    void fields(Fact.Fields fields) throws IOException {
        fields(fields, 0);
    }

    private void fields(Fact.Fields fields, int depth) throws IOException {
        for (Map.Entry<String, Fact> entry : fields.fields().entrySet()) {
            field(entry.getKey(), entry.getValue(), depth);
        }
    }

    private void field(String name, Fact fact, int depth) throws IOException {
        boolean counts = fact instanceof Fact.Fields inner
                && inner.fields().values().stream().allMatch(value -> value instanceof Fact.Whole);
        switch (fact) {
            case Fact.Fields inner when counts || depth >= DEEPEST -> text(name, oneLine(inner), depth);
            case Fact.Fields inner -> {
                out.write("  ".repeat(depth) + TerminalTable.fit(name) + "\n");
                fields(inner, depth + 1);
            }
            case Fact.Items items when items.items().stream().anyMatch(FactLines::nested) -> {
                int shown = 0;
                for (Fact item : items.items()) {
                    if (shown++ < LONGEST_LIST) {
                        text(shown == 1 ? name : "", oneLine(item), depth);
                    }
                }
            }
            case Fact other -> text(name, other.line(), depth);
        }
    }

    private static boolean nested(Fact fact) {
        return fact instanceof Fact.Fields || fact instanceof Fact.Items;
    }

    private static String oneLine(Fact fact) {
        return switch (fact) {
            case Fact.Fields fields -> {
                List<String> parts = new ArrayList<>();
                fields.fields().forEach((name, value) -> {
                    String text = nested(value) ? oneLine(value) : value.line();
                    parts.add(name.equals("class") ? text : name + "=" + text);
                });
                yield String.join(" ", parts);
            }
            case Fact.Items items -> "[" + String.join(", ", items.items().stream().limit(20).map(FactLines::oneLine)
                    .toList()) + "]";
            case Fact other -> other.line();
        };
    }
}
