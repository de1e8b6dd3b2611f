package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.registry.Registry;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written in a sheet is not lost by Escape, what blocks a promotion is named, and a board is not empty in
/// sight: in a window without a display.
final class SheetsTest {

    @TempDir
    private Path folder;

    private ModelsWindow window;

    @BeforeEach
    void aWindowWithTheBoardOfTheSample() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), Runnable::run, Optional::empty);
        Fx.until(() -> find(".stage-column") != null && window.lists(diabetes()));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Node find(String selector) {
        return window.panel.node().lookup(selector);
    }

    private ModelId diabetes() {
        return window.bench.workspace().models().models().stream().map(ModelCard::id)
                .filter(found -> found.name().equals("diabetes-progression")).findFirst().orElseThrow();
    }

    private void write(String words) throws Exception {
        Fx.run(() -> {
            window.panel.show("model-words");
            Fx.lay(window.stage.getScene());
            ((TextArea) Objects.requireNonNull(find(".words-sheet .text-area"))).appendText(words);
            return 0;
        });
    }

    @Test
    void escapeAsksBeforeItDropsWhatWasWrittenAndEscapeAgainGoesBackToIt() throws Exception {
        write("half a sen");
        window.press(KeyCode.ESCAPE, false);
        assertNotNull(Fx.run(() -> find(".words-sheet .sheet-asks")));
        window.press(KeyCode.ESCAPE, false);
        assertNull(Fx.run(() -> find(".sheet-asks")));
        assertTrue(Fx.run(() -> ((TextArea) find(".words-sheet .text-area")).getText()).endsWith("half a sen"));
        assertTrue(Fx.run(() -> window.stage.getScene().getFocusOwner() instanceof TextArea));
    }

    @Test
    void enterKeepsAndTheOtherButtonDrops() throws Exception {
        write("half a sen");
        window.press(KeyCode.ESCAPE, false);
        window.press(KeyCode.ENTER, false);
        assertNull(Fx.run(() -> find(".sheet-asks")));
        window.press(KeyCode.ESCAPE, false);
        Fx.run(() -> {
            ((Button) Objects.requireNonNull(find(".sheet-asks .button"))).fire();
            return 0;
        });
        assertNull(Fx.run(() -> find(".words-sheet")));
    }

    @Test
    void withoutAWordEscapeCloses() throws Exception {
        write("");
        window.press(KeyCode.ESCAPE, false);
        assertNull(Fx.run(() -> find(".words-sheet")));
    }

    @Test
    void aRuleThatWasAddedIsAskedFor() throws Exception {
        Fx.run(() -> {
            window.panel.show("model-gates");
            return 0;
        });
        Fx.until(() -> find(".gates-sheet") != null);
        Fx.run(() -> {
            Fx.lay(window.stage.getScene());
            window.panel.node().lookupAll(".gates-sheet .button").stream().map(Button.class::cast)
                    .filter(button -> button.getText().equals("Add a rule")).findFirst().orElseThrow().fire();
            return 0;
        });
        window.press(KeyCode.ESCAPE, false);
        assertNotNull(Fx.run(() -> find(".gates-sheet .sheet-asks")));
    }

    @Test
    void whatBlocksAPromotionIsNamedBesideTheReasonAndStandsFirst() throws Exception {
        Registry registry = window.bench.workspace().models();
        registry.gates(diabetes(), "Production", List.of("passport 0", "tag reviewed"), "ana");
        Fx.run(() -> {
            window.select(diabetes());
            window.panel.show("promote");
            return 0;
        });
        Fx.until(() -> find(".promote-blocked") instanceof Label label && !label.getText().isEmpty());
        assertEquals("Not passed: Has the tag reviewed",
                Fx.run(() -> ((Label) find(".promote-blocked")).getText()));
        assertEquals("Has the tag reviewed", Fx.run(() -> ((Label) find(".promote-sheet .gate-rule")).getText()));
    }

    @Test
    void aBoardThatWasScrolledTurnsToTheCardsOfTheModelThatIsChosen() throws Exception {
        window.bench.workspace().models().stages(List.of("None", "Staging", "Production", "Archived", "One", "Two",
                "Three", "Four"));
        Fx.until(() -> window.panel.node().lookupAll(".stage-column").size() == 8);
        boolean seen = Fx.run(() -> {
            Fx.lay(window.stage.getScene());
            ScrollPane pane = (ScrollPane) find(".stage-board").getParent().getParent().getParent();
            pane.setHvalue(1);
            Fx.lay(window.stage.getScene());
            window.select(diabetes());
            Fx.lay(window.stage.getScene());
            Bounds frame = pane.localToScene(pane.getBoundsInLocal());
            return window.panel.node().lookupAll(".stage-column").stream().anyMatch(column -> {
                Bounds place = column.localToScene(column.getBoundsInLocal());
                return !((ListView<?>) column.lookup(".list-view")).getItems().isEmpty()
                        && place.getMinX() >= frame.getMinX() - 1 && place.getMaxX() <= frame.getMaxX() + 1;
            });
        });
        assertTrue(seen, "a column with cards is whole in sight");
    }

    @Test
    void whereAliasesHaveNoRoomTheFirstStaysWholeAndTheOthersAreCounted() throws Exception {
        List<String> said = Fx.run(() -> {
            AliasChips chips = new AliasChips(List.of("champion", "challenger", "baseline"));
            Pane pane = new Pane(chips);
            Fx.lay(new Scene(pane, 400, 100));
            double one = Math.ceil(((Label) chips.getChildrenUnmodifiable().getFirst()).prefWidth(-1));
            chips.resize(one + 40, 20);
            chips.layout();
            return chips.getChildrenUnmodifiable().stream().filter(Node::isVisible)
                    .map(node -> ((Label) node).getText() + (((Label) node).getWidth() >= node.prefWidth(-1) ? ""
                            : " cut")).toList();
        });
        assertEquals(List.of("@champion", "+2"), said);
    }
}
