package cotejo.command;

import cotejo.artifact.ArtifactPlace;
import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
import cotejo.artifact.SourceArtifacts;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.store.ContentStore;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Copies the artifacts of a source's runs into the workspace, so that they cannot be lost with the source. Each run's
/// are kept as soon as they are there; what cannot be copied is a problem of that run, and the rest goes on.
final class ArtifactCopies {

    /// What stays free on the disk, for the workspace itself.
    private static final long RESERVE = 64L << 20;

    /// How many bytes are free where the workspace lies.
    @FunctionalInterface
    interface Disk {
        long free(Path folder) throws IOException;
    }

    private final Workspace workspace;
    private final Disk disk;
    private final List<Problem> problems = new ArrayList<>();

    ArtifactCopies(Workspace workspace) {
        this(workspace, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    ArtifactCopies(Workspace workspace, Disk disk) {
        this.workspace = workspace;
        this.disk = disk;
    }

    /// What could not be copied.
    List<Problem> problems() {
        return problems;
    }

    /// Copies those of every run of a source, with those of the models it logged, and of models that no run wrote; ends
    /// early when the disk has no room for what comes next.
    void of(Source source, Progress progress, Cancel cancel) {
        RunFrame frame = workspace.catalog().fresh();
        try (SourceArtifacts open = SourceArtifacts.open(source)) {
            Copying copying = new Copying(progress, cancel);
            for (int row = 0; row < frame.size(); row++) {
                if (frame.run(row).sourceKey() == source.key() && !ofRun(source, frame, row, open, copying)) {
                    return;
                }
            }
            for (LoggedModel model : workspace.registry().withoutRun(source.key())) {
                if (!copy("", kept -> workspace.content().attachToModel(source.key(), model.id(), kept),
                        open.of(model), copying)) {
                    return;
                }
            }
        } catch (IOException unreadable) {
            problem(source.path(), unreadable);
        }
    }

    private record Copying(Progress progress, Cancel cancel) {
    }

    /// @return false when the disk has no room for them
    private boolean ofRun(Source source, RunFrame frame, int row, SourceArtifacts open, Copying copying) {
        Consumer<List<StoredFile>> keep = kept -> workspace.content().attachToRun(frame.run(row).key(), kept);
        if (!copy("", keep, open.of(frame, row), copying)) {
            return false;
        }
        for (LoggedModel model : workspace.registry().logged(source.key(), frame.run(row).id())) {
            if (!copy(RunArtifacts.folderOf(model) + "/", keep, open.of(model), copying)) {
                return false;
            }
        }
        return true;
    }

    private boolean copy(String below, Consumer<List<StoredFile>> keep, ArtifactPlace where, Copying copying) {
        copying.cancel().check();
        RunArtifacts artifacts = RunArtifacts.of(where);
        if (!(where instanceof ArtifactPlace.Found found) || artifacts.files().isEmpty()) {
            return true;
        }
        try {
            long bytes = artifacts.files().stream().mapToLong(ArtifactTree.Entry::size).sum();
            Path folder = workspace.database().folder().path();
            long free = disk.free(folder);
            if (free - RESERVE < bytes) {
                problems.add(Problem.of(found.name(), Texts.get("command.import.noRoom", folder.toString(),
                        Long.toString(bytes), Long.toString(free))));
                return false;
            }
            take(below, keep, new ArtifactTree(found.folder()), artifacts.files(), copying);
        } catch (IOException unreadable) {
            problem(found.name(), unreadable);
        }
        return true;
    }

    private void problem(String place, IOException unreadable) {
        problems.add(Problem.of(place, Texts.get("command.import.notCopied", Problem.describe(unreadable))));
    }

    private void take(String below, Consumer<List<StoredFile>> keep, ArtifactTree tree,
            List<ArtifactTree.Entry> files, Copying copying) throws IOException {
        try (ContentStore.Intake intake = workspace.content().intake()) {
            List<StoredFile> kept = new ArrayList<>();
            for (ArtifactTree.Entry file : files) {
                try (InputStream in = tree.open(file.path())) {
                    kept.add(intake.take(below + file.path(), in, copying.progress(), copying.cancel()));
                }
            }
            keep.accept(kept);
        }
    }
}
