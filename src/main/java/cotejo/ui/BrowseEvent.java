package cotejo.ui;

import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;

/// A wish that a node deep in a panel sends up to the window: that the system's browser shows a file. Only a person's
/// click may send it, for a browser runs what stands in the file.
public final class BrowseEvent extends Event {

    private static final long serialVersionUID = 1L;

    /// What the window listens for.
    public static final EventType<BrowseEvent> ASKED = new EventType<>(Event.ANY, "COTEJO_BROWSE");

    private final transient Path file;

    public BrowseEvent(Path file) {
        super(ASKED);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
