package cotejo.importing;

import java.nio.file.Path;

/// A store that was recognised.
///
/// @param file     the file or folder on disk; for a store in a zip file, the zip file
/// @param inside   the path of the store within the zip file, or empty
/// @param importer who reads it
/// @param claim    how sure that is, and why
public record FoundStore(Path file, String inside, RunImporter importer, Claim claim) {

    /// The path as the workspace records it, and as people see it.
    public String display() {
        return inside.isEmpty() || inside.equals("/") ? file.toString() : file + "!" + inside;
    }
}
