package cotejo.compare;

import cotejo.model.NaturalOrder;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes rows of what runs have: one value a run, and whether they are the same.
record Rowing(List<ComparedRun> runs, Rules rules, Cancel cancel) {

    /// How a text is understood.
    enum Reading {
        /// To the letter: digests and versions are no numbers.
        LITERAL,
        /// As a number where a tolerance is set, and as a tree where all runs have one.
        NESTED
    }

    /// The keys that any run has, without the ignored ones.
    List<String> keys(Function<ComparedRun, ? extends Collection<String>> of) {
        Set<String> keys = new HashSet<>();
        runs.forEach(run -> keys.addAll(of.apply(run)));
        return ordered(keys);
    }

    List<Row> texts(Function<ComparedRun, ? extends SortedMap<String, String>> of, Reading reading) {
        // A run is gone through once, rather than searched for every key of the others.
        Map<String, Value[]> found = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            for (Map.Entry<String, String> entry : of.apply(runs.get(i)).entrySet()) {
                Value @Nullable [] values = found.get(entry.getKey());
                if (values == null) {
                    values = new Value[runs.size()];
                    Arrays.fill(values, Value.missing());
                    found.put(entry.getKey(), values);
                }
                values[i] = Value.of(entry.getValue());
            }
        }
        List<Row> rows = new ArrayList<>(found.size());
        for (String key : ordered(found.keySet())) {
            cancel.check();
            List<Value> values = Arrays.asList(found.get(key));
            rows.add(reading == Reading.NESTED ? nested(key, values) : literal(key, values));
        }
        return rows;
    }

    private List<String> ordered(Set<String> keys) {
        List<String> ordered = new ArrayList<>(keys);
        ordered.removeIf(rules.ignoring()::ignores);
        ordered.sort(NaturalOrder.INSTANCE);
        return ordered;
    }

    List<Value> values(Function<ComparedRun, Value> of) {
        List<Value> values = new ArrayList<>(runs.size());
        runs.forEach(run -> values.add(of.apply(run)));
        return values;
    }

    Row literal(String key, List<Value> values) {
        return Row.of(key, Value.Unit.LITERAL, values, same(values, Tolerance.NONE), List.of());
    }

    Row figures(String key, Value.Unit unit, List<Value> values) {
        Tolerance tolerance = unit == Value.Unit.TIME ? Tolerance.NONE : rules.tolerance();
        return Row.of(key, unit, values, same(values, tolerance), List.of());
    }

    private Row nested(String key, List<Value> values) {
        Verdict verdict = same(values, rules.tolerance());
        List<Row> parts = parts(values);
        if (verdict == Verdict.DIFFERENT && !parts.isEmpty() && values.stream().noneMatch(Value::isMissing)
                && parts.stream().noneMatch(Row::differs)) {
            verdict = Verdict.SAME;
        }
        return Row.of(key, Value.Unit.NONE, values, verdict, parts);
    }

    /// The leaves of structured texts; none when one of the texts has no structure.
    List<Row> parts(List<Value> values) {
        Map<String, Optional<Map<String, Value>>> read = new HashMap<>();
        List<Map<String, Value>> trees = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        for (Value value : values) {
            Optional<Map<String, Value>> leaves = value instanceof Value.Text(String text)
                    ? read.computeIfAbsent(text, Nested::leaves) : Optional.of(Map.of());
            if (leaves.isEmpty()) {
                return List.of();
            }
            trees.add(leaves.get());
            paths.addAll(leaves.get().keySet());
        }
        paths.removeIf(rules.ignoring()::ignores);
        List<Row> parts = new ArrayList<>();
        for (String path : paths) {
            List<Value> leaves = trees.stream().map(tree -> tree.getOrDefault(path, Value.missing())).toList();
            parts.add(Row.of(path, Value.Unit.NONE, leaves, same(leaves, rules.tolerance()), List.of()));
        }
        return parts;
    }

    static Verdict same(List<Value> values, Tolerance tolerance) {
        Value first = values.getFirst();
        for (Value value : values) {
            if (!tolerance.same(first, value)) {
                return Verdict.DIFFERENT;
            }
        }
        return tolerance.scale() != Tolerance.Scale.LITERAL && !within(values, tolerance) ? Verdict.DIFFERENT
                : Verdict.SAME;
    }

    /// With a tolerance being near the first is not enough: the least and the greatest have to be near each other.
    private static boolean within(List<Value> values, Tolerance tolerance) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Value value : values) {
            double number = value.asNumber();
            if (Double.isNaN(number)) {
                return true;
            }
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }
        return least == greatest || tolerance.forgives(least, greatest);
    }
}
