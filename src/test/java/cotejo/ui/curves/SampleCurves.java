package cotejo.ui.curves;

import cotejo.chart.SeriesReader;
import cotejo.model.MetricSeries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Runs with curves such as trainings make, the same ones every time.
final class SampleCurves implements SeriesReader {

    private static final long START = 1_763_800_000_000L;
    static final Set<String> METRICS = new LinkedHashSet<>(List.of("train/loss", "train/accuracy", "train/lr",
            "train/grad_norm", "val/loss", "val/accuracy", "system/gpu_memory", "system/throughput", "best_score",
            "epoch_time"));

    static List<CurveRun> runs(int count) {
        String[] names = {"bold-crane-112", "quiet-river-113", "resnet50-lr3e-4-bs256-mixup", "mellow-sun-115",
            "grim-otter-116", "baseline"};
        List<CurveRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(new CurveRun(i, "run" + i, i < names.length ? names[i] : "run-" + i, i, METRICS));
        }
        return runs;
    }

    @Override
    public MetricSeries read(long run, String metric) throws IOException {
        Random random = new Random(run * 31 + metric.hashCode());
        return switch (metric.startsWith("val/loss") ? "val/loss" : metric) {
            case "train/loss" -> series(run == 0 ? 1_000_000 : 20_000, run, t -> (2.4 + run * 0.08)
                    * Math.exp(-6 * t) + 0.25 + run * 0.03 + (0.16 * Math.exp(-3 * t) + 0.05) * random.nextGaussian());
            case "train/accuracy" -> series(2000, run, t -> 0.95 - run * 0.012 - 0.8 * Math.exp(-7 * t)
                    + 0.02 * random.nextGaussian());
            case "train/lr" -> series(500, run, t -> 3e-4 * (t < 0.05 ? t / 0.05 : 0.5 * (1 + Math.cos(Math.PI * t)))
                    * (1 + run * 0.1));
            case "train/grad_norm" -> series(3000, run, t -> run == 3 && t > 0.7 ? Double.NaN
                    : run == 1 && t > 0.4 && t < 0.4008 ? Double.POSITIVE_INFINITY
                    : Math.exp(1.5 - 3 * t + 0.35 * random.nextGaussian()));
            case "val/loss" -> series(40, run, t -> 1.9 * Math.exp(-5 * t) + 0.42 + run * 0.03 + 0.25 * t * t
                    + 0.02 * random.nextGaussian());
            case "val/accuracy" -> series(40, run, t -> 0.9 - run * 0.015 - 0.6 * Math.exp(-6 * t)
                    + 0.01 * random.nextGaussian());
            case "system/gpu_memory" -> series(4000, run, t -> 12.5e9 + 4e8 * run + 2e8 * Math.sin(40 * t)
                    + 1e7 * random.nextGaussian());
            case "system/throughput" -> series(4000, run, t -> 1400 - 60 * run + 30 * random.nextGaussian()
                    - (random.nextInt(400) == 0 ? 700 : 0));
            case "best_score" -> series(1, run, t -> 0.912 - run * 0.017);
            case "final_score" -> series(1, run, t -> 0.412 - run * 0.017);
            case "epoch_time" -> series(30, run, t -> 91 + run);
            default -> throw new IOException("disk has gone away.");
        };
    }

    private static MetricSeries series(int points, long run, java.util.function.DoubleUnaryOperator value) {
        long[] steps = new long[points];
        long[] times = new long[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            steps[i] = i * (points == 20_000 ? 50L : 1);
            times[i] = START + run * 600_000 + (long) (i * (7_200_000.0 / points)) + i % 7;
            values[i] = value.applyAsDouble(i / (double) points);
        }
        return MetricSeries.ofWholeSteps(steps, times, values);
    }
}
