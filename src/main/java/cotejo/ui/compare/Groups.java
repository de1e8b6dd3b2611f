package cotejo.ui.compare;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.compare.Value;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two groups among the runs that are compared.
///
/// @param label what sets them apart, as a choice to offer
record Groups(String label, List<ComparedRun> first, List<ComparedRun> second) {

    private static final int MOST_VALUES = 6;
    private static final int MOST = 60;

    /// The ways to part the runs in two: the baseline (or first run) against the others, one of two against the other,
    /// and each pair of values of a param that differs, the pairs with most runs first.
    static List<Groups> of(Comparison comparison) {
        List<Groups> ways = new ArrayList<>();
        for (Row row : comparison.rows(Section.Kind.PARAMS)) {
            if (row.differs() && comparison.runs().size() > 2) {
                pairs(comparison, row, ways);
            }
        }
        ways.sort(java.util.Comparator.comparingInt((Groups way) ->
                Math.min(way.first.size(), way.second.size())).reversed());
        List<Groups> all = new ArrayList<>(ways.subList(0, Math.min(MOST, ways.size())));
        int base = Math.max(0, comparison.baseline());
        List<ComparedRun> others = new ArrayList<>(comparison.runs());
        if (others.size() > 1) {
            ComparedRun one = others.remove(base);
            Groups against = new Groups(Texts.get(others.size() == 1 ? "compare.groups.two" : "compare.groups.base",
                    one.run().name(), others.getFirst().run().name()), List.of(one), others);
            boolean few = all.isEmpty() || Math.min(all.getFirst().first.size(), all.getFirst().second.size()) < 2;
            all.add(few ? 0 : all.size(), against);
        }
        return all;
    }

    private static void pairs(Comparison comparison, Row row, List<Groups> ways) {
        Map<Value, List<ComparedRun>> byValue = new LinkedHashMap<>();
        for (int i = 0; i < row.values().size(); i++) {
            if (!row.values().get(i).isMissing()) {
                byValue.computeIfAbsent(row.values().get(i), any -> new ArrayList<>()).add(comparison.runs().get(i));
            }
        }
        if (byValue.size() > MOST_VALUES) {
            return;
        }
        List<Value> values = new ArrayList<>(byValue.keySet());
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                ways.add(new Groups(Texts.get("compare.groups.param", row.key(), text(values.get(i)),
                        text(values.get(j))), byValue.getOrDefault(values.get(i), List.of()),
                        byValue.getOrDefault(values.get(j), List.of())));
            }
        }
    }

    private static String text(Value value) {
        String text = value instanceof Value.Text(String whole) ? whole : value.toString();
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }

    @Override
    public String toString() {
        return label + "  (" + first.size() + " : " + second.size() + ")";
    }
}
