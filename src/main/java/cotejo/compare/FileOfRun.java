package cotejo.compare;

import java.nio.file.Path;

/// A file that belongs to a run.
///
/// @param file     where it lies, safe to open for reading
/// @param size     bytes
/// @param modified epoch milliseconds
/// @param sha256   of its content where that is known without reading it, else empty
public record FileOfRun(Path file, long size, long modified, String sha256) {

    /// A file whose content nobody has looked at.
    public FileOfRun(Path file, long size, long modified) {
        this(file, size, modified, "");
    }
}
