package cotejo.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// One of the rooms behind the rail: Runs, Sources and those that come. Built when it is first shown, or ahead of
/// that in a moment of rest; closed with the workspace, after which nothing may hold on to it.
public interface Panel extends AutoCloseable {

    /// Its id in settings, in `render VIEW`, and as the last part of its text keys (`shell.panel.<id>`).
    String id();

    /// The Ikonli literal of its icon on the rail, such as `fth-list`.
    String icon();

    /// The panel itself; always the same node.
    Node node();

    /// What the status line says while this panel is shown; may be empty.
    ObservableValue<String> status();

    /// Done when the panel shows what it is for, or why it cannot: before that, a picture of it says little.
    default CompletableFuture<@Nullable Void> filled() {
        return CompletableFuture.completedFuture(null);
    }

    /// Makes ready what it will need once it has something to show; called when it has its place and styles, and before
    /// it is [#filled]. A panel that opens at once anyway does nothing.
    default void prepare() {
    }

    /// What this panel does when a command is given while it is shown and the keyboard is not in a text field: such as
    /// [Command#COPY], [Command#SELECT_ALL], [Command#FIND].
    default Map<Command, Runnable> actions() {
        return Map.of();
    }

    /// Brings the panel into one of the states that [Panels.Entry#views] names, for a picture.
    default void show(String view) {
    }

    /// Shows something that another panel led to; what this panel does not know, it leaves.
    default void ask(ShowEvent.What what) {
    }

    /// Puts runs beside each other, where this is the panel for that.
    ///
    /// @param runs keys of runs
    default void compare(List<Long> runs) {
    }

    /// Shows a file that [Panels.Entry#takes] has agreed to.
    default void open(Path file) {
        throw new IllegalStateException("this panel opens no files");
    }

    @Override
    void close();
}
