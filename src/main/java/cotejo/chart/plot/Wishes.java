package cotejo.chart.plot;

import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The options of a panel, read.
record Wishes(PanelSpec spec) {

    /// The column of an option, when one was chosen.
    Optional<ColumnRef> column(String name) throws PlotException {
        String text = spec.option(name, "").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(name, text));
    }

    /// The columns of an option, in order, each once.
    List<ColumnRef> columns(String name) throws PlotException {
        List<ColumnRef> found = new ArrayList<>();
        for (String part : parts(spec.option(name, ""))) {
            ColumnRef ref = parse(name, part);
            if (!found.contains(ref)) {
                found.add(ref);
            }
        }
        return found;
    }

    private static ColumnRef parse(String name, String text) throws PlotException {
        ColumnRef ref = ColumnRef.parse(text);
        if (ref == null) {
            throw new PlotException(Texts.get("plots.error.column", name, text));
        }
        return ref;
    }

    /// Operands between commas that stand outside of quotes and parentheses.
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char quote = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '`' || c == '\'') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (c == ',' && quote == 0 && depth == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /// Columns as an option that [#columns] reads back.
    static String text(List<ColumnRef> columns) {
        return String.join(", ", columns.stream().map(ColumnRef::text).toList());
    }

    /// One of the constants of an enum, its first when nothing was chosen.
    <E extends Enum<E>> E choice(String name, Class<E> type) throws PlotException {
        E[] all = type.getEnumConstants();
        String text = spec.option(name, all[0].name()).strip().toUpperCase(Locale.ROOT);
        for (E one : all) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        throw new PlotException(Texts.get("plots.error.choice", name, text,
                String.join(", ", Arrays.stream(all).map(Enum::name).toList())));
    }

    /// A whole number between two bounds.
    int number(String name, int otherwise, int least, int most) throws PlotException {
        String text = spec.option(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw new PlotException(Texts.get("plots.error.number", name, text, Integer.toString(least),
                Integer.toString(most)));
    }
}
