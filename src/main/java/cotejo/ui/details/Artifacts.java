package cotejo.ui.details;

import cotejo.artifact.ArtifactLocator;
import cotejo.artifact.ArtifactPlace;
import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
import cotejo.model.Experiment;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The artifact rows of a run. Looks at the disk; not for the FX thread.
final class Artifacts {

    private Artifacts() {
    }

    /// The rows, with the folders named open.
    static List<DetailRow> rows(Workspace workspace, RunFrame frame, int row, Set<String> open) {
        List<DetailRow> rows = new ArrayList<>(ofSource(workspace, frame, row, open));
        List<StoredFile> attached = workspace.models().attachments().of(frame.run(row).key());
        if (!attached.isEmpty()) {
            long bytes = attached.stream().mapToLong(StoredFile::bytes).sum();
            String sum = Texts.get("details.artifacts.attached.sum", attached.size(), Figures.bytes(bytes));
            rows.add(new DetailRow.Pair(Texts.get("details.artifacts.attached"), sum,
                    Texts.get("details.artifacts.attached.tip")));
            StoredRows.add(DetailRow.Artifact.ATTACHED, attached, open, rows);
        }
        return rows;
    }

    private static List<DetailRow> ofSource(Workspace workspace, RunFrame frame, int row, Set<String> open) {
        Run run = frame.run(row);
        @Nullable Source source = workspace.sources().all().stream()
                .filter(s -> s.key() == run.sourceKey()).findAny().orElse(null);
        if (source == null) {
            return List.of();
        }
        if (source.path().contains("!/")) {
            return inZip(workspace, run, open, RunArtifacts.of(source, frame, row));
        }
        if (!Files.exists(Path.of(source.path()))) {
            return orKept(workspace, run, open, Texts.get("details.artifacts.sourceGone", source.path()));
        }
        @Nullable Experiment experiment = frame.experiment(row);
        Path remap = source.remap().isEmpty() ? null : Path.of(source.remap());
        ArtifactLocator locator = new ArtifactLocator(Path.of(source.path()), remap);
        List<DetailRow> rows = new ArrayList<>(switch (locator
                .locate(experiment == null ? "" : experiment.id(), run.id(), run.artifactUri())) {
            case ArtifactPlace.Missing missing -> orKept(workspace, run, open, missing.reason());
            case ArtifactPlace.Found found -> listed(found, open);
        });
        for (LoggedModel model : workspace.registry().logged(source.key(), run.id())) {
            if (locator.locateModel(model.experimentId(), model.id(),
                    model.artifactLocation()) instanceof ArtifactPlace.Found found) {
                model(model, found.folder(), open, rows);
            }
        }
        return rows;
    }

    /// Those of a source that is a zip file: names and sizes, unless the workspace keeps copies.
    private static List<DetailRow> inZip(Workspace workspace, Run run, Set<String> open,
            RunArtifacts listed) {
        String reason = String.valueOf(listed.reason());
        if (listed.files().isEmpty() || !workspace.content().ofRun(run.key()).isEmpty()) {
            return orKept(workspace, run, open, reason);
        }
        List<DetailRow> rows = new ArrayList<>();
        rows.add(new DetailRow.Hint(reason));
        for (ArtifactTree.Entry file : listed.files()) {
            rows.add(new DetailRow.Pair(file.path(), Figures.bytes(file.size()), ""));
        }
        return rows;
    }

    /// The copies that the workspace keeps of a run's artifacts; without any, why there are none.
    private static List<DetailRow> orKept(Workspace workspace, Run run, Set<String> open, String reason) {
        List<StoredFile> kept = workspace.content().ofRun(run.key());
        if (kept.isEmpty()) {
            return List.of(new DetailRow.Hint(reason));
        }
        List<DetailRow> rows = new ArrayList<>();
        rows.add(new DetailRow.Pair(Texts.get("details.artifacts.where"), Texts.get("artifact.kept"), reason));
        StoredRows.add(DetailRow.Artifact.KEPT, kept, open, rows);
        return rows;
    }

    /// A model that MLflow 3 keeps beside the runs, as a folder among the artifacts of its run.
    private static void model(LoggedModel model, Path folder, Set<String> open, List<DetailRow> rows) {
        String name = Texts.get("details.artifacts.model", model.name().isEmpty() ? model.id() : model.name());
        DetailRow.Artifact top = new DetailRow.Artifact(folder,
                new ArtifactTree.Entry("", name, ArtifactTree.Kind.FOLDER, 0, model.created()), 0, false);
        boolean isOpen = open.contains(top.key());
        rows.add(new DetailRow.Artifact(folder, top.entry(), 0, isOpen));
        if (isOpen) {
            try {
                add(folder, new ArtifactTree(folder), "", 1, open, rows);
            } catch (IOException unreadable) {
                rows.add(new DetailRow.Hint(Problem.describe(unreadable)));
            }
        }
    }

    private static List<DetailRow> listed(ArtifactPlace.Found found, Set<String> open) {
        List<DetailRow> rows = new ArrayList<>();
        try {
            ArtifactTree tree = new ArtifactTree(found.folder());
            add(found.folder(), tree, "", 0, open, rows);
            // texts: details.artifacts.rule.*
            String rule = "details.artifacts.rule." + found.rule().name().toLowerCase(Locale.ROOT);
            rows.addFirst(new DetailRow.Pair(Texts.get("details.artifacts.where"), Texts.get(rule),
                    found.folder().toString()));
        } catch (IOException unreadable) {
            rows.add(new DetailRow.Hint(Problem.describe(unreadable)));
        }
        return rows;
    }

    private static void add(Path folder, ArtifactTree tree, String path, int depth, Set<String> open,
            List<DetailRow> rows) throws IOException {
        ArtifactTree.Listing listing = tree.children(path);
        for (ArtifactTree.Entry entry : listing.entries()) {
            boolean isOpen = open.contains(folder + "/" + entry.path())
                    && entry.kind() == ArtifactTree.Kind.FOLDER;
            rows.add(new DetailRow.Artifact(folder, entry, depth, isOpen));
            if (isOpen) {
                add(folder, tree, entry.path(), depth + 1, open, rows);
            }
        }
        if (listing.cut()) {
            rows.add(new DetailRow.Hint(Texts.get("details.artifacts.cut", Figures.count(ArtifactTree.MOST))));
        }
    }
}
