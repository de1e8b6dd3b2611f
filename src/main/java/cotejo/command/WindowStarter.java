package cotejo.command;

/// Opens the window.
@FunctionalInterface
public interface WindowStarter {

    /// Shows the window and returns its exit code when it was closed. The workspace that was handed over is closed by
    /// the caller.
    ///
    /// @throws UnsupportedOperationException when there is no display to show it on
    int start(WindowRequest request);

    /// Told before the workspace is opened, where there is a display: what takes long to start may begin. Returns at
    /// once.
    default void prepare() {
    }
}
