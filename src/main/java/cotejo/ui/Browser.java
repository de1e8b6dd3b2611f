package cotejo.ui;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/// The system's browser: the one place that hands a file to another program, and only when a person asked for it.
final class Browser extends Application {

    private Browser() {
    }

    /// Has the system open a file with its browser.
    static void show(Path file) {
        // The service belongs to an application; one that is never started has it too.
        new Browser().getHostServices().showDocument(file.toUri().toASCIIString());
    }

    @Override
    public void start(Stage stage) {
        throw new IllegalStateException("there is nothing to start");
    }
}
