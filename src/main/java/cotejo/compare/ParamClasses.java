package cotejo.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The runs of an experiment in classes by what a param is set to, so that a metric can be held against them. Values
/// that repeat are classes by themselves. Of values that hardly do, numbers are put into classes of about as many runs,
/// and of others no more can be asked than whether a run has any: a path or an id of each run explains everything and
/// therefore nothing.
///
/// @param group the class of each run
record ParamClasses(Peers.Basis basis, int[] group) {

    private static final int MOST = 5;
    private static final int LEAST = 2;
    private static final int RUNS_A_CLASS = 4;

    /// @param values of the runs, null where a run has none
    static ParamClasses of(List<@Nullable String> values) {
        int n = values.size();
        if (n < Peers.ENOUGH) {
            return new ParamClasses(Peers.Basis.FEW, new int[n]);
        }
        Map<String, Integer> counts = new HashMap<>();
        int present = 0;
        for (@Nullable String value : values) {
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
                present++;
            }
        }
        int repeated = counts.values().stream().filter(count -> count > 1).mapToInt(count -> count).sum();
        if (2 * repeated >= present) {
            return new ParamClasses(Peers.Basis.VALUES, numbered(values));
        }
        double[] numbers = values.stream().mapToDouble(value -> value == null ? Double.NaN : Numerals.parse(value))
                .toArray();
        if (IntStream.range(0, n).noneMatch(i -> values.get(i) != null && Double.isNaN(numbers[i]))) {
            return new ParamClasses(Peers.Basis.CLASSES, classes(numbers, present));
        }
        boolean both = present >= LEAST && n - present >= LEAST;
        return new ParamClasses(both ? Peers.Basis.PRESENCE : Peers.Basis.UNIQUE,
                values.stream().mapToInt(value -> value == null ? 0 : 1).toArray());
    }

    private static int[] numbered(List<@Nullable String> values) {
        Map<@Nullable String, Integer> numbers = new HashMap<>();
        int[] group = new int[values.size()];
        for (int i = 0; i < group.length; i++) {
            Integer known = numbers.get(values.get(i));
            if (known == null) {
                known = numbers.size();
                numbers.put(values.get(i), known);
            }
            group[i] = known;
        }
        return group;
    }

    /// Equal numbers are in the same class; what is none (NaN) in a last one of its own.
    private static int[] classes(double[] numbers, int present) {
        int wanted = Math.clamp(present / RUNS_A_CLASS, LEAST, MOST);
        int[] order = IntStream.range(0, numbers.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> numbers[i])).mapToInt(i -> i).toArray();
        int[] group = new int[numbers.length];
        int last = -1;
        int at = -1;
        for (int i = 0; i < present; i++) {
            int due = (int) ((long) i * wanted / present);
            if (i == 0 || due > last && numbers[order[i]] != numbers[order[i - 1]]) {
                at++;
                last = due;
            }
            group[order[i]] = at;
        }
        int missing = at + 1;
        Arrays.stream(order, present, order.length).forEach(i -> group[i] = missing);
        return group;
    }
}
