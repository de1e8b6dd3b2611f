package cotejo.importing.format;

import cotejo.importing.ImportedExperiment;
import cotejo.model.Lifecycle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks a store: its experiments, those in the trash, their runs and logged models, and the registry.
final class FolderStore {

    /// Folders of an experiment that are never runs (`RESERVED_EXPERIMENT_FOLDERS` of MLflow's file store).
    private static final Set<String> RESERVED = Set.of("tags", "datasets", "traces", "models");
    private static final int LISTED_AHEAD = 64;

    private record ExperimentFolder(Path path, String id, boolean trashed, List<Path> runs) {
    }

    /// A run's folder, and what is remembered of it.
    private record Known(Path folder, byte @Nullable [] remembered) {
    }

    private final FolderReading reading;
    private final Set<String> runIds = new HashSet<>();
    private final Set<String> experimentIds = new HashSet<>();

    FolderStore(FolderReading reading) {
        this.reading = reading;
    }

    void readStore() {
        List<ExperimentFolder> experiments = new ArrayList<>();
        Path root = reading.root();
        experiments(root, false, experiments);
        experiments(root.resolve(".trash"), true, experiments);
        reading.sink().expectRuns(experiments.stream().mapToLong(experiment -> experiment.runs().size()).sum());
        experiments.forEach(this::runs);
        for (ExperimentFolder experiment : experiments) {
            new FolderModels(reading, experiment.id(), experiment.trashed()).read(experiment.path());
        }
        new FolderRegistry(reading).read(root.resolve("models"));
    }

    /// Reads the folder as one experiment. Its folder may have been renamed, so the meta file says its id.
    void readExperiment() {
        Path root = reading.root();
        FolderMeta meta = FolderMeta.read(reading, root);
        String id = meta == null ? "" : meta.text("experiment_id");
        ExperimentFolder experiment = new ExperimentFolder(root, id.isEmpty() ? FolderReading.name(root) : id, false,
                runFolders(root));
        tell(experiment, meta);
        reading.sink().expectRuns(experiment.runs().size());
        runs(experiment);
        new FolderModels(reading, experiment.id(), false).read(root);
    }

    /// Reads the folder as one run. The experiment it was taken from may still be around it.
    void readRun() {
        Path root = reading.root().toAbsolutePath();
        FolderMeta meta = reading.isFile(root.resolve("meta.yaml")) ? FolderMeta.read(reading, root) : null;
        String said = meta == null ? "" : meta.text("experiment_id");
        Path around = root.getParent();
        boolean known = around != null && FolderShape.metaKind(around) == FolderShape.MetaKind.EXPERIMENT;
        FolderMeta experiment = known && around != null ? FolderMeta.read(reading, around) : null;
        String id = said;
        if (id.isEmpty()) {
            id = experiment == null ? "0" : experiment.text("experiment_id");
        }
        boolean fits = experiment != null && experiment.text("experiment_id").equals(id);
        FolderMeta shown = fits && experiment != null ? experiment : FolderMeta.empty();
        reading.sink().experiment(experiment(id, shown, false, Map.of()));
        reading.sink().expectRuns(1);
        String runId = meta == null ? "" : meta.text("run_id", "run_uuid");
        new FolderRun(reading, root, new FolderDatasets(reading, around == null ? root : around), id, false)
                .read(root, runId.isEmpty() ? FolderReading.name(root) : runId);
    }

    private void experiments(Path parent, boolean trashed, List<ExperimentFolder> experiments) {
        for (Path folder : reading.folders(parent)) {
            reading.cancel().check();
            String id = FolderReading.name(folder);
            if (id.startsWith(".") || !trashed && id.equals("models")) {
                continue;
            }
            List<Path> runs = runFolders(folder);
            if (!isExperiment(folder, runs)) {
                continue;
            }
            if (!experimentIds.add(id)) {
                reading.problem(folder, 0, "mlflowfolder.experiment.twice");
                continue;
            }
            FolderMeta meta = FolderMeta.read(reading, folder);
            String said = meta == null ? "" : meta.text("experiment_id");
            if (!said.isEmpty() && !said.equals(id)) {
                reading.problem(folder.resolve("meta.yaml"), 0, "mlflowfolder.experiment.otherId", said);
            }
            ExperimentFolder experiment = new ExperimentFolder(folder, id, trashed, runs);
            tell(experiment, meta);
            experiments.add(experiment);
        }
    }

    /// A folder with an experiment's meta file, or with runs. A meta file that cannot be used is told even when nothing
    /// else is there.
    private boolean isExperiment(Path folder, List<Path> runs) {
        if (runs.stream().anyMatch(this::holdsRun)) {
            return true;
        }
        return switch (FolderShape.metaKind(folder)) {
            case EXPERIMENT -> true;
            case RUN -> {
                reading.problem(folder, 0, "mlflowfolder.run.stray");
                yield false;
            }
            case OTHER -> {
                FolderMeta unused = FolderMeta.read(reading, folder);
                yield unused != null && unused.has("experiment_id");
            }
            case REGISTERED_MODEL, NONE -> false;
        };
    }

    private boolean holdsRun(Path folder) {
        return reading.isFile(folder.resolve("meta.yaml")) || reading.isFolder(folder.resolve("params"))
                || reading.isFolder(folder.resolve("metrics")) || reading.isFolder(folder.resolve("tags"));
    }

    private void tell(ExperimentFolder experiment, @Nullable FolderMeta meta) {
        Map<String, String> tags = KeyFiles.in(reading, experiment.path().resolve("tags"));
        reading.sink().experiment(experiment(experiment.id(), meta == null ? FolderMeta.empty() : meta,
                experiment.trashed(), tags));
    }

    private static ImportedExperiment experiment(String id, FolderMeta meta, boolean trashed,
            Map<String, String> tags) {
        String name = meta.text("name");
        Lifecycle lifecycle = trashed ? Lifecycle.DELETED : Lifecycle.parse(meta.text("lifecycle_stage"));
        return new ImportedExperiment(id, name.isEmpty() ? id : name, lifecycle, meta.text("artifact_location"),
                meta.millis("creation_time"), meta.millis("last_update_time"), tags);
    }

    private List<Path> runFolders(Path experiment) {
        return reading.folders(experiment).stream().filter(folder -> {
            String name = FolderReading.name(folder);
            return !RESERVED.contains(name) && !name.startsWith(".");
        }).toList();
    }

    private void runs(ExperimentFolder experiment) {
        FolderDatasets datasets = new FolderDatasets(reading, experiment.path());
        FolderRun reader = new FolderRun(reading, experiment.path(), datasets, experiment.id(),
                experiment.trashed());
        List<Path> folders = experiment.runs();
        for (int from = 0; from < folders.size(); from += LISTED_AHEAD) {
            reading.cancel().check();
            List<Path> some = folders.subList(from, Math.min(folders.size(), from + LISTED_AHEAD));
            List<Known> known = new ArrayList<>();
            some.forEach(run -> known.add(new Known(run, reading.sink().remembered(FolderReading.name(run)))));
            // Asking for sizes and times is most of the work where little has changed; all cores ask.
            List<FolderRun.Look> looks = known.parallelStream()
                    .map(run -> reader.look(run.folder(), run.remembered())).toList();
            for (int i = 0; i < some.size(); i++) {
                reading.cancel().check();
                Path folder = some.get(i);
                String id = FolderReading.name(folder);
                if (runIds.add(id)) {
                    reader.read(folder, id, looks.get(i));
                } else if (holdsRun(folder)) {
                    reading.problem(folder, 0, "mlflowfolder.run.twice");
                }
            }
        }
    }
}
