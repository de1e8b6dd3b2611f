package cotejo.command;

import cotejo.artifact.RunArtifacts;
import cotejo.model.LoggedModel;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of one run: its artifacts, those of the models it logged, and those that a person attached.
///
/// @param source where the run came from; empty when that is no longer known
/// @param models as MLflow 3 keeps them beside the runs, in the order in which they were logged
record RunFiles(String source, RunArtifacts artifacts, Map<LoggedModel, RunArtifacts> models,
        List<StoredFile> attached) {

    static RunFiles of(Workspace workspace, RunFrame frame, int row) {
        Run run = frame.run(row);
        @Nullable Source source = workspace.sources().all().stream()
                .filter(s -> s.key() == run.sourceKey()).findAny().orElse(null);
        List<LoggedModel> logged = workspace.registry().logged(run.sourceKey(), run.id());
        List<StoredFile> copies = workspace.content().ofRun(run.key());
        Map<LoggedModel, RunArtifacts> models = new LinkedHashMap<>();
        for (LoggedModel model : logged) {
            models.put(model, RunArtifacts.of(source, model).orKept(() -> below(copies, model)));
        }
        RunArtifacts own = RunArtifacts.of(source, frame, row).orKept(() -> copies.stream()
                .filter(file -> logged.stream().noneMatch(model -> file.path().startsWith(folder(model)))).toList());
        return new RunFiles(source == null ? "" : source.path(), own, models,
                workspace.models().attachments().of(run.key()));
    }

    private static List<StoredFile> below(List<StoredFile> copies, LoggedModel model) {
        String folder = folder(model);
        return copies.stream().filter(file -> file.path().startsWith(folder)).map(file -> new StoredFile(
                file.path().substring(folder.length()), file.sha256(), file.bytes())).toList();
    }

    private static String folder(LoggedModel model) {
        return RunArtifacts.folderOf(model) + "/";
    }
}
