package cotejo.importing.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/// Params and tags: one file a key, the whole file its value. Keys with `/` lie in folders.
final class KeyFiles {

    /// The longest value that is kept whole; MLflow itself stops at 8,000 characters.
    static final int LONGEST = 16 << 20;

    private KeyFiles() {
    }

    /// All values below a folder that is nothing but key files.
    static Map<String, String> in(FolderReading reading, Path folder) {
        FileListing listing = FileListing.ofAll(reading, folder);
        listing.report(reading);
        return read(reading, listing.entries(), 0, new HashSet<>());
    }

    /// The values of these files, each under its name without the first `cut` characters. Files that could not be read
    /// are told and their names added to `failed`.
    static Map<String, String> read(FolderReading reading, Collection<FileListing.Entry> files, int cut,
            Collection<String> failed) {
        Map<String, String> values = new TreeMap<>();
        for (FileListing.Entry file : files) {
            reading.cancel().check();
            try {
                values.put(file.name().substring(cut), file.size() == 0 ? "" : value(reading, file.path()));
            } catch (IOException e) {
                reading.unreadable(file.path(), e);
                failed.add(file.name());
            }
        }
        return values;
    }

    private static String value(FolderReading reading, Path file) throws IOException {
        byte[] bytes = reading.bytes(file, LONGEST);
        if (bytes.length <= LONGEST) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        reading.problem(file, 0, "mlflowfolder.value.long");
        int end = LONGEST;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            // Never in the middle of a character.
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
