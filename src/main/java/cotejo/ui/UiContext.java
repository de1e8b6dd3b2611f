package cotejo.ui;

import cotejo.settings.SettingsStore;
import cotejo.workspace.Workspace;
import java.util.concurrent.Executor;

/// What every view is given: the services, where work runs, and how to reach the person.
///
/// @param workspace  the open workspace
/// @param settings   what the person set
/// @param background where work runs that takes longer than a frame: a virtual thread each in the program, the caller's
///                   thread in tests
/// @param front      where results are shown: the FX thread in the program, the caller's thread in tests
/// @param notices    tells the person what has happened
/// @param choosers   asks for files and folders
/// @param undo       takes back what was done
public record UiContext(Workspace workspace, SettingsStore settings, Executor background, Executor front,
        Notices notices, Choosers choosers, UndoStack undo) {
}
