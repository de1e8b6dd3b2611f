package cotejo.compare;

import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two groups of runs that are held against each other. No run is in both.
///
/// @param label what sets them apart, as a choice to offer
public record Groups(String label, Side first, Side second) {

    private static final int MOST_VALUES = 6;
    private static final int MOST = 60;

    /// One of the groups.
    ///
    /// @param name what it is called; a run's name where it is one run
    public record Side(String name, List<ComparedRun> runs) {

        public Side {
            runs = List.copyOf(runs);
        }
    }

    /// Two groups by what they are called.
    public static Groups of(Side first, Side second) {
        return new Groups(Texts.get("compare.groups.two", first.name(), second.name()), first, second);
    }

    /// One run against the others.
    ///
    /// @param runs at least two
    /// @param one  the place of the one
    public static Groups against(List<ComparedRun> runs, int one) {
        List<ComparedRun> others = new ArrayList<>(runs);
        ComparedRun base = others.remove(one);
        boolean two = others.size() == 1;
        String name = two ? others.getFirst().run().name() : Texts.get("compare.groups.others");
        return of(new Side(base.run().name(), List.of(base)), new Side(name, others));
    }

    /// The ways to part the runs in two: the baseline (or first run) against the others, one of two against the other,
    /// and each pair of values of a param that differs, the pairs with most runs first.
    public static List<Groups> of(Comparison comparison) {
        List<Groups> ways = new ArrayList<>();
        for (Row row : comparison.rows(Section.Kind.PARAMS)) {
            if (row.differs() && comparison.runs().size() > 2) {
                differing(row).forEach(one -> pairs(comparison, one, ways));
            }
        }
        ways.sort(Comparator.comparingInt(Groups::least).reversed());
        List<Groups> all = new ArrayList<>(ways.subList(0, Math.min(MOST, ways.size())));
        if (comparison.runs().size() > 1) {
            boolean few = all.isEmpty() || all.getFirst().least() < 2;
            all.add(few ? 0 : all.size(), against(comparison.runs(), Math.max(0, comparison.baseline())));
        }
        return all;
    }

    /// The leaves of a tree that differ, under their whole names; a row that is no tree by itself.
    private static List<Row> differing(Row row) {
        return row.parts().isEmpty() ? List.of(row) : row.parts().stream().filter(Row::differs)
                .map(part -> Row.of(part.key().startsWith("[") ? row.key() + part.key() : row.key() + "." + part.key(),
                        part.unit(), part.values(), part.verdict(), List.of())).toList();
    }

    private int least() {
        return Math.min(first.runs().size(), second.runs().size());
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
                String first = brief(values.get(i), values.get(j));
                String second = brief(values.get(j), values.get(i));
                ways.add(new Groups(Texts.get("compare.groups.param", row.key(), first, second),
                        new Side(row.key() + " = " + first, byValue.getOrDefault(values.get(i), List.of())),
                        new Side(row.key() + " = " + second, byValue.getOrDefault(values.get(j), List.of()))));
            }
        }
    }

    private static String brief(Value value, Value other) {
        return Brief.of(text(value), text(other));
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String whole) ? whole : value.toString();
    }

    @Override
    public String toString() {
        return label + "  (" + first.runs().size() + " : " + second.runs().size() + ")";
    }
}
