package cotejo.artifact;

import cotejo.model.Experiment;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the artifacts of a run lie, by which rule they were found, and what is there.
///
/// @param place  the folder, or null when they are not to be had, or lie in a zip file and are only listed
/// @param rule   `beside-run`, `recorded`, `remapped`, or `kept` for copies in the workspace; else null
/// @param reason why there are none, or why the list ends early; may be null
/// @param files  files with their paths from the place
public record RunArtifacts(@Nullable Path place, @Nullable String rule, @Nullable String reason,
        List<ArtifactTree.Entry> files) {

    private static final int DEEPEST = 64;
    /// Between a zip file and the path of a store in it.
    private static final String IN_ZIP = "!/";

    /// Lists the artifacts of a run.
    public static RunArtifacts of(@Nullable Source source, RunFrame frame, int row) {
        Run run = frame.run(row);
        @Nullable Experiment experiment = frame.experiment(row);
        return of(source, locator -> locator.locate(experiment == null ? "" : experiment.id(), run.id(),
                run.artifactUri()));
    }

    /// Lists the files of a logged model.
    public static RunArtifacts of(@Nullable Source source, LoggedModel model) {
        return of(source, locator -> locator.locateModel(model.experimentId(), model.id(), model.artifactLocation()));
    }

    private static RunArtifacts of(@Nullable Source source, Function<ArtifactLocator, ArtifactPlace> locate) {
        if (source == null) {
            return missing("");
        }
        Path remap = source.remap().isEmpty() ? null : Path.of(source.remap());
        int mark = source.path().indexOf(IN_ZIP);
        Path file = Path.of(mark < 0 ? source.path() : source.path().substring(0, mark));
        if (!Files.exists(file)) {
            return missing(Texts.get("details.artifacts.sourceGone", source.path()));
        }
        if (mark >= 0) {
            return inZip(file, source.path().substring(mark + 1), remap, locate);
        }
        return switch (locate.apply(new ArtifactLocator(Path.of(source.path()), remap))) {
            case ArtifactPlace.Missing missing -> missing(missing.reason());
            case ArtifactPlace.Found found -> listed(found);
        };
    }

    /// What lies in a zip file is listed, and has no place to be opened from.
    private static RunArtifacts inZip(Path file, String inside, @Nullable Path remap,
            Function<ArtifactLocator, ArtifactPlace> locate) {
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("accessMode", "readOnly"))) {
            return switch (locate.apply(new ArtifactLocator(zip.getPath(inside), remap))) {
                case ArtifactPlace.Missing missing -> missing(missing.reason());
                case ArtifactPlace.Found found when !found.folder().getFileSystem().equals(zip) -> listed(found);
                case ArtifactPlace.Found found -> {
                    RunArtifacts listed = listed(found);
                    String reason = listed.reason == null ? Texts.get("details.artifacts.inZip", file.toString())
                            : listed.reason;
                    yield new RunArtifacts(null, listed.rule, reason, listed.files);
                }
            };
        } catch (IOException | UnsupportedOperationException unreadable) {
            return missing(Problem.describe(unreadable));
        }
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
        List<ArtifactTree.Entry> files = new ArrayList<>();
        String reason = null;
        try {
            if (!add(new ArtifactTree(found.folder()), "", 0, files)) {
                reason = Texts.get("details.artifacts.cut", Integer.toString(files.size()));
            }
        } catch (IOException unreadable) {
            reason = Problem.describe(unreadable);
        }
        return new RunArtifacts(found.folder(), found.rule().name().toLowerCase(Locale.ROOT)
                .replace('_', '-'), reason, List.copyOf(files));
    }

    /// False when there is more than was listed.
    private static boolean add(ArtifactTree tree, String path, int depth, List<ArtifactTree.Entry> files)
            throws IOException {
        ArtifactTree.Listing listing = tree.children(path);
        boolean whole = !listing.cut();
        for (ArtifactTree.Entry entry : listing.entries()) {
            switch (entry.kind()) {
                case FILE -> files.add(entry);
                case FOLDER -> whole &= depth < DEEPEST && files.size() < ArtifactTree.MOST
                        && add(tree, entry.path(), depth + 1, files);
                case REFUSED -> {
                    // A link out of the folder is none of the run's files.
                }
            }
        }
        return whole && files.size() <= ArtifactTree.MOST;
    }
}
