package cotejo.compare;

import cotejo.text.Texts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Values as a sentence takes them: on one line, and long ones cut around what differs from others.
final class Brief {

    private static final int SHOWN = 3;
    private static final int LONGEST = 40;
    private static final int HEAD = 24;
    private static final int TAIL = 12;

    private Brief() {
    }

    /// The values of a group.
    ///
    /// @param others those of the other group
    static String of(Set<String> values, Set<String> others) {
        String other = others.isEmpty() ? "" : others.iterator().next();
        String listed = values.stream().limit(SHOWN).map(value -> of(value, other)).collect(Collectors.joining(", "));
        return values.size() > SHOWN ? listed + ", …" : listed;
    }

    /// One value against another.
    static String of(String value, String other) {
        if (value.isEmpty()) {
            return Texts.get("compare.explain.none");
        }
        String line = line(value);
        if (line.length() <= LONGEST) {
            return line;
        }
        List<Span> spans = Emphasis.apart(line, line(other));
        return spans.isEmpty() ? line.substring(0, HEAD) + "…" + line.substring(line.length() - TAIL)
                : Excerpt.of(line, spans, LONGEST).text();
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
