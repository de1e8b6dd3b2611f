package cotejo.registry;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.VersionCard;
import cotejo.store.ContentStore;
import cotejo.store.RegistryBook;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Deleting for good, and saying before what goes.
public final class Removals {

    /// What goes.
    ///
    /// @param numbers of the versions
    /// @param files   kept files of the versions
    /// @param bytes   of those files
    /// @param freed   how many of the bytes leave the disk; what other versions or runs hold too stays
    public record Weight(List<Integer> numbers, int files, long bytes, long freed, List<String> aliases) {

        public int versions() {
            return numbers.size();
        }
    }

    private final Registry registry;
    private final RegistryBook book;
    private final ContentStore content;

    Removals(Registry registry, RegistryBook book, ContentStore content) {
        this.registry = registry;
        this.book = book;
        this.content = content;
    }

    private static List<VersionCard> meant(ModelCard model, int version) {
        return version > 0 ? List.of(Registry.requireVersion(model, version)) : model.versions();
    }

    /// What goes with a version, or with 0 the model.
    public Weight weigh(ModelId id, int version) {
        ModelCard model = registry.model(id).orElseThrow();
        int files = 0;
        long bytes = 0;
        List<VersionCard> versions = meant(model, version);
        for (VersionCard card : versions) {
            files += card.kept() ? book.files(id, card.version()).size() : 0;
            bytes += card.bytes();
        }
        return new Weight(versions.stream().map(VersionCard::version).toList(), files, bytes,
                book.heldAlone(id, version),
                versions.stream().flatMap(v -> model.aliasesOf(v.version()).stream()).toList());
    }

    /// Deletes a version, or with 0 the model, from the workspace for good. Numbers stay taken and the history stays.
    /// What a source holds of it stays there, and is not shown here again.
    ///
    /// @return what left the disk
    /// @throws IOException when its files cannot be removed from the disk; the registry has forgotten it then
    public ContentStore.Collected deleteForGood(ModelId id, int version, String who) throws IOException {
        ModelCard model = registry.model(id).orElseThrow();
        List<VersionCard> versions = meant(model, version);
        registry.change(id, version, who, Kind.PURGE, "", Map.of("versions", Integer.toString(versions.size())),
                (pen, key, now) -> {
                    for (VersionCard card : versions) {
                        pen.lay(key, card.version(), now);
                        model.aliasesOf(card.version()).forEach(alias -> pen.alias(key, alias, null));
                        pen.purgeVersion(key, card.version());
                    }
                    if (version == 0) {
                        pen.purgeModel(key, now);
                    }
                });
        return content.collect();
    }
}
