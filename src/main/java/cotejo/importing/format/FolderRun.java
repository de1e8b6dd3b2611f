package cotejo.importing.format;

import cotejo.importing.ImportedRun;
import cotejo.importing.RunWriter;
import cotejo.model.DatasetUse;
import cotejo.model.Lifecycle;
import cotejo.model.RunStatus;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one run of a store: looks whether anything changed, and if so writes it, whole or only what is new.
///
/// A run under `.trash` counts as deleted whatever its meta file says: MLflow before 2.0 moved experiments there and
/// left their runs' files as they were, and nobody expects to find those among the runs in use.
final class FolderRun {

    /// What a look at a run's files showed.
    ///
    /// @param before what was remembered of them, where that is of use
    /// @param files  the files; null when they are as they were, which was told without listing them
    record Look(@Nullable RunMarks before, @Nullable FileListing files) {
    }

    private final FolderReading reading;
    private final FileListing.Times times;
    private final FolderDatasets datasets;
    private final String experimentId;
    private final boolean trashed;

    /// @param around the folder of the experiment, or the run itself
    FolderRun(FolderReading reading, Path around, FolderDatasets datasets, String experimentId, boolean trashed) {
        this.reading = reading;
        this.times = reading.timesKept(around) ? FileListing.Times.KEPT : FileListing.Times.UNKEPT;
        this.datasets = datasets;
        this.experimentId = experimentId;
        this.trashed = trashed;
    }

    /// Reads a folder as the run of this id; a folder that holds no run, such as one with nothing but artifacts, is
    /// passed over.
    void read(Path folder, String id) {
        read(folder, id, look(folder, reading.sink().remembered(id)));
    }

    /// Looks at the files of a run. Opens none, tells nothing, and may be called on any thread.
    ///
    /// @param remembered of the run, by the sink
    Look look(Path folder, byte @Nullable [] remembered) {
        boolean stands = times == FileListing.Times.KEPT && RunMarks.stands(remembered, place(), folder);
        return stands ? new Look(null, null)
                : new Look(RunMarks.decode(remembered), FileListing.ofRun(reading, folder, times));
    }

    /// Reads a run whose files were looked at.
    void read(Path folder, String id, Look look) {
        FileListing files = look.files();
        if (files == null) {
            reading.sink().unchanged(id, null);
            return;
        }
        if (!isRun(files)) {
            files.report(reading);
            return;
        }
        RunMarks before = look.before();
        if (before != null && before.same(place(), files)) {
            Map<String, Long> folders = folders(folder, files);
            reading.sink().unchanged(id, before.folders().equals(folders) ? null : before.with(folders).encode());
            return;
        }
        files.report(reading);
        write(folder, id, files, before);
    }

    static boolean isRun(FileListing files) {
        return files.hasMeta() || files.hasFolder("params") || files.hasFolder("metrics") || files.hasFolder("tags");
    }

    private String place() {
        return trashed ? ".trash/" + experimentId : experimentId;
    }

    private void write(Path folder, String id, FileListing files, @Nullable RunMarks before) {
        Set<String> failed = new LinkedHashSet<>();
        FolderMeta meta = FolderMeta.read(reading, folder);
        if (meta == null) {
            failed.add("meta.yaml");
        } else {
            checkId(folder, id, meta);
            reading.climbing(folder.resolve("meta.yaml"), meta.text("artifact_uri"), id);
        }
        Map<String, String> params = KeyFiles.read(reading, files.below("params"), "params/".length(), failed);
        Map<String, String> tags = KeyFiles.read(reading, files.below("tags"), "tags/".length(), failed);
        List<DatasetUse> uses = datasets.uses(files.below("inputs"), failed);
        ImportedRun run = run(id, meta, params, tags, uses, files.artifacts());

        Map<String, RunMarks.MetricMark> old = before == null ? null : goesOn(files, before);
        RunWriter writer = old == null ? reading.sink().replace(run) : reading.sink().extend(run);
        Map<String, RunMarks.MetricMark> metrics = metrics(files, old == null ? Map.of() : old, run.status(), writer);
        writer.done(new RunMarks(place(), files.seen(), marks(files, failed), metrics, folders(folder, files))
                .encode());
    }

    /// What the times of the folders tell, where the names remembered lead back to the files.
    private Map<String, Long> folders(Path folder, FileListing files) {
        Map<String, Long> settled = files.settledTimes();
        if (settled.isEmpty()) {
            return settled;
        }
        try {
            boolean found = files.entries().stream().allMatch(file -> folder.resolve(file.name()).equals(file.path()));
            return found ? settled : Map.of();
        } catch (InvalidPathException notInThisLocale) {
            return Map.of();
        }
    }

    private void checkId(Path folder, String id, FolderMeta meta) {
        String said = meta.text("run_id", "run_uuid");
        if (said.isEmpty()) {
            reading.problem(folder.resolve("meta.yaml"), 0, "mlflowfolder.run.cut");
        } else if (!said.equals(id)) {
            reading.problem(folder.resolve("meta.yaml"), 0, "mlflowfolder.run.otherId", said);
        }
    }

    private ImportedRun run(String id, @Nullable FolderMeta given, Map<String, String> params,
            Map<String, String> tags, List<DatasetUse> uses, int artifacts) {
        FolderMeta meta = given == null ? FolderMeta.empty() : given;
        Lifecycle lifecycle = trashed ? Lifecycle.DELETED : Lifecycle.parse(meta.text("lifecycle_stage"));
        String name = firstOf(meta.text("run_name", "name"), tags.get("mlflow.runName"), id);
        String user = firstOf(meta.text("user_id"), tags.get("mlflow.user"), "");
        String parent = firstOf("", tags.get("mlflow.parentRunId"), "");
        return new ImportedRun(id, experimentId, name, status(given), lifecycle, meta.millis("start_time"),
                meta.millis("end_time"), user, meta.text("artifact_uri"), parent.strip(), params, tags, uses,
                artifacts);
    }

    /// A meta file without a status is of a run that has just begun; without a meta file nothing is known.
    private static RunStatus status(@Nullable FolderMeta meta) {
        if (meta == null) {
            return RunStatus.UNKNOWN;
        }
        String word = meta.text("status");
        return word.isEmpty() ? RunStatus.RUNNING : RunStatus.parse(word);
    }

    private static String firstOf(String first, @Nullable String second, String third) {
        if (!first.isEmpty()) {
            return first;
        }
        return second == null || second.isEmpty() ? third : second;
    }

    /// The marks to go on from when every metric file read before is still there and only grew, else null.
    private @Nullable Map<String, RunMarks.MetricMark> goesOn(FileListing files, RunMarks before) {
        Map<String, FileListing.Entry> now = new HashMap<>();
        files.below("metrics").forEach(file -> now.put(file.name(), file));
        for (Map.Entry<String, RunMarks.MetricMark> old : before.metrics().entrySet()) {
            FileListing.Entry file = now.get(old.getKey());
            RunMarks.MetricMark mark = old.getValue();
            if (file == null || mark.failed()) {
                return null;
            }
            boolean grew = file.size() > mark.size() && MetricFile.continues(reading, file, mark);
            if (!mark.isOf(file) && !grew) {
                return null;
            }
        }
        return before.metrics();
    }

    private Map<String, RunMarks.MetricMark> metrics(FileListing files, Map<String, RunMarks.MetricMark> old,
            RunStatus status, RunWriter writer) {
        boolean running = status == RunStatus.RUNNING || status == RunStatus.SCHEDULED;
        Map<String, RunMarks.MetricMark> marks = new LinkedHashMap<>();
        for (FileListing.Entry file : files.below("metrics")) {
            RunMarks.MetricMark before = old.get(file.name());
            boolean done = before != null && before.isOf(file) && (running || before.offset() >= file.size());
            if (before != null && done) {
                marks.put(file.name(), before);
            } else {
                String key = file.name().substring("metrics/".length());
                marks.put(file.name(), MetricFile.read(reading, file, key, before, running, writer));
            }
        }
        return marks;
    }

    private static Map<String, RunMarks.FileMark> marks(FileListing files, Set<String> failed) {
        Map<String, RunMarks.FileMark> marks = new LinkedHashMap<>();
        for (FileListing.Entry file : files.entries()) {
            if (!file.name().startsWith("metrics/")) {
                boolean again = failed.contains(file.name());
                marks.put(file.name(), new RunMarks.FileMark(again ? -1 : file.size(), file.time()));
            }
        }
        return marks;
    }
}
