package cotejo.registry;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the files of a version say of it, read without running any of them.
final class Inspection {

    private Inspection() {
    }

    /// Reads a model file, or the folder of one.
    static VersionFacts.ModelPart of(Path top, Cancel cancel) throws IOException {
        return Mlmodel.read(Folders.files(top, cancel)).orElse(VersionFacts.ModelPart.NONE);
    }

    /// Reads files that lie in several places.
    static VersionFacts.ModelPart ofFiles(List<NamedFile> files) {
        return Mlmodel.read(files).orElse(VersionFacts.ModelPart.NONE);
    }
}
