package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.DatasetUse;
import cotejo.model.MetricSummary;
import cotejo.model.StoredFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One row of the details.
sealed interface DetailRow {

    /// The head of a section.
    record Head(Section section, int count, boolean open) implements DetailRow {
    }

    /// A name and a value.
    ///
    /// @param exact what is shown on hover and copied
    record Pair(String name, String value, String exact) implements DetailRow {
    }

    /// A run that can be gone to.
    record RunLink(String name, String runName, long runKey) implements DetailRow {
    }

    /// A metric with its numbers.
    record Metric(long runKey, String key, MetricSummary summary) implements DetailRow {
    }

    record Dataset(DatasetUse use) implements DetailRow {
    }

    /// A file or folder among the artifacts of the folder.
    ///
    /// @param kept the file when the workspace keeps it; null below a folder of the source, and for folders
    record Artifact(Path folder, ArtifactTree.Entry entry, int depth, boolean open, @Nullable StoredFile kept)
            implements DetailRow {

        /// Stands as the folder of what the person attached.
        static final Path ATTACHED = Path.of("attached");
        /// Stands as the folder of copies that the workspace keeps.
        static final Path KEPT = Path.of("kept");

        Artifact(Path folder, ArtifactTree.Entry entry, int depth, boolean open) {
            this(folder, entry, depth, open, null);
        }

        boolean attached() {
            return folder.equals(ATTACHED);
        }

        /// What an open folder is remembered by.
        String key() {
            return folder + "/" + entry.path();
        }
    }

    /// The note, in Markdown.
    record Note(String markdown) implements DetailRow {
    }

    /// A sentence where there is nothing to list.
    record Hint(String text) implements DetailRow {
    }
}
