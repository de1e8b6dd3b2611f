package cotejo.registry;

import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Detail;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.VersionCard;
import cotejo.store.Database;
import cotejo.store.RegistryBook;
import java.util.List;
import java.util.Map;

/// Writes models of many versions, as registering them one after the other would.
public final class ManyVersions {

    private static final List<String> STAGES = List.of("None", "Archived", "Archived", "Staging", "None");
    private static final long START = 1_790_000_000_000L;

    private ManyVersions() {
    }

    /// Writes one model.
    public static void write(Database database, String name, int versions) {
        new RegistryBook(database).change(pen -> {
            long key = pen.model(ModelId.here(name), START);
            for (int version = 1; version <= versions; version++) {
                String stage = version == versions ? "Production" : STAGES.get(version % STAGES.size());
                long at = START + version * 3_600_000L;
                pen.addVersion(key, new VersionCard(version, true, 0, stage, "", at, at, "ana",
                        "runs:/0123456789abcdef0123456789abcdef/model", "", "", "", "", "", "version " + version,
                        "READY", Map.of("validated", "yes"), "", 0), List.of(), "", Map.of());
                pen.append(new RegistryEvent(0, key, version, at, at, "ana", Kind.REGISTER, null, stage, "",
                        Detail.NONE));
            }
            pen.alias(key, "champion", versions);
        });
    }
}
