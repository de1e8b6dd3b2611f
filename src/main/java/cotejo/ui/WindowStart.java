package cotejo.ui;

import cotejo.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// How the window shall start.
///
/// @param workspace the folder of the workspace
/// @param paths     what to import as soon as it stands
/// @param settings  what the person set
/// @param opened    the workspace in that folder
/// @param opener    opens a workspace whenever the person asks for another; called off the FX thread; throws
///                  [cotejo.store.StoreException] when it cannot
public record WindowStart(Path workspace, List<Path> paths, SettingsStore settings, OpenWorkspace opened,
        Function<Path, OpenWorkspace> opener) {
}
