package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A model, or a version of one, in the trash.
///
/// @param version 0 for the model with all its versions
/// @param deleted when it was put there, epoch milliseconds
record Trashed(ModelCard model, int version, long deleted) {

    /// What of these lies in the trash, latest first. A model there takes its versions along.
    static List<Trashed> of(List<ModelCard> models) {
        List<Trashed> trash = new ArrayList<>();
        for (ModelCard model : models) {
            if (model.deleted() > 0) {
                trash.add(new Trashed(model, 0, model.deleted()));
                continue;
            }
            for (VersionCard version : model.versions()) {
                if (version.deleted() > 0) {
                    trash.add(new Trashed(model, version.version(), version.deleted()));
                }
            }
        }
        trash.sort(Comparator.comparingLong(Trashed::deleted).reversed());
        return List.copyOf(trash);
    }

    /// What it is called: the model, and its number where it is a version.
    String name() {
        return version == 0 ? model.name()
                : Texts.get("models.trash.version", model.name(), Integer.toString(version));
    }

    /// What goes with it, in a few words.
    String facts() {
        return version == 0 ? Texts.get("models.versions", model.versions().size())
                : model.any(version).map(VersionCard::stage).orElse("");
    }
}
