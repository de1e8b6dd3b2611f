package cotejo.chart.plot;

import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.MetricSummary;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Runs to draw, such as a sweep gives.
public final class Sweeps {

    private static final List<String> OPTIMIZERS = List.of("adam", "adamw", "lion", "sgd");
    private static final List<String> SIZES = List.of("large", "medium", "small");
    private final RunFrame.Builder builder = RunFrame.builder();
    private final Map<String, String> tags;
    private long lastKey;

    public Sweeps(Map<String, String> experimentTags) {
        this.tags = experimentTags;
    }

    public Sweeps() {
        this(Map.of());
    }

    /// Adds a run; its number is one more than that of the run before.
    public Sweeps run(String name, Map<String, String> params, Map<String, Double> metrics) {
        long key = ++lastKey;
        SortedMap<String, MetricSummary> summaries = new TreeMap<>();
        metrics.forEach((metric, value) -> summaries.put(metric,
                new MetricSummary(1, 0, value, value, 10, 1000, value, 5, value, 7, value)));
        builder.add(new Run(key, 1, 1, "id" + key, name, RunStatus.FINISHED, Lifecycle.ACTIVE,
                1_760_000_000_000L + key * 3_600_000, 1_760_000_000_000L + key * 3_900_000, "ana", "", null, false,
                false), new RunFacts(new TreeMap<>(params), new TreeMap<>(), summaries, List.of()));
        return this;
    }

    public RunFrame frame() {
        return builder.build(Map.of(1L, new Experiment(1, 1, "1", "sweep", Lifecycle.ACTIVE, "", 0, 0, tags)));
    }

    /// All rows of a frame.
    public static int[] rows(RunFrame frame) {
        return IntStream.range(0, frame.size()).toArray();
    }

    /// A sweep of a network: learning rate matters most, then the optimizer; some runs failed before their metric.
    public static RunFrame network(int runs) {
        Random random = new Random(7);
        Sweeps sweep = new Sweeps(Map.of("mlflow.experiment.primaryMetric.name", "val/accuracy",
                "mlflow.experiment.primaryMetric.greaterIsBetter", "True"));
        for (int i = 0; i < runs; i++) {
            double lr = Math.pow(10, -5 + 4 * random.nextDouble());
            int optimizer = random.nextInt(4);
            double dropout = Math.round(random.nextDouble() * 10) / 20.0;
            int batch = 16 << random.nextInt(5);
            double accuracy = 0.95 - 0.06 * Math.pow(Math.log10(lr) + 3, 2) - 0.03 * optimizer - 0.1 * dropout
                    + 0.015 * random.nextGaussian();
            Map<String, String> params = new TreeMap<>(Map.of("lr", Double.toString(lr),
                    "optimizer", OPTIMIZERS.get(optimizer), "dropout", Double.toString(dropout),
                    "batch_size", Integer.toString(batch), "model.size", SIZES.get(random.nextInt(3)),
                    "seed", Integer.toString(i % 3)));
            if (i % 11 == 3) {
                params.remove("dropout");
            }
            Map<String, Double> metrics = i % 17 == 5 ? Map.of("train/seconds", 3.0)
                    : Map.of("val/accuracy", accuracy, "val/loss", i % 19 == 4 ? Double.NaN : 1.2 - accuracy,
                            "train/seconds", 40 + 900.0 / batch + 20 * random.nextDouble() + 90 * optimizer);
            sweep.run(Arrays.asList("bold-crane", "quiet-heron", "swift-otter", "calm-lynx").get(i % 4) + "-" + i,
                    params, metrics);
        }
        return sweep.frame();
    }
}
