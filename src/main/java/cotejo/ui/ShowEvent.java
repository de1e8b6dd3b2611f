package cotejo.ui;

import cotejo.model.DatasetRef;
import javafx.event.Event;
import javafx.event.EventType;

/// A wish that a node deep in a panel sends up to the window: to be shown something in another panel, such as the run
/// that a version came from. The window shows the panel and asks it, by [Panel#ask].
public final class ShowEvent extends Event {

    private static final long serialVersionUID = 1L;

    /// What the window listens for.
    public static final EventType<ShowEvent> ASKED = new EventType<>(Event.ANY, "COTEJO_SHOW");

    /// What is to be shown.
    public sealed interface What {

        /// The id of the panel that shows it.
        String panel();
    }

    /// A run among the others.
    public record Run(long runKey) implements What {
        @Override
        public String panel() {
            return "runs";
        }
    }

    /// The sheet that registers an artifact of a run as a version of a model.
    ///
    /// @param path    below the run's artifacts
    /// @param modelId the logged model whose files these are; empty when they are the run's own
    public record Register(long runKey, String path, String modelId) implements What {
        @Override
        public String panel() {
            return "models";
        }
    }

    /// A dataset that runs read.
    public record Dataset(DatasetRef dataset) implements What {
        @Override
        public String panel() {
            return "datasets";
        }
    }

    /// Two datasets beside each other.
    public record DatasetPair(DatasetRef before, DatasetRef after) implements What {
        @Override
        public String panel() {
            return "datasets";
        }
    }

    private final transient What what;

    public ShowEvent(What what) {
        super(ASKED);
        this.what = what;
    }

    public What what() {
        return what;
    }
}
