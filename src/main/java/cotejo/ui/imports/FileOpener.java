package cotejo.ui.imports;

import java.io.IOException;
import java.nio.file.Path;

/// Opens what is no store of runs: a table, or whatever else a panel can show. The first in the window's list that
/// takes a file gets it.
public interface FileOpener {

    /// Whether this is a file for it, by its content. Reads the beginning of the file; not called on the FX thread.
    boolean takes(Path file) throws IOException;

    /// Shows the file. Called on the FX thread.
    void open(Path file);
}
