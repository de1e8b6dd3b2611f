package cotejo.artifact;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where a path as the workspace records it leads: to a file or folder, or to what lies in a zip file.
///
/// @param file   the file or folder on the disk
/// @param inside the path within the zip file; empty when it is none
public record SourcePlace(Path file, String inside) {

    private static final String IN_ZIP = "!/";

    /// Takes a recorded path apart. A folder may be called `old!` as well, so a mark counts where a file stands before
    /// it, or where nothing stands any more.
    public static SourcePlace of(String recorded) {
        Path whole = Path.of(recorded);
        if (Files.exists(whole)) {
            // A zip file that is a store from its root is recorded by its own path alone.
            return new SourcePlace(whole, ZipStore.isZip(whole) ? "/" : "");
        }
        for (int mark = recorded.indexOf(IN_ZIP); mark >= 0; mark = recorded.indexOf(IN_ZIP, mark + 1)) {
            Path file = Path.of(recorded.substring(0, mark));
            if (Files.isRegularFile(file)) {
                return new SourcePlace(file, recorded.substring(mark + 1));
            }
        }
        int mark = recorded.indexOf(IN_ZIP);
        return mark < 0 ? new SourcePlace(whole, "")
                : new SourcePlace(Path.of(recorded.substring(0, mark)), recorded.substring(mark + 1));
    }

    /// Whether it lies in a zip file.
    public boolean inZip() {
        return !inside.isEmpty();
    }
}
