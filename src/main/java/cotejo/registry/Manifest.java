package cotejo.registry;

import cotejo.model.RegistryEvent;
import cotejo.model.StoredFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `manifest.json` in a bundle says: everything that is known of a version, but its files.
///
/// @param format  [#FORMAT]
/// @param layout  [#LAYOUT]; a bundle of a greater one is refused
/// @param history of the version, oldest first, without the lines about its copies
record Manifest(String format, int layout, String model, String modelDescription, Map<String, String> modelTags,
        int version, String stage, List<String> aliases, String description, Map<String, String> tags, long created,
        String user, String source, String runOrigin, String runId, String modelId, String digest, long bytes,
        VersionFacts facts, Map<String, String> passportByHand, List<Event> history, List<StoredFile> files) {

    static final String FORMAT = "cotejo-model-version";
    static final int LAYOUT = 1;

    /// A line of the history.
    record Event(long at, String who, String event, @Nullable String from, @Nullable String to, String comment,
            RegistryEvent.Detail detail) {
    }
}
