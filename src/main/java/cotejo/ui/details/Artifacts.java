package cotejo.ui.details;

import cotejo.artifact.ArtifactPlace;
import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
import cotejo.artifact.SourceArtifacts;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The artifact rows of a run. Looks at the disk; not for the FX thread.
final class Artifacts {

    private static final int MOST = 20_000;

    private final Workspace workspace;
    private final Predicate<String> open;
    private final Cancel cancel;
    private final List<DetailRow> rows = new ArrayList<>();
    private boolean cut;

    private Artifacts(Workspace workspace, Predicate<String> open, Cancel cancel) {
        this.workspace = workspace;
        this.open = open;
        this.cancel = cancel;
    }

    /// The rows, with the folders open whose keys are accepted.
    static List<DetailRow> rows(Workspace workspace, RunFrame frame, int row, Predicate<String> open,
            Cancel cancel) {
        Artifacts artifacts = new Artifacts(workspace, open, cancel);
        artifacts.ofSource(frame, row);
        artifacts.attached(frame.run(row));
        return artifacts.rows;
    }

    private void attached(Run run) {
        List<StoredFile> attached = workspace.models().attachments().of(run.key());
        if (!attached.isEmpty()) {
            long bytes = attached.stream().mapToLong(StoredFile::bytes).sum();
            String sum = Texts.get("details.artifacts.attached.sum", attached.size(), Figures.bytes(bytes));
            rows.add(new DetailRow.Pair(Texts.get("details.artifacts.attached"), sum,
                    Texts.get("details.artifacts.attached.tip")));
            new StoredRows(DetailRow.Artifact.ATTACHED, "", open, rows).add("", attached, 0);
        }
    }

    private void ofSource(RunFrame frame, int row) {
        Run run = frame.run(row);
        @Nullable Source source = workspace.sources().all().stream()
                .filter(s -> s.key() == run.sourceKey()).findAny().orElse(null);
        if (source == null) {
            return;
        }
        List<LoggedModel> models = workspace.registry().logged(source.key(), run.id());
        try (SourceArtifacts artifacts = SourceArtifacts.open(source)) {
            switch (artifacts.of(frame, row)) {
                case ArtifactPlace.Missing missing -> kept(run, models.stream()
                        .filter(model -> artifacts.of(model) instanceof ArtifactPlace.Missing).toList(),
                        missing.reason());
                case ArtifactPlace.Found found -> listed(found);
            }
            for (LoggedModel model : models) {
                if (artifacts.of(model) instanceof ArtifactPlace.Found found) {
                    model(model, found);
                }
            }
        } catch (IOException gone) {
            kept(run, models, Problem.describe(gone));
        }
    }

    /// The copies that the workspace keeps of a run's artifacts and its models; without any, why there are none.
    private void kept(Run run, List<LoggedModel> models, String reason) {
        List<StoredFile> left = new ArrayList<>(workspace.content().ofRun(run.key()));
        if (left.isEmpty()) {
            rows.add(new DetailRow.Hint(reason));
            return;
        }
        rows.add(new DetailRow.Pair(Texts.get("details.artifacts.where"), Texts.get("artifact.kept"), reason));
        List<DetailRow> ofModels = new ArrayList<>();
        for (LoggedModel model : models) {
            String folder = RunArtifacts.folderOf(model);
            List<StoredFile> files = left.stream().filter(file -> file.path().startsWith(folder + "/")).toList();
            if (!files.isEmpty()) {
                new StoredRows(DetailRow.Artifact.KEPT, model.id(), open, ofModels).folder(folder, name(model), files,
                        0);
                left.removeAll(files);
            }
        }
        new StoredRows(DetailRow.Artifact.KEPT, "", open, rows).add("", left, 0);
        rows.addAll(ofModels);
    }

    private static String name(LoggedModel model) {
        return Texts.get("details.artifacts.model", model.name().isEmpty() ? model.id() : model.name());
    }

    /// A model that MLflow 3 keeps beside the runs, as a folder among the artifacts of its run.
    private void model(LoggedModel model, ArtifactPlace.Found found) {
        ArtifactTree.Entry top = new ArtifactTree.Entry("", name(model), ArtifactTree.Kind.FOLDER, 0, model.created());
        DetailRow.Artifact folder = new DetailRow.Artifact(found.name(), model.id(), top, 0,
                open.test(found.name() + "/"), null);
        rows.add(folder);
        if (folder.open()) {
            list(found, model.id(), 1);
        }
    }

    private void listed(ArtifactPlace.Found found) {
        // texts: details.artifacts.rule.*
        String rule = "details.artifacts.rule." + found.rule().name().toLowerCase(Locale.ROOT);
        rows.add(new DetailRow.Pair(Texts.get("details.artifacts.where"), Texts.get(rule), found.name()));
        list(found, "", 0);
    }

    /// Whether there are so many rows that no more folders are opened, which is said once.
    private boolean enough() {
        if (rows.size() < MOST) {
            return false;
        }
        if (!cut) {
            cut = true;
            rows.add(new DetailRow.Hint(Texts.get("details.artifacts.cut", Figures.count(MOST)),
                    DetailRow.Hint.When.ALWAYS));
        }
        return true;
    }

    /// The entries of the folders that are open.
    private void list(ArtifactPlace.Found found, String modelId, int first) {
        try {
            new ArtifactTree(found.folder()).walk(new ArtifactTree.Visitor() {
                @Override
                public boolean visit(ArtifactTree.Entry entry, int depth) {
                    cancel.check();
                    boolean isOpen = entry.kind() == ArtifactTree.Kind.FOLDER
                            && open.test(found.name() + "/" + entry.path()) && !enough();
                    rows.add(new DetailRow.Artifact(found.name(), modelId, entry, first + depth, isOpen, null));
                    return isOpen;
                }

                @Override
                public void cut(int depth) {
                    rows.add(new DetailRow.Hint(Texts.get("details.artifacts.cut",
                            Figures.count(ArtifactTree.MOST))));
                }
            });
        } catch (IOException unreadable) {
            rows.add(new DetailRow.Hint(Problem.describe(unreadable)));
        }
    }
}
