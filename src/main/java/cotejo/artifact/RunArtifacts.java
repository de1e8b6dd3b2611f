package cotejo.artifact;

import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the artifacts of a run lie, by which rule they were found, and what is there.
///
/// @param place  the folder, one in a zip file behind the name of that (`runs.zip!/1/…`); null when they are not to be
///               had. [ArtifactFiles] opens what is in it
/// @param rule   `beside-run`, `recorded`, `remapped`, or `kept` for copies in the workspace; else null
/// @param reason why there are none, or why the list ends early; may be null
/// @param files  files with their paths from the place
public record RunArtifacts(@Nullable String place, @Nullable String rule, @Nullable String reason,
        List<ArtifactTree.Entry> files) {

    private static final int DEEPEST = 64;
    private static final int MOST_VISITED = 10 * ArtifactTree.MOST;

    /// Lists the artifacts of a run.
    public static RunArtifacts of(@Nullable Source source, RunFrame frame, int row) {
        return of(source, artifacts -> artifacts.of(frame, row));
    }

    /// Lists the files of a logged model.
    public static RunArtifacts of(@Nullable Source source, LoggedModel model) {
        return of(source, artifacts -> artifacts.of(model));
    }

    private static RunArtifacts of(@Nullable Source source, Function<SourceArtifacts, ArtifactPlace> locate) {
        if (source == null) {
            return missing("");
        }
        try (SourceArtifacts artifacts = SourceArtifacts.open(source)) {
            return of(locate.apply(artifacts));
        } catch (IOException unreadable) {
            return missing(Problem.describe(unreadable));
        }
    }

    /// Lists the artifacts in a place.
    public static RunArtifacts of(ArtifactPlace where) {
        return switch (where) {
            case ArtifactPlace.Missing missing -> missing(missing.reason());
            case ArtifactPlace.Found found -> listed(found);
        };
    }

    /// Where copies of a logged model's files stand among those of its run: as in a folder of MLflow's.
    public static String folderOf(LoggedModel model) {
        return "models/" + model.id();
    }

    /// These artifacts, or when they are not to be had those that the workspace keeps copies of, by the rule `kept`.
    ///
    /// @param copies asked only then
    public RunArtifacts orKept(Supplier<List<StoredFile>> copies) {
        if (place != null) {
            return this;
        }
        List<StoredFile> kept = copies.get();
        return kept.isEmpty() ? this : new RunArtifacts(null, "kept", Texts.get("artifact.kept"),
                kept.stream().map(RunArtifacts::entry).toList());
    }

    private static ArtifactTree.Entry entry(StoredFile file) {
        String path = file.path();
        return new ArtifactTree.Entry(path, path.substring(path.lastIndexOf('/') + 1), ArtifactTree.Kind.FILE,
                file.bytes(), 0);
    }

    private static RunArtifacts missing(String reason) {
        return new RunArtifacts(null, null, reason, List.of());
    }

    private static RunArtifacts listed(ArtifactPlace.Found found) {
        AllFiles all = new AllFiles();
        String reason = null;
        try {
            new ArtifactTree(found.folder()).walk(all);
            if (all.cut) {
                reason = Texts.get("details.artifacts.cut", Integer.toString(all.files.size()));
            }
        } catch (IOException unreadable) {
            reason = Problem.describe(unreadable);
        }
        return new RunArtifacts(found.name(), found.rule().id(), reason, List.copyOf(all.files));
    }

    /// Collects every file, up to a number. A link out of the folder is none of the run's files.
    private static final class AllFiles implements ArtifactTree.Visitor {
        private final List<ArtifactTree.Entry> files = new ArrayList<>();
        private boolean cut;
        private int visited;

        @Override
        public boolean visit(ArtifactTree.Entry entry, int depth) {
            // Folders that link to each other are as many as one likes, without a file in them.
            visited++;
            boolean room = depth < DEEPEST && files.size() < ArtifactTree.MOST && visited <= MOST_VISITED;
            if (entry.kind() == ArtifactTree.Kind.FILE && room) {
                files.add(entry);
            }
            cut |= !room && entry.kind() != ArtifactTree.Kind.REFUSED;
            return room;
        }

        @Override
        public void cut(int depth) {
            cut = true;
        }
    }
}
