package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerLight;
import cotejo.settings.Settings;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A note is long to write, so that closing its form keeps it; Escape is the way to drop it.
final class NoteFormTest {

    private static final Executor VIRTUAL = work -> Thread.ofVirtual().start(work);

    @TempDir
    private Path folder;
    private RunsHouse house;
    private RunsPanel panel;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        house = RunsHouse.with(folder, VIRTUAL, Platform::runLater, Settings.defaults());
        house.write("vision", writing -> writing.run("one", null, Map.of(), Map.of()));
        panel = Fx.run(() -> new RunsPanel(house.context));
        stage = Fx.run(() -> {
            Stage shown = new Stage();
            shown.setScene(new Scene((Parent) panel.node(), 900, 700));
            shown.show();
            return shown;
        });
        Fx.until(() -> panel.model().phase().get() == RunsViewModel.Phase.FULL);
        Fx.run(() -> {
            panel.model().selection().only(0);
            new Editors(panel.model(), panel.node()).note(panel.grid());
            ((TextArea) form().getScene().lookup(".text-area")).setText("Worth remembering");
            return 0;
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.hide();
            panel.close();
            return 0;
        });
        house.close();
    }

    private static PopupWindow form() {
        return Window.getWindows().stream().filter(PopupWindow.class::isInstance).map(PopupWindow.class::cast)
                .filter(popup -> popup.getScene().lookup(".text-area") != null).findFirst().orElseThrow();
    }

    @Test
    void aClickBesideTheFormKeepsTheNote() throws Exception {
        Fx.run(() -> {
            form().hide();
            return 0;
        });
        Fx.until(() -> house.heard.undoables.equals(List.of("Note written on 1 run")));
    }

    @Test
    void escapeDropsTheNote() throws Exception {
        Fx.run(() -> {
            form().getScene().lookup(".text-area").fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                    KeyCode.ESCAPE, false, false, false, false));
            return 0;
        });
        Fx.run(() -> 0);
        assertEquals(List.of(), house.heard.undoables);
    }
}
