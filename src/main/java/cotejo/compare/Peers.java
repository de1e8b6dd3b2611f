package cotejo.compare;

import cotejo.analysis.OneWay;
import cotejo.model.MetricColumn;
import cotejo.model.MetricSummary;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The other runs of the experiments in question: how a metric went along with a param among them.
///
/// @param rows their rows in the frame, trashed ones left out
public record Peers(RunFrame frame, int[] rows) {

    static final int ENOUGH = 8;

    /// Whether runs without a param say something of it.
    enum Lacking {
        LEFT_OUT,
        /// To lack it is one more value of it.
        A_VALUE
    }

    /// What was held against the metric.
    enum Basis {
        /// The values as they are.
        VALUES,
        /// Numbers that hardly repeat, in classes of about as many runs.
        CLASSES,
        /// Whether a run has the param at all, since its values hardly repeat and are no numbers.
        PRESENCE,
        /// Nothing: the values hardly repeat and are no numbers.
        UNIQUE,
        /// Nothing: there are too few runs, or all have the same.
        FEW
    }

    /// What the runs say of a param.
    ///
    /// @param runs    how many have both the param and the metric; those that lack the param as well where that counts
    /// @param share   adjusted R² of a one-way analysis of variance over the param's values: the share of the metric's
    ///                variance that goes along with them, less what chance alone would give; NaN when nothing could be
    ///                held against the metric
    /// @param chance  how often chance alone gives as much, NaN where the share is
    /// @param lacking how many of the runs lack the param
    public record Said(int runs, double share, double chance, Basis basis, int lacking) {
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

    /// How the metric goes along with the param among the runs that have it.
    public Said said(String param, String metric) {
        return said(param, text -> text, metric, Lacking.LEFT_OUT);
    }

    /// How the metric goes along with what is read of the param's texts.
    Said said(String param, Function<String, @Nullable String> reading, String metric, Lacking lacking) {
        @Nullable TextColumn params = frame.param(param);
        @Nullable MetricColumn metrics = frame.metric(metric);
        List<@Nullable String> values = new ArrayList<>();
        double[] of = new double[rows.length];
        for (int row : rows) {
            @Nullable String text = params == null ? null : params.value(row);
            @Nullable String value = text == null ? null : reading.apply(text);
            @Nullable MetricSummary summary = metrics == null ? null : metrics.summary(row);
            if ((value != null || lacking == Lacking.A_VALUE) && summary != null && Double.isFinite(summary.last())) {
                of[values.size()] = summary.last();
                values.add(value);
            }
        }
        ParamClasses classes = ParamClasses.of(values);
        int without = (int) values.stream().filter(value -> value == null).count();
        OneWay oneWay = OneWay.of(classes.group(), Arrays.copyOf(of, values.size()));
        boolean known = classes.basis() != Basis.UNIQUE && !Double.isNaN(oneWay.share());
        return known ? new Said(values.size(), oneWay.share(), oneWay.chance(), classes.basis(), without)
                : new Said(values.size(), Double.NaN, Double.NaN,
                        classes.basis() == Basis.UNIQUE ? Basis.UNIQUE : Basis.FEW, without);
    }
}
