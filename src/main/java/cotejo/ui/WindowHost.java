package cotejo.ui;

import java.nio.file.Path;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What the frame asks of whoever put it up.
interface WindowHost {

    /// Closes this workspace and opens another in its place.
    void openWorkspace(Path folder);

    /// Builds the frame anew, in the language that holds now.
    void rebuild();

    void quit();

    /// Has the system's browser show a file.
    void browse(Path file);

    /// The window the frame stands in, or null for a picture.
    @Nullable Window window();

    /// For pictures and tests: nothing can be asked.
    static WindowHost none() {
        return new WindowHost() {
            @Override
            public void openWorkspace(Path folder) {
            }

            @Override
            public void rebuild() {
            }

            @Override
            public void quit() {
            }

            @Override
            public void browse(Path file) {
            }

            @Override
            public @Nullable Window window() {
                return null;
            }
        };
    }
}
