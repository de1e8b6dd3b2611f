package cotejo.registry;

import java.nio.file.Path;

/// A file of a version, wherever it lies now.
///
/// @param path   its place below the version, parts joined by `/`
/// @param file   where to read it
/// @param sha256 of its content when the workspace keeps it; empty when it lies in the source
public record NamedFile(String path, Path file, long bytes, String sha256) {
}
