package cotejo.command;

import cotejo.store.WorkspaceFolder;
import cotejo.workspace.Workspace;
import java.util.Optional;

/// The program a command runs in.
public interface Host {

    /// The workspace's folder.
    WorkspaceFolder folder();

    /// The workspace, opened at the first call.
    ///
    /// @throws cotejo.store.StoreException when it is taken, damaged or too new
    Workspace workspace();

    /// Who draws views, where that is possible.
    Optional<ViewRenderer> views();

    /// Whether the workspace is open for others besides this command.
    Sharing sharing();

    /// Who else uses the workspace while a command runs.
    enum Sharing {
        /// Only this command.
        ALONE,
        /// A window that stays open after it.
        WITH_WINDOW
    }
}
