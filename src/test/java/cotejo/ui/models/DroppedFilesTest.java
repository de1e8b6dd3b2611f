package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.ui.Dragged;
import cotejo.ui.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are dropped on the registry start registering a model.
final class DroppedFilesTest {

    @TempDir
    private Path folder;

    private ModelsWindow window;
    private Dragged dragged;

    @BeforeEach
    void thePanel() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), Runnable::run, Optional::empty);
        dragged = Fx.run(() -> {
            window.stage.getScene().setRoot(new StackPane());
            return new Dragged(window.panel.node());
        });
    }

    @AfterEach
    void close() throws Exception {
        dragged.close();
        window.close();
    }

    private String proposed(List<Path> files) throws Exception {
        Fx.run(() -> {
            dragged.drop(files, window.panel.node());
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".register-sheet") != null);
        return Fx.run(() -> ((ComboBox<?>) Objects.requireNonNull(
                window.panel.node().lookup(".register-sheet .combo-box"))).getEditor().getText());
    }

    @Test
    void aFolderIsProposedUnderItsName() throws Exception {
        Path model = Files.createDirectories(folder.resolve("churn"));
        Files.writeString(model.resolve("MLmodel"), "flavors: {}\n");
        assertEquals("churn", proposed(List.of(model)));
    }

    @Test
    void severalFilesAreRegisteredTogether() throws Exception {
        proposed(List.of(Files.writeString(folder.resolve("a.txt"), "a"),
                Files.writeString(folder.resolve("b.txt"), "b")));
        assertTrue(Fx.run(() -> ((Parent) window.panel.node()).lookupAll(".register-sheet .label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains("2 files"))));
    }

    @Test
    void anExportedVersionComesInAsWhatItIs() throws Exception {
        Path zip = folder.resolve("from-elsewhere.zip");
        var registry = window.bench.workspace().models();
        registry.bundles().write(registry.find("diabetes-progression").id(), 3, zip, "ana",
                cotejo.work.Progress.NONE, cotejo.work.Cancel.never());
        Fx.run(() -> {
            dragged.drop(List.of(zip), window.panel.node());
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".bring-sheet") != null);
    }

    /// Whether what stands in the field for the name can be registered, once this is typed there.
    private boolean taken(String name) throws Exception {
        return Fx.run(() -> {
            ((ComboBox<?>) Objects.requireNonNull(window.panel.node().lookup(".register-sheet .combo-box")))
                    .getEditor().setText(name);
            return !Objects.requireNonNull(window.panel.node().lookup(".register-sheet .accent")).isDisabled();
        });
    }

    @Test
    void aNameThatCannotBeIsSaidBeforeWhatWasWrittenIsGone() throws Exception {
        proposed(List.of(Files.writeString(folder.resolve("a.txt"), "a")));
        assertTrue(taken("churn"));
        assertFalse(taken("a/b"));
        assertTrue(Fx.run(() -> window.panel.node().lookup(".register-sheet .gate-failed") instanceof Label why
                && why.isVisible() && why.getText().contains("a/b")));
        assertFalse(taken(".."));
        assertTrue(taken("diabetes-progression"));
        assertFalse(Fx.run(() -> Objects.requireNonNull(window.panel.node().lookup(".register-sheet .gate-failed"))
                .isVisible()));
    }
}
