package cotejo.ui;

import cotejo.model.Source;
import java.nio.file.Path;
import java.util.List;

/// Brings stores into the workspace, from wherever in the window that is asked for. Returns at once; how it goes is
/// shown in the task tray, and how it ended by a notice.
public interface Imports {

    /// Looks what the paths hold, and imports it: one store at once, several after the person has chosen.
    void open(List<Path> paths);

    /// Reads a source again.
    void again(Source source);
}
