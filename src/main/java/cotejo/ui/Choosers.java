package cotejo.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for files and folders. Behind an interface because the headless platform has no native dialogs.
public interface Choosers {

    /// Some files to open; empty when the person closed the dialog.
    List<Path> openFiles(String title);

    Optional<Path> openFolder(String title);

    /// A file to write.
    ///
    /// @param name       the name proposed
    /// @param extensions such as `csv`, the first one proposed
    Optional<Path> saveFile(String title, String name, List<String> extensions);

    /// Asks before something that destroys; true when the person agrees.
    ///
    /// @param action the verb on the button that does it
    boolean confirmDestroying(String title, String explanation, String action);

    /// Asks for a line of text; empty when the person closed the dialog.
    Optional<String> askText(String title, String label, String value);
}
