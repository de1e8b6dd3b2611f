package cotejo.ui;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;

/// A wish that a node deep in a panel sends up to the window: put these runs beside each other.
public final class CompareEvent extends Event {

    private static final long serialVersionUID = 1L;

    /// What the window listens for.
    public static final EventType<CompareEvent> ASKED = new EventType<>(Event.ANY, "COTEJO_COMPARE");

    private final transient List<Long> runs;

    /// @param runs keys of runs
    public CompareEvent(List<Long> runs) {
        super(ASKED);
        this.runs = List.copyOf(runs);
    }

    public List<Long> runs() {
        return runs;
    }
}
