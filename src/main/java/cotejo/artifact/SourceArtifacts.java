package cotejo.artifact;

import cotejo.model.Experiment;
import cotejo.model.LoggedModel;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds the artifacts of a source's runs, while it is open: the folders of a source that is a zip file are paths in
/// that, and gone when this is closed.
public final class SourceArtifacts implements AutoCloseable {

    private final ArtifactLocator locator;
    private final @Nullable FileSystem zip;

    private SourceArtifacts(ArtifactLocator locator, @Nullable FileSystem zip) {
        this.locator = locator;
        this.zip = zip;
    }

    /// Opens a source.
    ///
    /// @throws IOException when it is not there, or cannot be opened; a sentence that names it
    public static SourceArtifacts open(Source source) throws IOException {
        SourcePlace place = SourcePlace.of(source.path());
        if (!Files.exists(place.file())) {
            throw new IOException(Texts.get("details.artifacts.sourceGone", source.path()));
        }
        @Nullable Path remap = source.remap().isEmpty() ? null : Path.of(source.remap());
        if (!place.inZip()) {
            return new SourceArtifacts(new ArtifactLocator(place.file(), remap), null);
        }
        FileSystem zip = ZipStore.open(place.file());
        return new SourceArtifacts(new ArtifactLocator(zip.getPath(place.inside()), remap), zip);
    }

    /// Where the artifacts of a run are.
    public ArtifactPlace of(RunFrame frame, int row) {
        Run run = frame.run(row);
        @Nullable Experiment experiment = frame.experiment(row);
        return locator.locate(experiment == null ? "" : experiment.id(), run.id(), run.artifactUri());
    }

    /// Where the files of a logged model are.
    public ArtifactPlace of(LoggedModel model) {
        return locator.locateModel(model.experimentId(), model.id(), model.artifactLocation());
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
