package cotejo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes small MLflow folder stores: one experiment `small`, runs `run 0`, `run 1`, …, each with a param, a tag and
/// metrics.
final class SmallFolder {

    private static final long START = 1_750_000_000_000L;

    private SmallFolder() {
    }

    static String id(int run) {
        return String.format(Locale.ROOT, "%032x", 0xabc0000000000000L + run * 7919L);
    }

    /// Writes a store whose every run has a param, and metrics `m0`, `m1`, … of so many steps.
    static void write(Path store, int runs, int metrics, int steps) throws IOException {
        Path experiment = Files.createDirectories(store.resolve("1"));
        Files.writeString(experiment.resolve("meta.yaml"), """
                artifact_location: ./mlruns/1
                creation_time: %d
                experiment_id: '1'
                last_update_time: %d
                lifecycle_stage: active
                name: small
                """.formatted(START, START));
        for (int run = 0; run < runs; run++) {
            run(experiment, run, metrics, steps);
        }
    }

    private static void run(Path experiment, int run, int metrics, int steps) throws IOException {
        Path folder = experiment.resolve(id(run));
        for (String part : new String[] {"params", "tags", "metrics", "artifacts"}) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("meta.yaml"), """
                artifact_uri: ./mlruns/1/%s/artifacts
                end_time: %d
                experiment_id: '1'
                lifecycle_stage: active
                run_id: %s
                run_name: run %d
                start_time: %d
                status: 3
                user_id: user
                """.formatted(id(run), START + run * 60_000L + 5_000, id(run), run, START + run * 60_000L));
        Files.writeString(folder.resolve("params/lr"), "0." + (run + 1));
        Files.writeString(folder.resolve("tags/mlflow.runName"), "run " + run);
        for (int metric = 0; metric < metrics; metric++) {
            StringBuilder lines = new StringBuilder();
            for (int step = 0; step < steps; step++) {
                lines.append(START + step * 1000L).append(' ').append(Math.sin(run * 31 + metric * 7 + step * 0.01))
                        .append(' ').append(step).append('\n');
            }
            Files.writeString(folder.resolve("metrics/m" + metric), lines);
        }
    }
}
