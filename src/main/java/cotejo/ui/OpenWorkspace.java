package cotejo.ui;

import cotejo.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A workspace that was opened for the window, and is closed with it.
public interface OpenWorkspace extends AutoCloseable {

    Workspace workspace();

    /// Names who is called, on any thread, when a second start of the program hands its paths over. An empty list asks
    /// the window to come to the front.
    default void whenHandedPaths(Consumer<List<Path>> receiver) {
    }

    /// Done on any thread when the registry has been read ahead: with whether it holds models. Never done where nobody
    /// reads ahead.
    default CompletableFuture<Boolean> modelsRead() {
        return new CompletableFuture<>();
    }

    @Override
    void close();
}
