package cotejo.model;

/// A store that was imported, or is being watched. Its files are never changed.
///
/// @param key      the workspace's own number of it
/// @param format   the importer's id, such as `mlflow-folder`
/// @param path     the absolute path it was read from
/// @param label    a short name for people, by default the last parts of the path
/// @param imported when it was last imported, in epoch milliseconds
/// @param watched  whether the person asked to have it re-read while the window is open
/// @param remap    a folder to look for artifacts in when they lie elsewhere now; empty when none was given
public record Source(long key, String format, String path, String label, long imported, boolean watched, String remap) {
}
