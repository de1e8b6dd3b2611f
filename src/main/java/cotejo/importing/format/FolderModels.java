package cotejo.importing.format;

import cotejo.codec.ByteLines;
import cotejo.model.Lifecycle;
import cotejo.model.LoggedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The logged models of an experiment, which MLflow 3 keeps under `<experiment>/models/m-…`.
final class FolderModels {

    /// A model has a handful of metrics; this bounds what a broken or hostile file can make of them.
    private static final int MOST_METRICS = 100_000;

    private final FolderReading reading;
    private final String experimentId;
    private final boolean trashed;

    FolderModels(FolderReading reading, String experimentId, boolean trashed) {
        this.reading = reading;
        this.experimentId = experimentId;
        this.trashed = trashed;
    }

    void read(Path experiment) {
        for (Path folder : reading.folders(experiment.resolve("models"))) {
            reading.cancel().check();
            if (reading.isFile(folder.resolve("meta.yaml"))) {
                FolderMeta meta = FolderMeta.read(reading, folder);
                if (meta != null) {
                    reading.sink().loggedModel(model(folder, meta));
                }
            }
        }
    }

    private LoggedModel model(Path folder, FolderMeta meta) {
        Lifecycle lifecycle = trashed ? Lifecycle.DELETED : Lifecycle.parse(meta.text("lifecycle_stage"));
        String id = FolderReading.name(folder);
        reading.climbing(folder.resolve("meta.yaml"), meta.text("artifact_location"), id);
        return new LoggedModel(id, experimentId, meta.text("name"), meta.text("model_type"),
                meta.text("artifact_location"), meta.text("source_run_id"), status(meta.text("status")), lifecycle,
                meta.millis("creation_timestamp"), meta.millis("last_updated_timestamp"),
                KeyFiles.in(reading, folder.resolve("tags")), KeyFiles.in(reading, folder.resolve("params")),
                metrics(folder.resolve("metrics")));
    }

    private static String status(String word) {
        return switch (word) {
            case "1" -> "PENDING";
            case "2" -> "READY";
            case "3" -> "UPLOAD_FAILED";
            case "0" -> "";
            default -> word;
        };
    }

    private List<LoggedModel.Metric> metrics(Path folder) {
        List<LoggedModel.Metric> metrics = new ArrayList<>();
        FileListing files = FileListing.ofAll(reading, folder);
        files.report(reading);
        for (FileListing.Entry file : files.entries()) {
            try {
                read(file, metrics);
            } catch (IOException e) {
                reading.unreadable(file.path(), e);
            }
        }
        return metrics;
    }

    /// Lines are `time value step run [dataset digest]`; dataset names may hold blanks and are not quoted.
    private void read(FileListing.Entry file, List<LoggedModel.Metric> metrics) throws IOException {
        MetricLine line = new MetricLine();
        long lines = 0;
        long bad = 0;
        long firstBad = 0;
        try (ByteLines bytes = new ByteLines(reading.open(file.path()), 0, MetricFile.LONGEST_LINE)) {
            while (bytes.next() && metrics.size() < MOST_METRICS) {
                lines++;
                if (!bytes.tooLong() && bytes.from() == bytes.to()) {
                    continue;
                }
                if (bytes.tooLong() || !line.read(bytes.bytes(), bytes.from(), bytes.to())) {
                    bad++;
                    firstBad = bad == 1 ? lines : firstBad;
                    continue;
                }
                String text = new String(bytes.bytes(), bytes.from(), bytes.to() - bytes.from(),
                        StandardCharsets.UTF_8);
                LoggedModel.Metric metric = metric(file.name(), line, text.strip().split("[ \t]+", 5));
                if (!metrics.contains(metric)) {
                    metrics.add(metric);
                }
            }
        }
        if (bad > 0) {
            reading.problem(file.path(), firstBad, "mlflowfolder.metric.badLines", bad);
        }
    }

    private static LoggedModel.Metric metric(String key, MetricLine line, String[] fields) {
        String dataset = fields.length > 4 ? fields[4] : "";
        int digest = dataset.lastIndexOf(' ');
        return new LoggedModel.Metric(key, line.value(), line.time(), line.step(),
                fields.length > 3 ? fields[3] : "", digest < 0 ? dataset : dataset.substring(0, digest).strip(),
                digest < 0 ? "" : dataset.substring(digest + 1));
    }
}
