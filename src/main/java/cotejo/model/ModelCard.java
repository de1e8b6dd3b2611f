package cotejo.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// A registered model as it stands: what its source says, with the workspace's own changes laid over it.
///
/// @param label       what its source is called; empty for a model of the workspace itself
/// @param aliases     alias to version number
/// @param created     epoch milliseconds, or 0 when unknown
/// @param updated     epoch milliseconds, or 0 when unknown
/// @param deleted     when it was put into the trash, epoch milliseconds; 0 when it was not
/// @param lastVersion the greatest number a version ever had
/// @param hidden      numbers of versions of the source that are not shown because one registered here has the number
/// @param versions    lowest first, trashed ones included
public record ModelCard(ModelId id, String label, String description, Map<String, String> tags,
        SortedMap<String, Integer> aliases, long created, long updated, long deleted, int lastVersion,
        List<Integer> hidden, List<VersionCard> versions) {

    public String name() {
        return id.name();
    }

    /// The version of a number, when it is there and not in the trash.
    public Optional<VersionCard> version(int number) {
        return any(number).filter(version -> version.deleted() == 0);
    }

    /// The version of a number, in the trash or not.
    public Optional<VersionCard> any(int number) {
        int low = 0;
        int high = versions.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = versions.get(middle).version();
            if (at == number) {
                return Optional.of(versions.get(middle));
            }
            low = at < number ? middle + 1 : low;
            high = at < number ? high : middle - 1;
        }
        return Optional.empty();
    }

    /// The versions that are not in the trash, lowest first.
    public List<VersionCard> live() {
        return versions.stream().filter(version -> version.deleted() == 0).toList();
    }

    /// The live versions in a stage, lowest first.
    public List<VersionCard> in(String stage) {
        return versions.stream().filter(v -> v.deleted() == 0 && v.stage().equals(stage)).toList();
    }

    /// The aliases of a version, in order.
    public List<String> aliasesOf(int version) {
        return aliases.isEmpty() ? List.of()
                : aliases.entrySet().stream().filter(e -> e.getValue() == version).map(Map.Entry::getKey).toList();
    }
}
