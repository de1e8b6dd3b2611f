package cotejo.compare;

import cotejo.model.MetricSummary;
import cotejo.model.NaturalOrder;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Two runs, or two groups of runs, that differ in a metric.
///
/// @param first  the one, or the group, to start from
/// @param second the one, or the group, that differs from it
public record Gap(List<ComparedRun> first, List<ComparedRun> second, String metric) {

    private static final double MOSTLY = 1 / 3.0;

    public Gap {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /// The latest values of a group's runs, without those that are no finite number.
    public static double[] values(List<ComparedRun> runs, String metric) {
        return runs.stream().mapToDouble(run -> {
            @Nullable MetricSummary summary = run.facts().metrics().get(metric);
            return summary == null ? Double.NaN : summary.last();
        }).filter(Double::isFinite).toArray();
    }

    /// The mean of the first group's latest values; NaN when it has none.
    public double firstMean() {
        return Arrays.stream(values(first, metric)).average().orElse(Double.NaN);
    }

    /// The mean of the second group's latest values; NaN when it has none.
    public double secondMean() {
        return Arrays.stream(values(second, metric)).average().orElse(Double.NaN);
    }

    /// How large the gap is, in a sentence.
    public String sentence() {
        double from = firstMean();
        double to = secondMean();
        return Double.isNaN(from) || Double.isNaN(to) ? Texts.get("compare.explain.noMetric", metric)
                : Texts.get("compare.explain.headline", metric, Figures.brief(from, 5), Figures.brief(to, 5),
                        Figures.brief(to - from, 3));
    }

    /// What one group has under a key, missing values as empty texts, each once.
    static Set<String> said(List<ComparedRun> runs, Function<ComparedRun, @Nullable String> of) {
        Set<String> said = new TreeSet<>(NaturalOrder.INSTANCE);
        runs.forEach(run -> {
            @Nullable String value = of.apply(run);
            said.add(value == null ? "" : value);
        });
        return said;
    }

    /// Whether what the groups have under a key tells them apart: no value is in both.
    boolean parts(Function<ComparedRun, @Nullable String> of) {
        Set<String> ofFirst = said(first, of);
        return said(second, of).stream().noneMatch(ofFirst::contains);
    }

    /// What most runs of each group have under a key that mostly tells the groups apart.
    ///
    /// @param ofFirst  how many of the first group have its usual value
    /// @param ofSecond how many of the second group have its usual value
    record Leaning(String first, long ofFirst, String second, long ofSecond) {
    }

    /// How the groups lean to different values under a key, when some value is in both and yet at least two thirds of
    /// their distributions do not overlap. A run alone leans to nothing.
    Optional<Leaning> leaning(Function<ComparedRun, @Nullable String> of) {
        Map<String, Long> ofFirst = counted(first, of);
        Map<String, Long> ofSecond = counted(second, of);
        double shared = 0;
        for (Map.Entry<String, Long> one : ofFirst.entrySet()) {
            shared += Math.min((double) one.getValue() / first.size(),
                    (double) ofSecond.getOrDefault(one.getKey(), 0L) / second.size());
        }
        if (Math.min(first.size(), second.size()) < 2 || shared == 0 || shared > MOSTLY) {
            return Optional.empty();
        }
        Map.Entry<String, Long> usual = usual(ofFirst);
        Map.Entry<String, Long> other = usual(ofSecond);
        return usual.getKey().equals(other.getKey()) ? Optional.empty()
                : Optional.of(new Leaning(usual.getKey(), usual.getValue(), other.getKey(), other.getValue()));
    }

    private static Map<String, Long> counted(List<ComparedRun> runs, Function<ComparedRun, @Nullable String> of) {
        Map<String, Long> counts = new TreeMap<>(NaturalOrder.INSTANCE);
        runs.forEach(run -> {
            @Nullable String value = of.apply(run);
            counts.merge(value == null ? "" : value, 1L, Long::sum);
        });
        return counts;
    }

    private static Map.Entry<String, Long> usual(Map<String, Long> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }

    /// The keys that any of the runs has, in natural order.
    List<String> keys(Function<ComparedRun, ? extends java.util.Collection<String>> of) {
        Set<String> keys = new TreeSet<>(NaturalOrder.INSTANCE);
        first.forEach(run -> keys.addAll(of.apply(run)));
        second.forEach(run -> keys.addAll(of.apply(run)));
        return new ArrayList<>(keys);
    }
}
