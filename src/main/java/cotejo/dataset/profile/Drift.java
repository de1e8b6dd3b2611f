package cotejo.dataset.profile;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the columns of one dataset have moved away from those of another with the same names.
public final class Drift {

    /// Rows looked at of each dataset; smaller ones are looked at as a whole.
    public static final long SAMPLE = 200_000;
    /// Columns of a file that is read row by row are looked at together.
    private static final int GROUP = 8;
    private static final int DECILES = 10;
    /// Stands for an empty bin, so that the logarithm exists.
    private static final double LEAST = 1e-4;

    private Drift() {
    }

    /// Takes what is found, column by column, on the thread that looks.
    public interface Found {
        void drift(ColumnDrift drift);

        /// A column that cannot be read; the others go on.
        void failed(String name, UnreadableData why);
    }

    /// How the schemas differ.
    ///
    /// @param retyped   names with another type
    /// @param reordered names whose order among the common ones is another
    public record SchemaDiff(List<String> added, List<String> removed, List<String> retyped, List<String> reordered) {
    }

    /// How a column has moved.
    ///
    /// @param psi       population stability index over the deciles, or categories, of the first (0.1 is small, 0.25
    ///                  much); NaN where it has no meaning
    /// @param ks        Kolmogorov and Smirnov's distance between the distributions of numbers; NaN for others
    /// @param fresh     categories that only the second has
    /// @param vanished  categories that only the first has
    /// @param nullsBefore share of nulls in the first
    /// @param nullsAfter  share of nulls in the second
    /// @param rows      rows looked at in each, the smaller number
    /// @param shape     how the values are spread in both
    public record ColumnDrift(String name, FieldType type, double psi, double ks, List<String> fresh,
            List<String> vanished, double nullsBefore, double nullsAfter, long rows, DriftShape shape) {

        /// What moved most comes first.
        public static final Comparator<ColumnDrift> MOVED_MOST_FIRST = Comparator
                .comparingDouble(ColumnDrift::weight).reversed();


        /// What columns are sorted by: the greatest of the measures.
        public double weight() {
            double shape = Math.max(Double.isNaN(psi) ? 0 : psi, Double.isNaN(ks) ? 0 : ks);
            return Math.max(shape, Math.abs(nullsAfter - nullsBefore));
        }
    }

    /// What differs between the columns by name.
    public static SchemaDiff schema(List<Field> before, List<Field> after) {
        Map<String, Field> old = byName(before);
        Map<String, Field> now = byName(after);
        List<String> retyped = new ArrayList<>();
        old.forEach((name, field) -> {
            Field other = now.get(name);
            if (other != null && !other.type().label().equals(field.type().label())) {
                retyped.add(name);
            }
        });
        List<String> common = old.keySet().stream().filter(now::containsKey).toList();
        List<String> order = now.keySet().stream().filter(old::containsKey).toList();
        List<String> reordered = new ArrayList<>();
        for (int i = 0; i < common.size(); i++) {
            if (!common.get(i).equals(order.get(i))) {
                reordered.add(order.get(i));
            }
        }
        return new SchemaDiff(now.keySet().stream().filter(name -> !old.containsKey(name)).toList(),
                old.keySet().stream().filter(name -> !now.containsKey(name)).toList(), retyped, reordered);
    }

    private static Map<String, Field> byName(List<Field> fields) {
        Map<String, Field> named = new LinkedHashMap<>();
        fields.forEach(field -> named.putIfAbsent(field.name(), field));
        return named;
    }

    /// The columns both have, those that moved most first. From up to [#SAMPLE] rows of each, spread over the file.
    ///
    /// @throws UnreadableData when one of the columns cannot be read
    public static List<ColumnDrift> columns(Dataset before, Dataset after, Progress progress, Cancel cancel)
            throws IOException {
        List<ColumnDrift> drifts = new ArrayList<>();
        List<UnreadableData> failures = new ArrayList<>();
        each(before, after, new Found() {
            @Override
            public void drift(ColumnDrift drift) {
                drifts.add(drift);
            }

            @Override
            public void failed(String name, UnreadableData why) {
                failures.add(why);
            }
        }, progress, cancel);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        drifts.sort(ColumnDrift.MOVED_MOST_FIRST);
        return drifts;
    }

    /// Tells how each column that both have has moved as soon as it is known; one that cannot be read does not keep the
    /// others from being looked at.
    public static void each(Dataset before, Dataset after, Found found, Progress progress, Cancel cancel)
            throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        List<Leaf> others = new ArrayList<>();
        Map<String, Leaf> there = new HashMap<>();
        Leaf.of(after.columns()).forEach(leaf -> there.putIfAbsent(leaf.path(), leaf));
        for (Leaf leaf : Leaf.of(before.columns())) {
            Leaf other = there.get(leaf.path());
            if (leaf.shape() == Leaf.Shape.SINGLE && other != null && other.shape() == Leaf.Shape.SINGLE) {
                leaves.add(leaf);
                others.add(other);
            }
        }
        boolean rows = before.layout() == Dataset.Layout.ROWS || after.layout() == Dataset.Layout.ROWS;
        int group = rows ? GROUP : 1;
        for (int from = 0; from < leaves.size(); from += group) {
            int to = Math.min(leaves.size(), from + group);
            progress.report(leaves.get(from).path(), from, leaves.size());
            group(before, leaves.subList(from, to), after, others.subList(from, to), found, cancel);
        }
        progress.report("", leaves.size(), leaves.size());
    }

    private static void group(Dataset before, List<Leaf> leaves, Dataset after, List<Leaf> others, Found found,
            Cancel cancel) throws IOException {
        try {
            List<Vector> a = DriftSample.of(before, leaves, cancel);
            List<Vector> b = DriftSample.of(after, others, cancel);
            for (int i = 0; i < leaves.size(); i++) {
                cancel.check();
                found.drift(column(a.get(i), leaves.get(i), b.get(i), others.get(i)));
            }
        } catch (UnreadableData why) {
            leaves.forEach(leaf -> found.failed(leaf.path(), why));
        }
    }

    private static ColumnDrift column(Vector a, Leaf leaf, Vector b, Leaf other) {
        double nullsBefore = nulls(a);
        double nullsAfter = nulls(b);
        long rows = Math.min(a.size(), b.size());
        boolean numbers = (leaf.type().numeric() || leaf.type().temporal()) && other.type().getClass()
                .equals(leaf.type().getClass()) || leaf.type().numeric() && other.type().numeric();
        if (numbers) {
            double[] x = numbers(a, leaf.type());
            double[] y = numbers(b, other.type());
            return new ColumnDrift(leaf.path(), leaf.type(), psi(x, y), ks(x, y), List.of(), List.of(), nullsBefore,
                    nullsAfter, rows, DriftShape.bins(x, y, leaf.type()));
        }
        Map<String, Long> x = categories(a, leaf.type());
        Map<String, Long> y = categories(b, other.type());
        boolean few = x.size() <= 1000 && y.size() <= 1000;
        return new ColumnDrift(leaf.path(), leaf.type(), few ? psi(x, y) : Double.NaN, Double.NaN,
                few ? missing(y, x) : List.of(), few ? missing(x, y) : List.of(), nullsBefore, nullsAfter, rows,
                DriftShape.words(x, y));
    }

    private static double nulls(Vector vector) {
        long nulls = 0;
        for (int i = 0; i < vector.size(); i++) {
            nulls += vector.isNull(i) ? 1 : 0;
        }
        return vector.size() == 0 ? 0 : (double) nulls / vector.size();
    }

    /// Numbers in order, nulls and NaN left out; times count from 1970 in seconds.
    private static double[] numbers(Vector vector, FieldType type) {
        double[] numbers = new double[vector.size()];
        int used = 0;
        for (int i = 0; i < vector.size(); i++) {
            if (!vector.isNull(i)) {
                Value value = vector.value(i, type);
                double number = switch (value) {
                    case Value.Day day -> day.epochDay() * 86_400.0;
                    case Value.TimeOfDay time -> time.nanos() * 1e-9;
                    case Value.Span span -> span.days() * 86_400.0 + span.seconds() + span.nanos() * 1e-9;
                    default -> ValueTally.number(value);
                };
                if (!Double.isNaN(number)) {
                    numbers[used++] = number;
                }
            }
        }
        double[] sorted = Arrays.copyOf(numbers, used);
        Arrays.sort(sorted);
        return sorted;
    }

    /// The greatest distance between the two empirical distribution functions. Both arrays are in order.
    public static double ks(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            return Double.NaN;
        }
        double greatest = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] <= at) {
                i++;
            }
            while (j < y.length && y[j] <= at) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((double) i / x.length - (double) j / y.length));
        }
        return greatest;
    }

    /// The population stability index over the deciles of `x`. Both arrays are in order.
    public static double psi(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            return Double.NaN;
        }
        Set<Double> edges = new LinkedHashSet<>();
        for (int i = 1; i < DECILES; i++) {
            edges.add(x[(int) ((long) x.length * i / DECILES)]);
        }
        double sum = 0;
        int fromX = 0;
        int fromY = 0;
        for (double edge : edges) {
            int toX = below(x, edge);
            int toY = below(y, edge);
            sum += term(toX - fromX, x.length, toY - fromY, y.length);
            fromX = toX;
            fromY = toY;
        }
        return sum + term(x.length - fromX, x.length, y.length - fromY, y.length);
    }

    private static int below(double[] sorted, double edge) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < edge) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double term(long x, long allX, long y, long allY) {
        double p = Math.max(LEAST, (double) x / allX);
        double q = Math.max(LEAST, (double) y / allY);
        return (q - p) * Math.log(q / p);
    }

    private static double psi(Map<String, Long> x, Map<String, Long> y) {
        long allX = x.values().stream().mapToLong(Long::longValue).sum();
        long allY = y.values().stream().mapToLong(Long::longValue).sum();
        if (allX == 0 || allY == 0) {
            return Double.NaN;
        }
        Set<String> keys = new LinkedHashSet<>(x.keySet());
        keys.addAll(y.keySet());
        return keys.stream().mapToDouble(key -> term(x.getOrDefault(key, 0L), allX, y.getOrDefault(key, 0L), allY))
                .sum();
    }

    private static Map<String, Long> categories(Vector vector, FieldType type) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < vector.size(); i++) {
            if (!vector.isNull(i)) {
                counts.merge(vector.value(i, type).plain(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static List<String> missing(Map<String, Long> from, Map<String, Long> in) {
        return from.keySet().stream().filter(key -> !in.containsKey(key)).sorted().limit(100).toList();
    }
}
