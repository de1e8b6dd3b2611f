package cotejo.command;

import cotejo.model.LoggedModel;
import cotejo.model.ModelCard;
import cotejo.model.Source;
import cotejo.model.VersionCard;
import cotejo.registry.Registration;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/// MLflow's addresses of models: `models:/NAME/3`, `models:/NAME/latest`, `models:/NAME/Production`,
/// `models:/NAME@alias`, and `models:/m-…` of a logged model.
final class ModelAddress {

    static final String SCHEME = "models:/";

    /// A version that was found.
    record Found(ModelCard model, VersionCard version) {
    }

    private final Workspace workspace;

    ModelAddress(Workspace workspace) {
        this.workspace = workspace;
    }

    Found version(String address) {
        String rest = address.substring(SCHEME.length());
        int at = rest.lastIndexOf('@');
        int slash = rest.lastIndexOf('/');
        String name = at > 0 ? rest.substring(0, at) : slash > 0 ? rest.substring(0, slash) : rest;
        String which = at > 0 ? rest.substring(at) : slash > 0 ? rest.substring(slash + 1) : "latest";
        ModelCard model = workspace.models().find(name);
        return new Found(model, workspace.models().version(model, which));
    }

    /// What a new version is made from.
    Registration.From material(String address) {
        String id = address.substring(SCHEME.length());
        List<Source> holding = new ArrayList<>();
        for (Source source : workspace.sources().all()) {
            for (LoggedModel model : workspace.registry().logged(source.key(), "")) {
                if (model.id().equals(id)) {
                    holding.add(source);
                }
            }
        }
        if (holding.size() > 1) {
            throw Refusal.usage(Texts.get("command.model.loggedTwice", id));
        }
        if (!holding.isEmpty()) {
            return new Registration.FromLogged(holding.getFirst().key(), id);
        }
        Found found = version(address);
        return new Registration.FromVersion(found.model().id(), found.version().version());
    }
}
