package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import cotejo.ui.preview.MarkdownView;

/// A version with its model, as it lies on the board and stands in the table.
record Card(ModelCard model, VersionCard version) {

    /// The first line of what is said of the version, in plain words.
    String told() {
        return MarkdownView.firstLine(version.description());
    }

    boolean isSame(Card other) {
        return model.id().equals(other.model().id()) && version.version() == other.version().version();
    }
}
