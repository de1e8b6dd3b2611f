package cotejo.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.Workbench;
import cotejo.artifact.ArtifactTree;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Fx;
import cotejo.ui.Undressed;
import cotejo.work.Tasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures among the artifacts of a run, one after the other.
final class ArtifactPreviewTest {

    @TempDir
    private Path folder;

    private Workbench bench;
    private ListView<DetailRow> list;
    private StackPane root;
    private Pane over;
    private Stage stage;

    @BeforeEach
    void threePictures() throws Exception {
        bench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline());
        Path files = Files.createDirectories(folder.resolve("files"));
        Fx.run(() -> {
            list = new ListView<>();
            for (String name : new String[] {"a.png", "b.png", "c.png"}) {
                list.getItems().add(picture(files, name));
            }
            ArtifactPreview preview = new ArtifactPreview(Undressed.context(bench.workspace(),
                    SettingsStore.inMemory(Settings.defaults()), Runnable::run, Platform::runLater), list);
            over = new StackPane();
            root = new StackPane(preview.node(), over);
            over.setPickOnBounds(false);
            preview.over(over);
            stage = new Stage();
            stage.setScene(new Scene(root, 500, 700));
            stage.show();
            list.getSelectionModel().select(0);
            return 0;
        });
        Fx.until(() -> root.lookup(".preview-image") != null);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.close();
            return 0;
        });
        bench.close();
    }

    private static DetailRow picture(Path files, String name) throws IOException {
        Path file = files.resolve(name);
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return new DetailRow.Artifact(files.toString(), "", new ArtifactTree.Entry(name, name, ArtifactTree.Kind.FILE,
                Files.size(file), 0), 0, false, null);
    }

    private String shown() {
        return ((Label) Objects.requireNonNull(root.lookup(".artifact-head .detail-head-title"))).getText();
    }

    private void press(KeyCode code) throws Exception {
        Fx.run(() -> {
            Event.fireEvent(stage.getScene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false,
                    false, false, false));
            return 0;
        });
        Fx.until(() -> root.lookup(".preview-image") != null);
    }

    @Test
    void arrowKeysStepWhereThePictureIsShownLarger() throws Exception {
        Fx.run(() -> {
            ((Button) root.lookupAll(".artifact-head .button").iterator().next()).fire();
            return 0;
        });
        Fx.until(() -> !over.getChildren().isEmpty());
        press(KeyCode.RIGHT);
        assertEquals("b.png", Fx.run(this::shown));
        press(KeyCode.RIGHT);
        assertEquals("c.png", Fx.run(this::shown));
        press(KeyCode.LEFT);
        assertEquals("b.png", Fx.run(this::shown));
    }

    @Test
    void arrowKeysStepFromTheListOfFiles() throws Exception {
        Fx.run(() -> {
            list.requestFocus();
            return 0;
        });
        press(KeyCode.RIGHT);
        assertEquals("b.png", Fx.run(this::shown));
    }
}
