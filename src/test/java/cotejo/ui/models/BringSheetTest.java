package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.registry.Registry;
import cotejo.ui.Fx;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An exported version that is dropped comes in as what it is, or is only verified.
final class BringSheetTest {

    @TempDir
    private Path folder;

    private ModelsWindow window;
    private Registry registry;
    private ModelId id;
    private Path zip;

    @BeforeEach
    void aBundleUnderAnotherName() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), Runnable::run, Optional::empty);
        registry = window.bench.workspace().models();
        id = registry.models().stream().map(ModelCard::id)
                .filter(found -> found.name().equals("diabetes-progression")).findFirst().orElseThrow();
        zip = folder.resolve("from-the-clinic.zip");
        registry.bundles().write(id, 3, zip, "ana", Progress.NONE, Cancel.never());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void drop() throws Exception {
        Fx.run(() -> {
            window.panel.open(zip);
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".bring-sheet") != null);
        Fx.run(() -> {
            Fx.lay(window.stage.getScene());
            return 0;
        });
    }

    @Test
    void itIsNamedAsItsModelAndComesInWithItsHistory() throws Exception {
        drop();
        assertEquals("diabetes-progression", Fx.run(() -> ((ComboBox<?>) Objects.requireNonNull(
                window.panel.node().lookup(".bring-sheet .combo-box"))).getEditor().getText()));
        Fx.run(() -> {
            ((Button) Objects.requireNonNull(window.panel.node().lookup(".bring-sheet .accent"))).fire();
            return 0;
        });
        Fx.until(() -> registry.model(id).orElseThrow().version(4).isPresent());
        assertEquals("Production", registry.model(id).orElseThrow().version(4).orElseThrow().stage());
    }

    @Test
    void whatIsOnlyVerifiedIsNotBroughtIn() throws Exception {
        byte[] bytes = Files.readAllBytes(zip);
        bytes[2000] ^= 1;
        Files.write(zip, bytes);
        drop();
        Fx.run(() -> {
            ((Button) Objects.requireNonNull(window.panel.node().lookup(".bring-verify"))).fire();
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".bring-sheet .gate-failed") instanceof Label said
                && said.getText().startsWith("Damaged: "));
        assertTrue(registry.model(id).orElseThrow().version(4).isEmpty());
    }
}
