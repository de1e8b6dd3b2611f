package cotejo.workspace;

import cotejo.artifact.ArtifactFiles;
import cotejo.importing.ImportSession;
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
import cotejo.work.Tasks;

/// An open workspace: everything the window and the commands do goes through these services. Built and closed by
/// [cotejo.Workbench] only.
///
/// @param database    where it lies ([Database#folder]) and what changes in it ([Database#changes])
/// @param sources     the stores that were imported
/// @param catalog     all runs, in memory
/// @param series      the points of metrics
/// @param edits       the person's changes to runs, and removal for good
/// @param views       saved views
/// @param content     the files it took in, each under its hash
/// @param artifacts   opens the files of runs
/// @param registry    registered and logged models
/// @param models      the rules of registered models
/// @param recognition finds stores in what was dropped
/// @param imports     brings them in
/// @param watch       keeps watched sources up to date
/// @param tasks       the long work under way
public record Workspace(Database database, SourceStore sources, RunCatalog catalog, SeriesStore series,
        EditStore edits, ViewStore views, ContentStore content, ArtifactFiles artifacts,
        RegistryStore registry, Registry models, Recognition recognition, ImportSession imports,
        SourceWatch watch, Tasks tasks) {

    /// The same workspace for somebody who only looks: views are not saved.
    public Workspace forLooking() {
        return new Workspace(database, sources, catalog, series, edits, views.forLooking(), content, artifacts,
                registry, models, recognition, imports, watch, tasks);
    }
}
