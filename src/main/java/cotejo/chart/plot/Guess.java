package cotejo.chart.plot;

import cotejo.model.Experiment;
import cotejo.model.MetricColumn;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a chart shows where nobody chose: the columns in which its runs differ, and the metric that matters.
final class Guess {

    private static final Pattern SEED = Pattern.compile("(?i)(^|[._/-])(seed|random_state)$|_seed$");
    private static final String PRIMARY = "mlflow.experiment.primaryMetric.name";
    private static final String GREATER = "mlflow.experiment.primaryMetric.greaterIsBetter";
    private static final Set<String> LESS = Set.of("loss", "error", "err", "rmse", "mse", "mae", "mape", "perplexity",
            "ppl", "wer", "cer", "fid", "nll", "bpb", "bpc", "time", "seconds", "latency", "cost", "regret", "eer",
            "logloss", "brier", "deviance", "memory", "params", "flops", "duration");

    /// Params that are looked at, when very many differ.
    private static final int MOST = 200;

    /// With more metrics than this, few runs are asked for each.
    private static final int MANY = 2000;
    private static final int FEW = 64;
    private static final int ENOUGH = 1000;

    private final PlotRuns runs;

    Guess(PlotRuns runs) {
        this.runs = runs;
    }

    /// The metrics most of the runs have, the experiment's primary one first.
    List<ColumnRef> metrics() {
        RunFrame frame = runs.frame();
        @Nullable String primary = tag(PRIMARY);
        Map<String, Integer> present = new HashMap<>();
        int step = Math.max(1, runs.size() / (frame.metricKeys().size() > MANY ? FEW : ENOUGH));
        for (String key : frame.metricKeys()) {
            int count = present(key, step);
            if (count > 0) {
                present.put(key, count);
            }
        }
        Comparator<String> order = Comparator.<String>comparingInt(key -> key.equals(primary) ? 0 : 1)
                .thenComparingInt(key -> key.startsWith("system/") ? 1 : 0)
                .thenComparingInt(key -> -present.getOrDefault(key, 0))
                .thenComparingInt(key -> important(key) ? 0 : 1)
                .thenComparing(Comparator.naturalOrder());
        return present.keySet().stream().sorted(order).map(ColumnRef::metric).toList();
    }

    private static boolean important(String key) {
        String low = key.toLowerCase(Locale.ROOT);
        return low.contains("val") || low.contains("test");
    }

    private int present(String key, int step) {
        @Nullable MetricColumn column = runs.frame().metric(key);
        int count = 0;
        for (int run = 0; column != null && run < runs.size(); run += step) {
            count += column.has(runs.row(run)) ? 1 : 0;
        }
        return count;
    }

    /// The params in which the runs differ, those with few missing values first, seeds and names of runs last; of very
    /// many the best filled ones.
    List<PlotColumn> params() {
        return runs.frame().paramKeys().stream().map(key -> runs.frame().param(key))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(column -> -column.present()))
                .filter(this::varies).limit(MOST)
                .map(column -> runs.column(new ColumnRef.Param(column.key())))
                .sorted(Comparator.comparingInt(Guess::dullness).thenComparingInt(PlotColumn::undrawn)).toList();
    }

    /// How many params there are in which the runs differ.
    int varying() {
        return (int) runs.frame().paramKeys().stream().map(key -> runs.frame().param(key)).filter(Objects::nonNull)
                .filter(this::varies).count();
    }

    /// Whether nearly every run has its own word here, such as a path or a name: that explains nothing.
    static boolean ownWay(PlotColumn column) {
        return !column.numeric() && column.categories().size() > 10
                && column.categories().size() > 0.8 * (column.size() - column.undrawn());
    }

    /// What most runs lack, and then what only tells them apart, comes last.
    private static int dullness(PlotColumn column) {
        return ownWay(column) ? 3 : 2 * column.undrawn() > column.size() ? 2 : SEED.matcher(column.name()).find() ? 1
                : 0;
    }

    /// Whether two runs have different values; that some have none makes no axis.
    private boolean varies(TextColumn column) {
        @Nullable String first = null;
        for (int run = 0; run < runs.size(); run++) {
            @Nullable String value = column.value(runs.row(run));
            if (first == null) {
                first = value;
            } else if (value != null && !value.equals(first)) {
                return true;
            }
        }
        return false;
    }

    /// The metric that matters, or the duration when the runs have none.
    ColumnRef metric() {
        return metrics().stream().findFirst().orElse(ColumnRef.attribute(RunAttribute.DURATION));
    }

    /// A param to put something over: of numbers if there is one, else any, else the time of start.
    ColumnRef number() {
        return Stream.concat(params().stream().filter(PlotColumn::numeric), params().stream())
                .findFirst().map(PlotColumn::ref).orElse(ColumnRef.attribute(RunAttribute.START));
    }

    /// A column of few values that sorts the runs into groups, if there is one.
    Optional<ColumnRef> group() {
        return params().stream().filter(column -> groups(column) >= 2 && groups(column) <= 12)
                .min(Comparator.comparingInt((PlotColumn column) -> column.numeric() ? 1 : 0))
                .map(PlotColumn::ref);
    }

    private static long groups(PlotColumn column) {
        return column.numeric() ? java.util.Arrays.stream(column.values()).distinct().limit(13).count()
                : column.categories().size();
    }

    /// Whether less is better: by the experiment's tags for its primary metric, else by the words in the name.
    boolean lowerIsBetter(ColumnRef ref) {
        if (ref instanceof ColumnRef.Metric metric) {
            @Nullable String greater = metric.key().equals(tag(PRIMARY)) ? tag(GREATER) : null;
            return greater == null ? soundsLess(metric.key()) : !greater.strip().equalsIgnoreCase("true");
        }
        return !(ref instanceof ColumnRef.MetricAt at) || soundsLess(at.key());
    }

    private static boolean soundsLess(String key) {
        return Stream.of(key.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)).anyMatch(LESS::contains);
    }

    /// Whether the direction of a column is known from the experiment rather than guessed.
    boolean directionKnown(ColumnRef ref) {
        return ref instanceof ColumnRef.Metric metric && metric.key().equals(tag(PRIMARY)) && tag(GREATER) != null;
    }

    private @Nullable String tag(String key) {
        if (runs.size() == 0) {
            return null;
        }
        @Nullable Experiment experiment = runs.frame().experiment(runs.row(0));
        @Nullable String ofExperiment = experiment == null ? null : experiment.tags().get(key);
        @Nullable TextColumn column = runs.frame().tag(key);
        return ofExperiment != null || column == null ? ofExperiment : column.value(runs.row(0));
    }
}
