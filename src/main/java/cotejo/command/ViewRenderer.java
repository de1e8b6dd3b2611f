package cotejo.command;

import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.List;

/// Draws the views of the window into files, without a display.
public interface ViewRenderer {

    /// The names of the views, the most telling first.
    List<String> views();

    /// Draws one view of an open workspace and returns when the file is written.
    ///
    /// @param view one of [#views]
    /// @throws IOException when the file cannot be written
    void render(Workspace workspace, String view, RenderOptions options) throws IOException;
}
