package cotejo.ui;

import javafx.scene.Node;

/// One of the rooms behind the rail: Runs, Sources and those that come. Built when it is first shown; closed with the
/// workspace, after which nothing may hold on to it.
public interface Panel extends AutoCloseable {

    /// Its id in settings, in `render VIEW`, and as the last part of its text keys (`shell.panel.<id>`).
    String id();

    /// The Ikonli literal of its icon on the rail, such as `fth-list`.
    String icon();

    /// The panel itself; always the same node.
    Node node();

    /// What the status line says while this panel is shown; may be empty.
    javafx.beans.value.ObservableValue<String> status();

    @Override
    void close();
}
