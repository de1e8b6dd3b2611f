package cotejo.ui.models;

import cotejo.model.Problem;
import cotejo.model.RegistryEvent;
import cotejo.model.StageRequest;
import cotejo.model.Usage;
import cotejo.registry.Lineage;
import cotejo.registry.NamedFile;
import cotejo.registry.Passport;
import cotejo.registry.Registry;
import cotejo.registry.RegistryRefusal;
import cotejo.registry.VersionFacts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/// Everything about one version, as its page shows it.
///
/// @param filesTrouble why there are no files; empty when there are
/// @param pending      requests that nobody decided yet
record VersionDetail(Card card, VersionFacts facts, Passport passport, List<NamedFile> files, String filesTrouble,
        Lineage.Way way, List<RegistryEvent> events, SortedMap<String, List<Usage>> usage,
        List<StageRequest> pending) {

    /// Whether its files are there and too large to have been read for their hash by the way.
    boolean unhashed() {
        return passport.value("parameters.files").isPresent() && passport.value("parameters.hash").isEmpty();
    }

    /// Reads it; not for the FX thread.
    static VersionDetail read(Registry registry, Card card, Cancel cancel) {
        List<NamedFile> files = List.of();
        String trouble = "";
        try {
            files = registry.versions().files(card.model().id(), card.version(), cancel);
            trouble = registry.versions().lost(card.model().id(), card.version());
        } catch (IOException | RegistryRefusal notThere) {
            trouble = Problem.describe(notThere);
        }
        int version = card.version().version();
        List<RegistryEvent> events = registry.history().of(card.model().id()).stream()
                .filter(event -> event.version() == version
                        || event.detail().moves().stream().anyMatch(move -> move.version() == version)).toList();
        return new VersionDetail(card, registry.versions().facts(card.model().id(), card.version(), cancel),
                registry.versions().passport(card.model().id(), card.version(), cancel), files, trouble,
                registry.lineage().of(card.model(), card.version(), cancel), events,
                registry.usage(card.model().id(), version),
                registry.promotions().requests(card.model().id()).stream().filter(request ->
                        request.version() == version && request.state() == StageRequest.State.PENDING).toList());
    }
}
