package cotejo.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for files and folders. Behind an interface because the headless platform has no native dialogs.
public interface Choosers {

    /// Some files to open; empty when the person closed the dialog.
    List<Path> openFiles(String title);

    Optional<Path> openFolder(String title);

    /// A file to write, with the first ending where a person typed none.
    ///
    /// @param name       the name proposed
    /// @param extensions such as `csv`, the first one proposed
    Optional<Path> saveFile(String title, String name, List<String> extensions);

    /// A file with the first of these endings where it has none, unless that is another file, which nobody was asked
    /// about.
    static Path ended(Path file, List<String> extensions) {
        String name = String.valueOf(file.getFileName());
        if (extensions.isEmpty() || name.contains(".")) {
            return file;
        }
        Path ended = file.resolveSibling(name + "." + extensions.getFirst());
        return Files.exists(ended) ? file : ended;
    }

    /// Asks before something that destroys; true when the person agrees.
    ///
    /// @param action the verb on the button that does it
    boolean confirmDestroying(String title, String explanation, String action);

    /// Asks for a line of text; empty when the person closed the dialog.
    Optional<String> askText(String title, String label, String value);
}
