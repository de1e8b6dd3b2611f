package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.Usage;
import cotejo.registry.Registry;
import cotejo.ui.Fx;
import cotejo.work.Cancel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a page says of a version and of its model, and what a person writes there.
final class VersionPageTest {

    @TempDir
    private Path folder;

    private ModelsWindow window;
    private Registry registry;
    private ModelId id;

    @BeforeEach
    void open() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), Runnable::run, Optional::empty);
        registry = window.bench.workspace().models();
        id = registry.models().stream().map(ModelCard::id)
                .filter(found -> found.name().equals("diabetes-progression")).findFirst().orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void show(String view, String style) throws Exception {
        Fx.run(() -> {
            window.panel.show(view);
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(style) != null);
        lay();
    }

    private void lay() throws Exception {
        Fx.run(() -> {
            Fx.lay(window.stage.getScene());
            return 0;
        });
    }

    private Node node(String style) {
        return Objects.requireNonNull(window.panel.node().lookup(style), style);
    }

    private List<String> texts(String style) throws Exception {
        return Fx.run(() -> node(style).lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList());
    }

    /// Opens the sheet in which the source files of a version are entered.
    private void askForSourceFiles() throws Exception {
        show("model-version", ".passport-more");
        // The page may be made anew between two looks at it.
        Fx.run(() -> {
            window.panel.node().lookupAll(".passport-more").stream().map(Button.class::cast)
                    .filter(button -> button.getText().equals("Source files")).findFirst().orElseThrow().fire();
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".plain-sheet .text-area") != null);
    }

    @Test
    void whatThePassportNeedNotSayCanBeEnteredByHandToo() throws Exception {
        askForSourceFiles();
        Fx.run(() -> {
            ((TextArea) node(".plain-sheet .text-area")).setText("train.py");
            ((Button) node(".plain-sheet .accent")).fire();
            return 0;
        });
        Fx.until(() -> registry.versions().passport(id, registry.model(id).orElseThrow().version(3).orElseThrow(),
                Cancel.never()).value("code.files").equals(Optional.of("train.py")));
        Fx.until(() -> window.panel.node().lookupAll(".history .label").stream()
                .anyMatch(label -> ((Label) label).getText().equals("Passport: Source files: train.py")));
    }

    @Test
    void usesAreCountedAndTheLastOneIsDated() throws Exception {
        registry.use(id, 3, Usage.Kind.EXPORT);
        registry.use(id, 3, Usage.Kind.EXPORT);
        show("model-version", ".usage");
        assertEquals(List.of("2 exports", "last just now", "no loads", "", "never opened", ""), texts(".usage"));
    }

    @Test
    void whatIsSaidOfAModelStandsOverItsVersions() throws Exception {
        registry.describe(id, 0, "Predicts **progression** a year ahead.", "ana");
        registry.tag(id, 0, "owner", "ana", "ana");
        show("models", ".model-list .list-view");
        Fx.until(() -> window.lists(id));
        assertFalse(Fx.run(() -> node(".model-words").isVisible()));
        Fx.run(() -> {
            window.select(id);
            return 0;
        });
        // What was said and the tag are two changes, and may be shown one after the other.
        Fx.until(() -> node(".model-words").isVisible() && node(".model-words").lookupAll(".label").stream()
                .anyMatch(label -> ((Label) label).getText().equals("owner: ana")));
        Fx.until(() -> window.panel.node().lookup(".model-words .markdown-text") instanceof TextFlow flow
                && flow.getChildren().stream().anyMatch(
                        text -> text instanceof Text words && words.getText().equals("progression")));
        assertEquals(Map.of("owner", "ana"), registry.model(id).orElseThrow().tags());
    }

    @Test
    void controlAndEnterSaveWhatWasWrittenInSeveralLines() throws Exception {
        askForSourceFiles();
        Fx.run(() -> {
            ((TextArea) node(".plain-sheet .text-area")).setText("train.py");
            Event.fireEvent(node(".plain-sheet .text-area"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                    KeyCode.ENTER, false, true, false, false));
            return 0;
        });
        Fx.until(() -> registry.versions().passport(id, registry.model(id).orElseThrow().version(3).orElseThrow(),
                Cancel.never()).value("code.files").equals(Optional.of("train.py")));
    }
}
