package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.registry.Registration;
import cotejo.registry.Registry;
import cotejo.registry.Removals;
import cotejo.ui.Fx;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies in the trash is shown there, comes back, and goes for good.
final class TrashSheetTest {

    @TempDir
    private Path folder;

    private volatile @Nullable String answer;
    private ModelsWindow window;
    private Registry registry;

    @BeforeEach
    void open() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), Runnable::run, () -> Optional.ofNullable(answer));
        registry = window.bench.workspace().models();
        Fx.until(() -> window.panel.node().lookup(".model-list .list-view") != null);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private ModelId diabetes() {
        return registry.all().stream().map(ModelCard::id).filter(id -> id.name().equals("diabetes-progression"))
                .findFirst().orElseThrow();
    }

    private List<String> shown() throws Exception {
        return Fx.run(() -> list().getItems().stream().map(Trashed::name).toList());
    }

    @SuppressWarnings("unchecked")
    private ListView<Trashed> list() {
        return (ListView<Trashed>) Objects.requireNonNull(window.panel.node().lookup(".trash-list"));
    }

    private void trash() throws Exception {
        Fx.run(() -> {
            window.panel.show("models-trash");
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".trash-list") != null);
        Fx.run(() -> {
            Fx.lay(window.stage.getScene());
            return 0;
        });
    }

    @Test
    void aVersionComesBackFromTheTrashAndGoesThereAgainByUndo() throws Exception {
        registry.delete(diabetes(), 3, "ana");
        trash();
        Fx.until(() -> list().getItems().size() == 1);
        assertEquals(List.of("diabetes-progression version 3"), shown());
        Fx.run(() -> {
            Fx.lay(window.stage.getScene());
            ((Button) Objects.requireNonNull(list().lookup(".trash-restore"))).fire();
            return 0;
        });
        Fx.until(() -> list().getItems().isEmpty());
        assertEquals(3, registry.model(diabetes()).orElseThrow().aliases().get("champion"));
        Fx.run(() -> {
            window.context.undo().undo();
            return 0;
        });
        Fx.until(() -> list().getItems().size() == 1);
    }

    @Test
    void deletingForGoodAsksFirst() throws Exception {
        registry.delete(diabetes(), 0, "ana");
        trash();
        Fx.until(() -> list().getItems().size() == 1);
        window.press(KeyCode.DELETE, false);
        assertEquals(List.of("diabetes-progression"), shown());
        answer = "yes";
        window.press(KeyCode.DELETE, false);
        Fx.until(() -> list().getItems().isEmpty());
        assertEquals(List.of("breast-cancer"), registry.all().stream().map(ModelCard::name).toList());
    }

    @Test
    void theTrashIsEmptiedAtOnceAfterAsking() throws Exception {
        ModelId other = registry.models().stream().map(ModelCard::id).filter(id -> !id.equals(diabetes())).findFirst()
                .orElseThrow();
        registry.delete(diabetes(), 3, "ana");
        registry.delete(diabetes(), 1, "ana");
        registry.delete(other, 0, "ana");
        trash();
        Fx.until(() -> list().getItems().size() == 3);
        for (@Nullable String said : new @Nullable String[] {null, "yes"}) {
            assertEquals(3, shown().size());
            answer = said;
            Fx.run(() -> {
                ((Button) Objects.requireNonNull(window.panel.node().lookup(".trash-empty"))).fire();
                return 0;
            });
        }
        Fx.until(() -> list().getItems().isEmpty());
        assertEquals(List.of(2), registry.model(diabetes()).orElseThrow().versions().stream()
                .map(cotejo.model.VersionCard::version).toList());
        assertEquals(List.of("diabetes-progression"), registry.all().stream().map(ModelCard::name).toList());
    }

    @Test
    void whereEverythingLiesInTheTrashItCanBeTakenOut() throws Exception {
        for (ModelCard model : registry.models()) {
            registry.delete(model.id(), 0, "ana");
        }
        Fx.until(() -> window.panel.node().lookup(".page") != null && window.panel.node().lookupAll(".button").stream()
                .anyMatch(node -> node instanceof Button button && button.getText().equals("Trash (2)")));
    }

    @Test
    void whatOthersHoldTooIsNotFreed() throws Exception {
        Path file = Files.writeString(folder.resolve("weights.txt"), "the same weights");
        Path more = Files.writeString(folder.resolve("more.txt"), "of its own");
        for (List<Path> files : List.of(List.of(file), List.of(file, more))) {
            registry.registration().register(new Registration.Wish("churn", new Registration.FromFiles(files), "", "",
                    Map.of(), "ana"), Progress.NONE, Cancel.never());
        }
        ModelId churn = ModelId.here("churn");
        assertEquals(new Removals.Weight(List.of(2), 2, 26, 10, List.of()), registry.removals().weigh(churn, 2));
        assertEquals(new Removals.Weight(List.of(1, 2), 3, 42, 26, List.of()), registry.removals().weigh(churn, 0));
        assertEquals(10, registry.removals().deleteForGood(churn, 2, "ana").bytes());
    }
}
