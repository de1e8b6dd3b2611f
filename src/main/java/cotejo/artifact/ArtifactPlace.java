package cotejo.artifact;

import java.nio.file.Path;
import java.util.Locale;

/// Where the artifacts of a run or a logged model are.
public sealed interface ArtifactPlace {

    /// How a folder was found.
    enum Rule {
        /// It lies in the source, beside the run's data or beside the database.
        BESIDE_RUN,
        /// It is where the source says.
        RECORDED,
        /// It is in the folder the person gave to look in.
        REMAPPED;

        /// As commands name it, such as `beside-run`.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// They are in this folder.
    record Found(Path folder, Rule rule) implements ArtifactPlace {
        /// The folder as people see it and as [ArtifactFiles#file] takes it, one in a zip file behind that.
        public String name() {
            return ZipStore.name(folder);
        }
    }

    /// They are not to be had.
    ///
    /// @param reason one sentence for the person
    /// @param uri    the address as recorded; may be empty
    record Missing(String reason, String uri) implements ArtifactPlace {
    }
}
