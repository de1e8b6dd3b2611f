package cotejo.command;

import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
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

    /// Copies those of every run of a source; ends early when the disk has no room for a run's.
    void of(Source source, Progress progress, Cancel cancel) {
        RunFrame frame = workspace.catalog().fresh();
        for (int row = 0; row < frame.size(); row++) {
            if (frame.run(row).sourceKey() != source.key()) {
                continue;
            }
            cancel.check();
            RunArtifacts artifacts = RunArtifacts.of(source, frame, row);
            Path place = artifacts.place();
            if (place == null || artifacts.files().isEmpty()) {
                continue;
            }
            try {
                long bytes = artifacts.files().stream().mapToLong(ArtifactTree.Entry::size).sum();
                Path folder = workspace.database().folder().path();
                long free = disk.free(folder);
                if (free - RESERVE < bytes) {
                    problems.add(Problem.of(place, Texts.get("command.import.noRoom", folder.toString(),
                            Long.toString(bytes), Long.toString(free))));
                    return;
                }
                copy(frame.run(row).key(), place, artifacts.files(), progress, cancel);
            } catch (IOException unreadable) {
                problems.add(Problem.of(place, Texts.get("command.import.notCopied", Problem.describe(unreadable))));
            }
        }
    }

    private void copy(long run, Path place, List<ArtifactTree.Entry> files, Progress progress, Cancel cancel)
            throws IOException {
        ArtifactTree tree = new ArtifactTree(place);
        try (ContentStore.Intake intake = workspace.content().intake()) {
            List<StoredFile> kept = new ArrayList<>();
            for (ArtifactTree.Entry file : files) {
                kept.add(intake.take(file.path(), tree.resolve(file.path()), progress, cancel));
            }
            workspace.content().attachToRun(run, kept);
        }
    }
}
