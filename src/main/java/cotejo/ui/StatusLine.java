package cotejo.ui;

import cotejo.ui.tasks.TaskTray;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.StatusBar;

/// The line below: what the panel says at the left, the running tasks at the right.
final class StatusLine extends StatusBar {

    StatusLine(TaskTray tray) {
        getStyleClass().add("status-line");
        setText("");
        getRightItems().add(tray.button());
    }

    void follow(ObservableValue<String> status) {
        textProperty().unbind();
        textProperty().bind(status);
    }

    void rest() {
        textProperty().unbind();
        setText("");
    }
}
