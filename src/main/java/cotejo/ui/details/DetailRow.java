package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.DatasetUse;
import cotejo.model.MetricSummary;
import java.nio.file.Path;

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
    record Artifact(Path folder, ArtifactTree.Entry entry, int depth, boolean open) implements DetailRow {

        /// What an open folder is remembered by.
        String key() {
            return folder.resolve(entry.path()).toString();
        }
    }

    /// The note, in Markdown.
    record Note(String markdown) implements DetailRow {
    }

    /// A sentence where there is nothing to list.
    record Hint(String text) implements DetailRow {
    }
}
