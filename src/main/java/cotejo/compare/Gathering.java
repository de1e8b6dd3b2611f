package cotejo.compare;

import cotejo.artifact.ArtifactFiles;
import cotejo.artifact.ArtifactPlace;
import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
import cotejo.artifact.SourceArtifacts;
import cotejo.model.Experiment;
import cotejo.model.LoggedModel;
import cotejo.model.NaturalOrder;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects all that is compared of a run. Looks at the disk; not for the FX thread.
///
/// @param models    the logged models of a run
/// @param artifacts opens the files of runs
/// @param kept      the files of runs that the workspace holds itself
public record Gathering(RunFrame frame, List<Source> sources, Models models, ArtifactFiles artifacts, Kept kept) {

    /// Below it stand the files that a person attached to a run.
    private static final String ATTACHED = "attached";

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

    /// Where logged models come from.
    @FunctionalInterface
    public interface Models {
        List<LoggedModel> of(long sourceKey, String runId);
    }

    /// What the workspace holds of the files of runs, each by the key of its run.
    ///
    /// @param copies   of artifacts, for runs whose own are not to be had
    /// @param attached files that a person attached to it
    /// @param place    where such a file lies, under a name that ends as its own
    public record Kept(LongFunction<List<StoredFile>> copies, LongFunction<List<StoredFile>> attached, Place place) {
    }

    /// Finds a file that the workspace holds.
    @FunctionalInterface
    public interface Place {
        Path of(StoredFile file) throws IOException;
    }

    /// Everything about the run in this row of the frame.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public ComparedRun run(int row, Cancel cancel) {
        cancel.check();
        ComparedRun told = quick(row);
        Run run = told.run();
        @Nullable Source source = source(run);
        SortedMap<String, FileOfRun> files = new TreeMap<>(NaturalOrder.INSTANCE);
        boolean own = false;
        if (source != null) {
            try (SourceArtifacts open = SourceArtifacts.open(source)) {
                ArtifactPlace place = open.of(frame, row);
                own = place instanceof ArtifactPlace.Found;
                add(files, "", place, cancel);
                for (LoggedModel model : models.of(run.sourceKey(), run.id())) {
                    add(files, free(files, model.name()), open.of(model), cancel);
                }
            } catch (IOException gone) {
                LOG.info("{} has no artifacts now", source.path(), gone);
            }
        }
        if (!own) {
            add(files, "", kept.copies().apply(run.key()));
        }
        add(files, free(files, ATTACHED), kept.attached().apply(run.key()));
        return new ComparedRun(run, told.experiment(), told.experimentTags(), told.source(), told.facts(),
                Packages.of(files), files);
    }

    /// What a run has without looking at the disk: no files, no packages.
    public ComparedRun quick(int row) {
        Run run = frame.run(row);
        @Nullable Experiment experiment = frame.experiment(row);
        @Nullable Source source = source(run);
        return new ComparedRun(run, experiment == null ? "" : experiment.name(),
                experiment == null ? Map.of() : experiment.tags(), source == null ? "" : source.label(),
                frame.facts(row), new TreeMap<>(), new TreeMap<>());
    }

    private @Nullable Source source(Run run) {
        return sources.stream().filter(s -> s.key() == run.sourceKey()).findAny().orElse(null);
    }

    /// A model's folder by its name; where a run logged several of that name they are numbered.
    private static String free(SortedMap<String, FileOfRun> files, String name) {
        String folder = (name.isEmpty() ? "model" : name) + "/";
        for (int number = 2; taken(files, folder); number++) {
            folder = name + " (" + number + ")/";
        }
        return folder;
    }

    private static boolean taken(SortedMap<String, FileOfRun> files, String folder) {
        return files.keySet().stream().anyMatch(path -> path.startsWith(folder));
    }

    /// A file in a zip file is unpacked here, since its content is compared as soon as its size is the same.
    private void add(Map<String, FileOfRun> files, String folder, ArtifactPlace place, Cancel cancel) {
        if (!(place instanceof ArtifactPlace.Found found)) {
            return;
        }
        try {
            ArtifactTree tree = new ArtifactTree(found.folder());
            for (ArtifactTree.Entry entry : RunArtifacts.of(found).files()) {
                cancel.check();
                Path file = artifacts.onDisk(tree.resolve(entry.path()), cancel);
                files.put(folder + entry.path(), new FileOfRun(file, entry.size(), entry.modified()));
            }
        } catch (IOException gone) {
            LOG.info("Artifacts in {} are left out", found.name(), gone);
        }
    }

    private void add(Map<String, FileOfRun> files, String folder, List<StoredFile> stored) {
        for (StoredFile file : stored) {
            try {
                files.put(folder + file.path(), new FileOfRun(kept.place().of(file), file.bytes(), 0, file.sha256()));
            } catch (IOException gone) {
                LOG.warn("{}, which the workspace keeps, is left out", file.path(), gone);
            }
        }
    }
}
