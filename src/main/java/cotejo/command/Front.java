package cotejo.command;

import java.util.Optional;

/// The parts of the program that need a toolkit, as far as they are there.
///
/// @param window opens the window
/// @param views  draws views without it
public record Front(Optional<WindowStarter> window, Optional<ViewRenderer> views) {
}
