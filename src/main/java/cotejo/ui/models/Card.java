package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.VersionCard;

/// A version with its model, as it lies on the board and stands in the table.
record Card(ModelCard model, VersionCard version) {

    boolean isSame(Card other) {
        return model.id().equals(other.model().id()) && version.version() == other.version().version();
    }
}
