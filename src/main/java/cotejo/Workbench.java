package cotejo;

import cotejo.artifact.ArtifactFiles;
import cotejo.importing.ImportSession;
import cotejo.importing.Importers;
import cotejo.importing.Recognition;
import cotejo.importing.SourceWatch;
import cotejo.registry.Registry;
import cotejo.store.ContentStore;
import cotejo.store.Database;
import cotejo.store.EditStore;
import cotejo.store.RegistryStore;
import cotejo.store.RunCatalog;
import cotejo.store.SeriesStore;
import cotejo.store.SourceStore;
import cotejo.store.ViewStore;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;

/// The composition root: opens a workspace, builds its services, and closes them in reverse.
public final class Workbench implements AutoCloseable {

    /// The purpose of the one that is opened to be looked at: it leaves its runs to the next start.
    public static final String WINDOW = "window";

    private final Workspace workspace;
    private final String purpose;
    private boolean closed;

    private Workbench(Workspace workspace, String purpose) {
        this.workspace = workspace;
        this.purpose = purpose;
    }

    /// Opens the workspace in a folder, making it if it is not there.
    ///
    /// @param purpose what for, such as `window` or `import`, for whoever finds it taken
    /// @throws cotejo.store.StoreException when it is taken, damaged, or too new
    public static Workbench open(WorkspaceFolder folder, String purpose, Tasks tasks) {
        Database database = Database.open(folder, purpose);
        SourceStore sources = new SourceStore(database);
        ImportSession imports = new ImportSession(database, sources);
        SourceWatch watch = new SourceWatch(sources, imports, Importers.all());
        RunCatalog catalog = new RunCatalog(database);
        ContentStore content = new ContentStore(database);
        RegistryStore registry = new RegistryStore(database);
        ArtifactFiles artifacts = new ArtifactFiles(folder.unpacked());
        Registry models = new Registry(database, content, catalog, sources, registry, artifacts);
        return new Workbench(new Workspace(database, sources, catalog, new SeriesStore(database),
                new EditStore(database), new ViewStore(database), content, artifacts, registry, models,
                new Recognition(Importers.all()), imports, watch, tasks), purpose);
    }

    public Workspace workspace() {
        return workspace;
    }

    /// Ends all work and gives the workspace back. Closing again does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        workspace.tasks().cancelAll();
        workspace.watch().close();
        if (purpose.equals(WINDOW)) {
            workspace.catalog().keep();
        }
        workspace.catalog().close();
        workspace.artifacts().close();
        workspace.database().close();
    }
}
