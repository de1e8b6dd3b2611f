package cotejo.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// What tells one state of a file from another without reading it.
///
/// @param path     the absolute path
/// @param size     in bytes; -1 when the file could not be looked at
/// @param modified when it was changed last, in nanoseconds since 1970 as far as the file system counts them
/// @param key      what the file system knows the file by, so that another file put in its place is another one
public record FileStamp(String path, long size, long modified, String key) {

    /// The file as it is now.
    public static FileStamp of(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(path, now.size(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(now.fileKey()));
        } catch (IOException unseen) {
            return new FileStamp(path, -1, 0, "");
        }
    }

    /// Whether the file is still what it was.
    public boolean holds() {
        return size >= 0 && equals(of(Path.of(path)));
    }
}
