package cotejo.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;

/// A wish that a node deep in a panel sends up to the window: that these files and folders are imported.
public final class ImportEvent extends Event {

    private static final long serialVersionUID = 1L;

    /// What the window listens for.
    public static final EventType<ImportEvent> ASKED = new EventType<>(Event.ANY, "COTEJO_IMPORT");

    private final transient List<Path> paths;

    public ImportEvent(List<Path> paths) {
        super(ASKED);
        this.paths = List.copyOf(paths);
    }

    public List<Path> paths() {
        return paths;
    }
}
