package cotejo.bench;

import cotejo.bench.StoreGenerator.Shape;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Writes a store in the files of MLflow's FileStore.
final class FolderStore {

    private static final int FLUSH_AT = 1 << 16;

    private FolderStore() {
    }

    static void write(Path out, Shape shape) throws IOException {
        Path experiment = Files.createDirectories(out.resolve(StoreGenerator.EXPERIMENT_ID));
        Files.createDirectories(out.resolve(".trash"));
        Files.writeString(experiment.resolve("meta.yaml"), """
                artifact_location: file:///home/user/mlruns/1
                creation_time: %d
                experiment_id: '1'
                last_update_time: %d
                lifecycle_stage: active
                name: generated
                """.formatted(StoreGenerator.FIRST_TIME, StoreGenerator.FIRST_TIME));
        for (int run = 0; run < shape.runs(); run++) {
            writeRun(experiment, shape, run);
        }
    }

    private static void writeRun(Path experiment, Shape shape, int run) throws IOException {
        String id = StoreGenerator.runId(shape, run);
        Path folder = experiment.resolve(id);
        for (String part : new String[] {"params", "tags", "metrics", "artifacts"}) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("meta.yaml"), """
                artifact_uri: file:///home/user/mlruns/1/%s/artifacts
                end_time: %d
                entry_point_name: ''
                experiment_id: '1'
                lifecycle_stage: active
                run_id: "%s"
                run_name: %s
                source_name: ''
                source_type: 4
                source_version: ''
                start_time: %d
                status: 3
                tags: []
                user_id: user
                """.formatted(id, StoreGenerator.time(run, shape.steps()), id, StoreGenerator.runName(run),
                StoreGenerator.runStart(run)));
        Files.writeString(folder.resolve("tags/mlflow.runName"), StoreGenerator.runName(run));
        Files.writeString(folder.resolve("tags/mlflow.user"), "user");
        Files.writeString(folder.resolve("tags/mlflow.source.name"), "train.py");
        Files.writeString(folder.resolve("tags/mlflow.source.type"), "LOCAL");
        for (int param = 0; param < shape.params(); param++) {
            Files.writeString(folder.resolve("params").resolve(StoreGenerator.paramKey(param)),
                    StoreGenerator.paramValue(shape, run, param));
        }
        for (int metric = 0; metric < shape.metrics(); metric++) {
            writeMetric(folder.resolve("metrics"), shape, run, metric);
        }
    }

    private static void writeMetric(Path metrics, Shape shape, int run, int metric) throws IOException {
        Path file = metrics.resolve(StoreGenerator.metricKey(metric));
        Files.createDirectories(file.getParent());
        SplittableRandom random = StoreGenerator.noise(shape, run, metric);
        StringBuilder lines = new StringBuilder();
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int step = 0; step < shape.steps(); step++) {
                lines.append(StoreGenerator.time(run, step)).append(' ')
                        .append(StoreGenerator.value(random, step, shape.steps())).append(' ').append(step)
                        .append('\n');
                if (lines.length() > FLUSH_AT) {
                    out.append(lines);
                    lines.setLength(0);
                }
            }
            out.append(lines);
        }
    }
}
