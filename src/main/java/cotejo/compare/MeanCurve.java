package cotejo.compare;

import cotejo.analysis.Parting;
import cotejo.model.MetricSeries;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The mean of a group's curves at the steps that all of its runs have.
record MeanCurve(double[] steps, double[] values) {

    /// Beyond so many runs a group's curve is the mean of the first ones.
    private static final int MOST = 50;

    /// Where the curves of two groups part.
    static Optional<Parting> parting(Gap gap, Explanation.Curves curves, Cancel cancel) {
        MeanCurve first = of(gap.first(), gap.metric(), curves, cancel);
        MeanCurve second = of(gap.second(), gap.metric(), curves, cancel);
        return Parting.of(first.steps, first.values, second.steps, second.values);
    }

    private static MeanCurve of(List<ComparedRun> runs, String metric, Explanation.Curves curves,
            Cancel cancel) {
        List<ComparedRun> read = runs.subList(0, Math.min(MOST, runs.size()));
        TreeMap<Double, double[]> sums = new TreeMap<>();
        for (ComparedRun run : read) {
            cancel.check();
            MetricSeries series = curves.of(run.run().key(), metric);
            TreeMap<Double, Double> own = new TreeMap<>();
            for (int i = 0; i < series.size(); i++) {
                own.put(series.step(i), series.value(i));
            }
            own.forEach((step, value) -> {
                double[] sum = sums.computeIfAbsent(step, any -> new double[2]);
                sum[0] += value;
                sum[1]++;
            });
        }
        List<Double> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        sums.forEach((step, sum) -> {
            if (sum[1] == read.size()) {
                steps.add(step);
                values.add(sum[0] / sum[1]);
            }
        });
        return new MeanCurve(steps.stream().mapToDouble(x -> x).toArray(), values.stream().mapToDouble(x -> x)
                .toArray());
    }
}
