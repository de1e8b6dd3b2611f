package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.DatasetUse;
import cotejo.model.MetricSummary;
import cotejo.model.StoredFile;
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

    /// A file or folder among the artifacts of a place.
    ///
    /// @param place   the folder as [cotejo.artifact.ArtifactFiles] takes it, or what stands for one
    /// @param modelId the logged model whose files these are; empty when they are the run's own
    /// @param kept    the file when the workspace keeps it; null below a folder of the source, and for folders
    record Artifact(String place, String modelId, ArtifactTree.Entry entry, int depth, boolean open,
            @Nullable StoredFile kept) implements DetailRow {

        /// Stands as the folder of what the person attached.
        static final String ATTACHED = "attached";
        /// Stands as the folder of copies that the workspace keeps.
        static final String KEPT = "kept";

        boolean attached() {
            return place.equals(ATTACHED);
        }

        /// What a version made from this is called after: the path, or the name of the model it is.
        String registered() {
            return entry.path().isEmpty() ? entry.name() : entry.path();
        }

        /// What an open folder is remembered by.
        String key() {
            return place + "/" + entry.path();
        }
    }

    /// The note, in Markdown.
    record Note(String markdown) implements DetailRow {
    }

    /// A sentence where there is nothing to list.
    record Hint(String text, When when) implements DetailRow {

        /// When it stands there.
        enum When {
            /// While nothing is looked for.
            AT_REST, ALWAYS
        }

        Hint(String text) {
            this(text, When.AT_REST);
        }
    }
}
