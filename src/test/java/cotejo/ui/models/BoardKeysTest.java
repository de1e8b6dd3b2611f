package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.Workbench;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.StageRequest;
import cotejo.registry.Passport;
import cotejo.registry.Promotions;
import cotejo.registry.Registry;
import cotejo.ui.Fx;
import cotejo.work.Cancel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The board of stages by the keyboard alone, in a window without a display.
final class BoardKeysTest {

    @TempDir
    private Path folder;

    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private volatile boolean holding;
    private ModelsWindow window;
    private Workbench bench;
    private ModelsPanel panel;
    private Stage stage;

    @BeforeEach
    void aWindowWithTheBoardOfTheSample() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), this::work, Optional::empty);
        bench = window.bench;
        panel = window.panel;
        stage = window.stage;
        Fx.until(() -> panel.node().lookup(".stage-column") != null && !column(1).getItems().isEmpty());
        Fx.run(() -> {
            column(1).getSelectionModel().select(0);
            column(1).requestFocus();
            return 0;
        });
    }

    private void work(Runnable job) {
        if (holding) {
            held.add(job);
        } else {
            job.run();
        }
    }

    /// Lets go what was meant for other threads, on the thread of the test.
    private void release() {
        holding = false;
        for (Runnable job = held.poll(); job != null; job = held.poll()) {
            job.run();
        }
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @SuppressWarnings("unchecked")
    private ListView<Card> column(int index) {
        return (ListView<Card>) Objects.requireNonNull(Fx.look(() -> panel.node().lookupAll(".stage-column").stream()
                .toList().get(index).lookup(".list-view")));
    }

    private List<Integer> versions(int column) {
        return column(column).getItems().stream().map(card -> card.version().version()).toList();
    }

    private void press(KeyCode code, boolean alt) throws Exception {
        window.press(code, alt);
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
    void tabLeadsOnFromTheComment() throws Exception {
        press(KeyCode.RIGHT, true);
        press(KeyCode.TAB, false);
        assertEquals("", Fx.run(() -> ((TextArea) Objects.requireNonNull(
                panel.node().lookup(".promote-sheet .text-area"))).getText()));
        assertTrue(Fx.run(() -> stage.getScene().getFocusOwner() instanceof Button), "a button has the keyboard");
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
        assertTrue(within(".version-page"), "the page has the keyboard");
        press(KeyCode.ESCAPE, false);
        assertEquals(column(1), Fx.run(() -> stage.getScene().getFocusOwner()), "the card has it again");
    }

    private boolean within(String style) throws Exception {
        return Fx.run(() -> {
            Node node = stage.getScene().getFocusOwner();
            while (node != null && !node.equals(panel.node().lookup(style))) {
                node = node.getParent();
            }
            return node != null;
        });
    }

    @Test
    void whatIsBeingWrittenOutlastsAChangeOfTheVersion() throws Exception {
        press(KeyCode.ENTER, false);
        Fx.until(() -> panel.node().lookup(".version-page .text-field") instanceof TextField);
        ModelCard model = bench.workspace().models().models().stream()
                .filter(found -> found.name().equals("diabetes-progression")).findFirst().orElseThrow();
        Fx.run(() -> {
            TextField words = (TextField) Objects.requireNonNull(panel.node().lookup(".version-page .text-field"));
            words.requestFocus();
            words.setText("half a sen");
            bench.workspace().models().tag(model.id(), 2, "seen", "yes", "ana");
            return 0;
        });
        Fx.until(() -> panel.node().lookupAll(".version-page .chip").stream()
                .anyMatch(chip -> chip instanceof Label label && label.getText().equals("seen: yes")));
        assertEquals("half a sen", Fx.run(() -> stage.getScene().getFocusOwner() instanceof TextField words
                ? words.getText() : "the keyboard is elsewhere"));
    }

    @Test
    void gatesWithoutRulesAreALowSheet() throws Exception {
        Fx.run(() -> {
            stage.setHeight(900);
            panel.show("model-gates");
            return 0;
        });
        Fx.until(() -> panel.node().lookup(".gates-sheet") instanceof Region);
        Fx.run(() -> {
            Fx.lay(stage.getScene());
            Fx.lay(stage.getScene());
            return 0;
        });
        double height = Fx.run(() -> Objects.requireNonNull((Region) panel.node().lookup(".gates-sheet")).getHeight());
        assertTrue(height < 360, "a sheet of a sentence and two rows of buttons is " + height + " high");
    }

    /// Another thread may hold the database for long: the window must not wait for it.
    @Test
    void theGatesAreReadOnAnotherThreadBeforeTheirSheetIsShown() throws Exception {
        holding = true;
        Fx.run(() -> {
            panel.show("model-gates");
            return 0;
        });
        assertTrue(Fx.run(() -> panel.node().lookup(".gates-sheet") == null), "nothing was read yet");
        release();
        Fx.until(() -> panel.node().lookup(".gates-sheet") instanceof Region);
    }

    @Test
    void whatTheRunSaysInThePassportIsChangedByHandAndLeftAloneWhenLeftAsItIs() throws Exception {
        ModelId id = diabetes();
        press(KeyCode.ENTER, false);
        Fx.until(() -> change("Dataset").isPresent());
        String before = known(id, "data.name").value();
        assertEquals(Passport.From.RUN, known(id, "data.name").from());
        holding = true;
        Fx.run(() -> {
            change("Dataset").orElseThrow().fire();
            Fx.lay(stage.getScene());
            return 0;
        });
        release();
        assertEquals("Dataset, from the run", Fx.run(() -> ((Label) Objects.requireNonNull(
                panel.node().lookup(".plain-sheet .card-title"))).getText()));
        save(before);
        assertEquals(Passport.From.RUN, known(id, "data.name").from());
        Fx.run(() -> {
            change("Dataset").orElseThrow().fire();
            return 0;
        });
        save("diabetes, cleaned");
        assertEquals(new Passport.Entry("data.name", "diabetes, cleaned", Passport.From.HAND),
                known(id, "data.name"));
        Fx.until(() -> panel.node().lookupAll(".version-page .label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().equals("diabetes, cleaned")));
        Fx.run(() -> {
            change("Dataset").orElseThrow().fire();
            return 0;
        });
        save("");
        assertEquals(new Passport.Entry("data.name", before, Passport.From.RUN), known(id, "data.name"));
    }

    private void save(String words) throws Exception {
        Fx.run(() -> {
            Fx.lay(stage.getScene());
            ((TextArea) Objects.requireNonNull(panel.node().lookup(".plain-sheet .text-area"))).setText(words);
            ((Button) Objects.requireNonNull(panel.node().lookup(".plain-sheet .accent"))).fire();
            return 0;
        });
    }

    private Optional<Button> change(String name) {
        return panel.node().lookupAll(".passport-change").stream().map(Button.class::cast)
                .filter(button -> button.getAccessibleText().equals("Change " + name + " by hand")).findAny();
    }

    private ModelId diabetes() {
        return bench.workspace().models().models().stream().map(ModelCard::id)
                .filter(found -> found.name().equals("diabetes-progression")).findFirst().orElseThrow();
    }

    private Passport.Entry known(ModelId id, String key) throws Exception {
        Registry registry = bench.workspace().models();
        return registry.versions().passport(id, registry.model(id).orElseThrow().version(2).orElseThrow(),
                Cancel.never()).sections().stream().flatMap(section -> section.entries().stream())
                .filter(entry -> entry.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void aRequestThatAGateStopsIsApprovedWithAReason() throws Exception {
        Registry registry = bench.workspace().models();
        ModelId id = registry.models().stream().map(ModelCard::id)
                .filter(found -> found.name().equals("diabetes-progression")).findFirst().orElseThrow();
        registry.gates(id, "Production", List.of("tag reviewed"), "ana");
        long number = registry.promotions().request(new Promotions.Wish(id, 2, "Production", Promotions.Others.ARCHIVE,
                "", null, "ana"));
        press(KeyCode.ENTER, false);
        Fx.until(() -> panel.node().lookup(".request .accent") instanceof Button);
        assertTrue(Fx.run(() -> {
            Fx.lay(stage.getScene());
            Node request = Objects.requireNonNull(panel.node().lookup(".request"));
            return request.localToScene(request.getBoundsInLocal()).getMaxY() < stage.getScene().getHeight();
        }), "it is in sight at once");
        Fx.run(() -> {
            ((Button) Objects.requireNonNull(panel.node().lookup(".request .accent"))).fire();
            return 0;
        });
        Fx.until(() -> panel.node().lookup(".promote-sheet .gate-failed") instanceof Label);
        Fx.run(() -> {
            Button approve = (Button) Objects.requireNonNull(panel.node().lookup(".promote-sheet .accent"));
            assertTrue(approve.isDisabled(), "without a reason it is not to be had");
            ((TextField) Objects.requireNonNull(panel.node().lookup(".promote-sheet .text-field"))).setText("urgent");
            approve.fire();
            return 0;
        });
        Fx.until(() -> registry.promotions().requests(id).getLast().state() == StageRequest.State.APPROVED);
        assertEquals(number, registry.promotions().requests(id).getLast().id());
        assertTrue(registry.history().of(id).stream().anyMatch(event -> event.comment().equals("urgent")));
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
