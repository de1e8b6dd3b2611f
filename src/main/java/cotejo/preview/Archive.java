package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.ZipParts;
import cotejo.codec.ZipParts.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A zip archive being read, and which of its members were read already.
record Archive(Candidate candidate, ZipParts zip, FactsBuilder facts, Set<Entry> read) {

    Archive(Candidate candidate, ZipParts zip, FactsBuilder facts) {
        this(candidate, zip, facts, new HashSet<>());
    }

    boolean done(Entry entry) {
        return read.contains(entry);
    }

    /// Notes that a member was read.
    Entry take(Entry entry) {
        read.add(entry);
        return entry;
    }

    /// The member of exactly this name.
    @Nullable Entry exact(String name) {
        return zip.entries().stream().filter(entry -> entry.name().equals(name)).findFirst().orElse(null);
    }

    /// The member of this name in the archive or in its one outermost folder.
    @Nullable Entry find(String name) {
        for (Entry entry : zip.entries()) {
            String own = entry.name();
            int slash = own.indexOf('/');
            if (own.equals(name) || slash >= 0 && own.substring(slash + 1).equals(name)) {
                return entry;
            }
        }
        return null;
    }

    byte[] head(Entry entry) throws IOException {
        try (InputStream in = zip.stream(entry)) {
            return in.readNBytes(Candidate.HEAD);
        }
    }

    byte[] bytes(Entry entry, int most) throws IOException {
        try (InputStream in = zip.stream(take(entry))) {
            return in.readNBytes(most);
        }
    }

    JsonNode json(Entry entry) throws IOException {
        return JsonLimits.tree(bytes(entry, JsonLimits.LARGEST));
    }
}
