package cotejo.ui;

import javafx.event.Event;
import javafx.event.EventType;

/// A wish that a node deep in a panel sends up to the window, such as the Import button of an empty table:
/// `node.fireEvent(new CommandEvent(Command.IMPORT_FOLDER))`.
public final class CommandEvent extends Event {

    private static final long serialVersionUID = 1L;

    /// What the window listens for.
    public static final EventType<CommandEvent> ASKED = new EventType<>(Event.ANY, "COTEJO_COMMAND");

    private final Command command;

    public CommandEvent(Command command) {
        super(ASKED);
        this.command = command;
    }

    public Command command() {
        return command;
    }
}
