package cotejo.importing.format;

import cotejo.importing.Claim;
import cotejo.importing.RunImporter;
import cotejo.importing.RunSink;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// MLflow's folder store (`mlruns`), versions 1.0 to 3.x: a whole store, one experiment, one run, or a registry alone.
///
/// An experiment's id is its folder's name and a run's id its folder's name, as for MLflow itself; where a meta file
/// says otherwise there is a problem. Only a run or experiment that was dropped alone is known by its meta file,
/// because its folder may have been renamed. Runs in the trash count as deleted whatever their meta files say.
///
/// Of each run the size and time of every file are remembered, so that an unchanged run is not opened again, and of
/// each metric file how far it was read, so that a growing one is read from there.
public final class MlflowFolder implements RunImporter {

    @Override
    public String id() {
        return "mlflow-folder";
    }

    @Override
    public String label() {
        return "MLflow folder";
    }

    @Override
    public Claim claim(Path path) throws IOException {
        return switch (FolderShape.of(path)) {
            case FolderShape.Store store when store.experiments() > 0 ->
                Claim.certain(evidence("mlflowfolder.claim.experiments", store.experiments()));
            case FolderShape.Store store when store.models() > 0 -> Claim.certain(evidence("mlflowfolder.claim.models",
                    store.models()));
            case FolderShape.Store store when store.bareRuns() > 0 ->
                Claim.likely(evidence("mlflowfolder.claim.bareRuns", store.bareRuns()));
            case FolderShape.Store _ -> Claim.likely(Texts.get("mlflowfolder.claim.fresh"));
            case FolderShape.Experiment experiment when experiment.hasMeta() ->
                Claim.certain(Texts.get("mlflowfolder.claim.experiment"));
            case FolderShape.Experiment experiment ->
                Claim.likely(evidence("mlflowfolder.claim.bareRuns", experiment.runs()));
            case FolderShape.OneRun run when run.hasMeta() -> Claim.certain(Texts.get("mlflowfolder.claim.run"));
            case FolderShape.OneRun _ -> Claim.likely(evidence("mlflowfolder.claim.bareRuns", 1));
            case FolderShape.Registry registry ->
                Claim.likely(evidence("mlflowfolder.claim.models", registry.models()));
            case FolderShape.ArtifactsOnly _ -> Claim.weak(artifactsOnly(path));
            case FolderShape.Other _ -> Claim.none();
        };
    }

    private static String evidence(String key, int count) {
        return Texts.get(key, count);
    }

    /// MLflow from 3.7 on keeps runs in `mlflow.db` and only their artifacts in `mlruns` beside it. The
    /// folder may be that, or one experiment of it.
    private static String artifactsOnly(Path path) {
        Path store = path.toAbsolutePath().normalize();
        for (int up = 0; up < 2 && store != null; up++) {
            Path database = store.resolveSibling("mlflow.db");
            if (Files.isRegularFile(database)) {
                return Texts.get("mlflowfolder.artifactsOnly.beside", FolderReading.shown(database));
            }
            store = store.getParent();
        }
        return Texts.get("mlflowfolder.artifactsOnly");
    }

    @Override
    public void read(Path path, RunSink sink, Cancel cancel) throws IOException {
        Path folder = Files.isSymbolicLink(path) ? path.toRealPath() : path;
        if (!Files.isDirectory(folder)) {
            throw new IOException(Texts.get("mlflowfolder.notThere", FolderReading.shown(path)));
        }
        FolderReading reading = new FolderReading(folder, sink, cancel);
        FolderStore store = new FolderStore(reading);
        switch (FolderShape.of(folder)) {
            case FolderShape.Store _ -> store.readStore();
            case FolderShape.Experiment _ -> store.readExperiment();
            case FolderShape.OneRun _ -> store.readRun();
            case FolderShape.Registry _ -> new FolderRegistry(reading).read(folder);
            case FolderShape.ArtifactsOnly _ -> sink.problem(
                    Problem.of(FolderReading.shown(folder), artifactsOnly(folder)));
            case FolderShape.Other _ ->
                throw new IOException(Texts.get("mlflowfolder.nothing", FolderReading.shown(path)));
        }
    }
}
