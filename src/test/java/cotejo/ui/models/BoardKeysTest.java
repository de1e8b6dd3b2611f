package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.Workbench;
import cotejo.importing.FoundStore;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Fx;
import cotejo.ui.Undressed;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The board of stages by the keyboard alone, in a window without a display.
final class BoardKeysTest {

    @TempDir
    private Path folder;

    private Workbench bench;
    private ModelsPanel panel;
    private Stage stage;

    @BeforeEach
    void aWindowWithTheBoardOfTheSample() throws Exception {
        bench = Workbench.open(WorkspaceFolder.at(folder.resolve("w")), "test", Tasks.inline());
        FoundStore found = bench.workspace().recognition()
                .look(List.of(Path.of("sample-data", "digits-and-more")), Cancel.never()).stores().getFirst();
        bench.workspace().imports().run(found, Progress.NONE, Cancel.never());
        bench.workspace().catalog().fresh();
        Fx.run(() -> {
            panel = new ModelsPanel(Undressed.context(bench.workspace(), SettingsStore.inMemory(Settings.defaults()),
                    Runnable::run, Platform::runLater));
            stage = new Stage();
            stage.setScene(new Scene((Parent) panel.node(), 1000, 700));
            stage.show();
            Fx.lay(stage.getScene());
            return 0;
        });
        Fx.until(() -> panel.node().lookup(".stage-column") != null && !column(1).getItems().isEmpty());
        Fx.run(() -> {
            column(1).getSelectionModel().select(0);
            column(1).requestFocus();
            return 0;
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.close();
            panel.close();
            return 0;
        });
        bench.close();
    }

    @SuppressWarnings("unchecked")
    private ListView<Card> column(int index) {
        Node column = panel.node().lookupAll(".stage-column").stream().toList().get(index);
        return (ListView<Card>) Objects.requireNonNull(column.lookup(".list-view"));
    }

    private List<Integer> versions(int column) {
        return column(column).getItems().stream().map(card -> card.version().version()).toList();
    }

    private void press(KeyCode code, boolean alt) throws Exception {
        Fx.run(() -> {
            Node target = stage.getScene().getFocusOwner();
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
            Fx.lay(stage.getScene());
            return 0;
        });
    }

    @Test
    void altAndAnArrowAskToMoveTheCardAndTheKeyboardFollowsIt() throws Exception {
        assertEquals(List.of(2), Fx.run(() -> versions(1)));
        press(KeyCode.RIGHT, true);
        assertTrue(Fx.run(() -> stage.getScene().getFocusOwner() instanceof TextArea), "the comment has the keyboard");
        Fx.until(() -> panel.node().lookup(".promote-sheet .accent") instanceof Button move && !move.isDisabled());
        Fx.run(() -> {
            Fx.lay(stage.getScene());
            Button move = (Button) Objects.requireNonNull(panel.node().lookup(".promote-sheet .accent"));
            move.fire();
            return 0;
        });
        Fx.until(() -> versions(2).contains(2));
        assertEquals(List.of(), Fx.run(() -> versions(1)));
        assertEquals(column(2), Fx.run(() -> stage.getScene().getFocusOwner()));
        assertEquals(2, Fx.run(() -> column(2).getSelectionModel().getSelectedItem().version().version()));
    }

    @Test
    void escapeLeavesTheCardWhereItWasAndTheKeyboardOnIt() throws Exception {
        press(KeyCode.LEFT, true);
        press(KeyCode.ESCAPE, false);
        assertEquals(List.of(2), Fx.run(() -> versions(1)));
        assertEquals(column(1), Fx.run(() -> stage.getScene().getFocusOwner()));
    }

    @Test
    void enterOpensTheVersion() throws Exception {
        press(KeyCode.ENTER, false);
        assertTrue(Fx.run(() -> panel.node().lookup(".stage-board") == null));
    }

    @Test
    void oneCardIsChosenAtATime() throws Exception {
        Fx.run(() -> {
            column(2).getSelectionModel().select(0);
            return 0;
        });
        assertTrue(Fx.run(() -> column(1).getSelectionModel().isEmpty()));
    }

    /// The text lies in a split pane, whose parts join the scene only with its skin.
    @Test
    void theWordsOfADescriptionHaveTheKeyboardAtOnce() throws Exception {
        Fx.run(() -> {
            panel.show("model-words");
            return 0;
        });
        assertTrue(Fx.run(() -> stage.getScene().getFocusOwner() instanceof TextArea));
    }
}
