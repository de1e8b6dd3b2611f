package cotejo.compare;

import java.nio.file.Path;

/// A file that belongs to a run.
///
/// @param file     where it lies, safe to open for reading
/// @param size     bytes
/// @param modified epoch milliseconds
public record FileOfRun(Path file, long size, long modified) {
}
