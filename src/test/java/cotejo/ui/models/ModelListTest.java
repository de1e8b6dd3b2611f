package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.ModelCard;
import cotejo.registry.Registration;
import cotejo.ui.Fx;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done to a model in the list of models.
final class ModelListTest {

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable String answer;
    private ModelsWindow window;

    @BeforeEach
    void open() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), Runnable::run, () -> {
            asked.incrementAndGet();
            return Optional.ofNullable(answer);
        });
        Fx.until(() -> window.panel.node().lookup(".model-list .list-view") != null && models().getItems().size() == 3);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aModelIsRenamedFromTheListStaysChosenAndGetsItsNameBackByUndo() throws Exception {
        Path file = Files.writeString(folder.resolve("churn.txt"), "of the workspace's own");
        window.bench.workspace().models().registration().register(new Registration.Wish("churn",
                new Registration.FromFiles(List.of(file)), "", "", Map.of(), "ana"), Progress.NONE, Cancel.never());
        Fx.until(() -> models().getItems().size() == 4);
        choose("churn");
        answer = " progression ";
        window.press(KeyCode.F2, false);
        Fx.until(() -> chosen().equals("progression"));
        assertEquals("progression", title());
        assertEquals(List.of("breast-cancer", "diabetes-progression", "progression"), names());
        Fx.run(() -> {
            window.context.undo().undo();
            return 0;
        });
        Fx.until(() -> chosen().equals("churn"));
        assertEquals(List.of("breast-cancer", "churn", "diabetes-progression"), names());
    }

    @Test
    void aModelThatASourceHoldsIsNotAskedForAnotherName() throws Exception {
        choose("diabetes-progression");
        answer = "progression";
        window.press(KeyCode.F2, false);
        assertEquals(0, asked.get());
        assertEquals(List.of("breast-cancer", "diabetes-progression"), names());
    }

    @Test
    void aModelGoesIntoTheTrashFromTheListAndComesBackByUndo() throws Exception {
        choose("diabetes-progression");
        window.press(KeyCode.DELETE, false);
        Fx.until(() -> chosen().equals("All models"));
        assertEquals(List.of("breast-cancer"), names());
        assertEquals("All models", title());
        Fx.run(() -> {
            window.context.undo().undo();
            return 0;
        });
        Fx.until(() -> models().getItems().size() == 3);
        assertEquals(List.of("breast-cancer", "diabetes-progression"), names());
        Fx.run(() -> {
            window.context.undo().redo();
            return 0;
        });
        Fx.until(() -> models().getItems().size() == 2);
    }

    @SuppressWarnings("unchecked")
    private ListView<Optional<ModelCard>> models() {
        Node list = Objects.requireNonNull(window.panel.node().lookup(".model-list .list-view"));
        return (ListView<Optional<ModelCard>>) list;
    }

    private void choose(String name) throws Exception {
        Fx.run(() -> {
            models().getItems().stream().filter(item -> item.map(ModelCard::name).equals(Optional.of(name)))
                    .forEach(models().getSelectionModel()::select);
            models().requestFocus();
            return 0;
        });
    }

    private String chosen() {
        return Optional.ofNullable(models().getSelectionModel().getSelectedItem())
                .map(item -> item.map(ModelCard::name).orElse("All models")).orElse("");
    }

    private String title() throws Exception {
        return Fx.run(() -> ((Label) Objects.requireNonNull(window.panel.node().lookup(".panel-title"))).getText());
    }

    private List<String> names() {
        return window.bench.workspace().models().models().stream().map(ModelCard::name).toList();
    }
}
