package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.settings.Settings;
import cotejo.ui.Command;
import cotejo.ui.CommandEvent;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The keyboard is in the search for experiments when the program starts; a path pasted there is meant to be opened.
final class PastedPathTest {

    @TempDir
    private Path folder;

    /// Pastes a text into the empty search, and gives what was asked of the window and what stands in the search then.
    private List<Object> paste(String text) throws Exception {
        try (RunsHouse house = RunsHouse.with(folder, work -> Thread.ofVirtual().start(work), Platform::runLater,
                Settings.defaults())) {
            RunsPanel panel = Fx.run(() -> new RunsPanel(house.context));
            return Fx.run(() -> {
                Fx.scene((Parent) panel.node(), 1000, 700);
                List<Object> seen = new ArrayList<>();
                panel.node().addEventHandler(CommandEvent.ASKED, event -> seen.add(event.command()));
                ClipboardContent content = new ClipboardContent();
                content.putString(text);
                Clipboard.getSystemClipboard().setContent(content);
                TextField search = (TextField) panel.node().lookup(".run-sidebar .text-field");
                boolean mac = System.getProperty("os.name").startsWith("Mac");
                Event.fireEvent(search, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.V, false, !mac, false, mac));
                seen.add(search.getText());
                panel.close();
                return seen;
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"/home/me/mlruns", "~/mlruns", "file:///home/me/mlruns", "'\"/home/me/my runs\"'",
            "C:\\runs\\mlflow.db", "\\\\server\\share"})
    void aPathIsOpened(String path) throws Exception {
        assertEquals(List.of(Command.PASTE_PATH, ""), paste(path));
    }

    @Test
    void anythingElseIsSearchedFor() throws Exception {
        assertEquals(List.of("digits/cnn"), paste("digits/cnn"));
    }
}
