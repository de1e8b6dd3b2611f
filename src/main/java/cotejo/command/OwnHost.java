package cotejo.command;

import cotejo.Workbench;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A process of the command's own, which opens the workspace when it is first asked for, and closes it at the end.
final class OwnHost implements Host, AutoCloseable {

    private final WorkspaceFolder folder;
    private final String purpose;
    private final Optional<ViewRenderer> views;
    private @Nullable Workbench workbench;

    OwnHost(WorkspaceFolder folder, String purpose, Optional<ViewRenderer> views) {
        this.folder = folder;
        this.purpose = purpose;
        this.views = views;
    }

    @Override
    public WorkspaceFolder folder() {
        return folder;
    }

    @Override
    public Workspace workspace() {
        Workbench open = workbench;
        if (open == null) {
            open = Workbench.open(folder, purpose, Tasks.onVirtualThreads());
            workbench = open;
        }
        return open.workspace();
    }

    @Override
    public Optional<ViewRenderer> views() {
        return views;
    }

    @Override
    public Sharing sharing() {
        return Sharing.ALONE;
    }

    @Override
    public void close() {
        Workbench open = workbench;
        if (open != null) {
            open.close();
        }
    }
}
