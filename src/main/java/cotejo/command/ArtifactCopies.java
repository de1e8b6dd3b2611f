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

    /// Copies those of every run of a source, with those of the models it logged; ends early when the disk has no room
    /// for a run's.
    void of(Source source, Progress progress, Cancel cancel) {
        RunFrame frame = workspace.catalog().fresh();
        try (SourceArtifacts open = SourceArtifacts.open(source)) {
            for (int row = 0; row < frame.size(); row++) {
                if (frame.run(row).sourceKey() == source.key()) {
                    cancel.check();
                    if (!ofRun(source, frame, row, open, new Copying(progress, cancel))) {
                        return;
                    }
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
        long run = frame.run(row).key();
        if (!copy(run, "", open.of(frame, row), copying)) {
            return false;
        }
        for (LoggedModel model : workspace.registry().logged(source.key(), frame.run(row).id())) {
            if (!copy(run, RunArtifacts.folderOf(model) + "/", open.of(model), copying)) {
                return false;
            }
        }
        return true;
    }

    private boolean copy(long run, String below, ArtifactPlace where, Copying copying) {
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
            take(run, below, new ArtifactTree(found.folder()), artifacts.files(), copying);
        } catch (IOException unreadable) {
            problem(found.name(), unreadable);
        }
        return true;
    }

    private void problem(String place, IOException unreadable) {
        problems.add(Problem.of(place, Texts.get("command.import.notCopied", Problem.describe(unreadable))));
    }

    private void take(long run, String below, ArtifactTree tree, List<ArtifactTree.Entry> files, Copying copying)
            throws IOException {
        try (ContentStore.Intake intake = workspace.content().intake()) {
            List<StoredFile> kept = new ArrayList<>();
            for (ArtifactTree.Entry file : files) {
                try (InputStream in = tree.open(file.path())) {
                    kept.add(intake.take(below + file.path(), in, copying.progress(), copying.cancel()));
                }
            }
            workspace.content().attachToRun(run, kept);
        }
    }
}
