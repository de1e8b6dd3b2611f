package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.DatasetUse;
import cotejo.model.MetricSummary;

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

    /// A file or folder among the artifacts.
    record Artifact(ArtifactTree.Entry entry, int depth, boolean open) implements DetailRow {
    }

    /// The note, in Markdown.
    record Note(String markdown) implements DetailRow {
    }

    /// A sentence where there is nothing to list.
    record Hint(String text) implements DetailRow {
    }
}
