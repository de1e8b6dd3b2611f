package cotejo.model;

/// A file whose content the workspace keeps.
///
/// @param path   its place below whatever it belongs to, parts joined by `/`
/// @param sha256 of its content, 64 lower-case hexadecimal digits: the name it is kept under
/// @param bytes  its length
public record StoredFile(String path, String sha256, long bytes) {
}
