package cotejo.chart.plot;

import cotejo.analysis.Quantiles;
import cotejo.text.Texts;
import java.util.Arrays;

/// What becomes of several runs in one bar or cell.
enum Aggregate {
    MEAN,
    MEDIAN,
    MIN,
    MAX,
    COUNT;

    /// Of the finite values of some runs; NaN when there is none.
    double of(PlotColumn column, int[] runs) {
        double[] values = Arrays.stream(runs).mapToDouble(column::value).filter(Double::isFinite).toArray();
        return switch (this) {
            case MEAN -> Arrays.stream(values).map(value -> value / values.length).sum() / (values.length == 0 ? 0 : 1);
            case MEDIAN -> Quantiles.of(values).at(0.5);
            case MIN -> Arrays.stream(values).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(values).max().orElse(Double.NaN);
            case COUNT -> values.length;
        };
    }

    /// What it makes of a column, in words.
    String title(String column) {
        // texts: plots.aggregate.*
        return Texts.get("plots.aggregate." + name(), column);
    }
}
