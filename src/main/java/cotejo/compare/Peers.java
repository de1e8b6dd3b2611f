package cotejo.compare;

import cotejo.model.MetricColumn;
import cotejo.model.MetricSummary;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The other runs of the experiments in question: how a metric went along with a param among them.
///
/// @param rows their rows in the frame, trashed ones left out
public record Peers(RunFrame frame, int[] rows) {

    static final int ENOUGH = 8;

    /// What the runs say of a param.
    ///
    /// @param runs  how many have both the param and the metric
    /// @param share adjusted R² of a one-way analysis of variance over the param's values: the share of the metric's
    ///              variance that goes along with them, less what chance alone would give; NaN when there are too few
    ///              runs or no value comes twice
    public record Said(int runs, double share) {
    }

    /// The runs that stand in the experiments of these.
    public static Peers of(RunFrame frame, List<ComparedRun> runs) {
        List<Long> experiments = runs.stream().map(run -> run.run().experimentKey()).distinct().toList();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < frame.size(); row++) {
            if (experiments.contains(frame.run(row).experimentKey()) && !frame.trashed(row)) {
                rows.add(row);
            }
        }
        return new Peers(frame, rows.stream().mapToInt(row -> row).toArray());
    }

    /// How the metric goes along with the param.
    public Said said(String param, String metric) {
        return said(param, text -> text, metric);
    }

    /// How the metric goes along with what is read of the param's texts.
    Said said(String param, Function<String, @Nullable String> reading, String metric) {
        @Nullable TextColumn params = frame.param(param);
        @Nullable MetricColumn metrics = frame.metric(metric);
        Map<String, List<Double>> groups = new HashMap<>();
        int runs = 0;
        for (int row : rows) {
            @Nullable String text = params == null ? null : params.value(row);
            @Nullable String value = text == null ? null : reading.apply(text);
            @Nullable MetricSummary summary = metrics == null ? null : metrics.summary(row);
            if (value != null && summary != null && Double.isFinite(summary.last())) {
                groups.computeIfAbsent(value, any -> new ArrayList<>()).add(summary.last());
                runs++;
            }
        }
        return new Said(runs, share(groups, runs));
    }

    private static double share(Map<String, List<Double>> groups, int runs) {
        if (runs < ENOUGH || groups.size() < 2 || groups.size() >= runs) {
            return Double.NaN;
        }
        double mean = groups.values().stream().flatMap(List::stream).mapToDouble(x -> x).average().orElse(0);
        if (groups.values().stream().flatMap(List::stream).distinct().count() < 2) {
            return Double.NaN;
        }
        double all = 0;
        double within = 0;
        for (List<Double> group : groups.values()) {
            double own = group.stream().mapToDouble(x -> x).average().orElse(0);
            for (double value : group) {
                all += (value - mean) * (value - mean);
                within += (value - own) * (value - own);
            }
        }
        double adjusted = 1 - within / (runs - groups.size()) / (all / (runs - 1));
        return all == 0 ? Double.NaN : Math.max(0, adjusted);
    }
}
