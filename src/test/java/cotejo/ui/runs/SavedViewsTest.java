package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the menu of saved views does with them.
final class SavedViewsTest {

    @TempDir
    private Path folder;
    private RunsRig rig;
    private RunsHouse house;
    private RunsPanel panel;

    @BeforeEach
    void open() throws Exception {
        rig = new RunsRig(folder, writing -> writing.run("a", null, Map.of("lr", "0.1"), Map.of("loss", 1.0)));
        house = rig.house;
        panel = rig.panel;
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aViewTakesTheNameOfAnotherOnlyWhenThePersonAgrees() throws Exception {
        panel.model().keeper().save("best", TableState.plain().withFilter("loss"));
        panel.model().keeper().save("other", TableState.plain());
        RunsHouse.until(() -> viewNames().equals(List.of("best", "other")));
        house.answers.text = "best";
        renameView("other");
        assertEquals(List.of("best", "other"), viewNames());
        assertTrue(house.answers.asked.getFirst().contains("best"), house.answers.asked.toString());
        house.answers.agrees = true;
        renameView("other");
        RunsHouse.until(() -> viewNames().equals(List.of("best")));
    }

    private List<String> viewNames() {
        CompletableFuture<List<String>> names = new CompletableFuture<>();
        panel.model().keeper().names(known -> names.complete(known.keySet().stream().sorted().toList()));
        return names.join();
    }

    @Test
    void aViewDeletedOrReplacedIsHadBackByUndo() throws Exception {
        TableState kept = TableState.plain().withFilter("loss");
        panel.model().keeper().save("best", kept);
        RunsHouse.until(() -> viewNames().equals(List.of("best")));
        viewDeed("best", "Delete");
        RunsHouse.until(() -> viewNames().isEmpty());
        assertEquals(List.of("View “best” deleted"), house.heard.undoables);
        undo();
        RunsHouse.until(() -> kept.equals(view("best")));
        viewDeed("best", "Replace with this one");
        RunsHouse.until(() -> panel.model().state().get().equals(view("best")));
        assertEquals("View “best” replaced", house.heard.undoables.getLast());
        undo();
        RunsHouse.until(() -> kept.equals(view("best")));
    }

    @Test
    void aViewGivenBackLeavesAloneWhatTookItsNameMeanwhile() throws Exception {
        TableState kept = TableState.plain().withFilter("loss");
        TableState newer = TableState.plain().withFilter("lr");
        panel.model().keeper().save("best", kept);
        RunsHouse.until(() -> viewNames().equals(List.of("best")));
        viewDeed("best", "Delete");
        RunsHouse.until(() -> viewNames().isEmpty());
        panel.model().keeper().save("best", newer);
        RunsHouse.until(() -> viewNames().equals(List.of("best")));
        undo();
        RunsHouse.until(() -> viewNames().equals(List.of("best", "best (2)")));
        assertEquals(newer, view("best"));
        assertEquals(kept, view("best (2)"));
        RunsHouse.until(() -> house.heard.infos.equals(List.of("“best” is another view now; the deleted one is back as "
                + "“best (2)”")));
        Fx.run(() -> {
            panel.model().context().undo().redo();
            return 0;
        });
        RunsHouse.until(() -> viewNames().equals(List.of("best")));
        assertEquals(newer, view("best"));
    }

    private void undo() throws Exception {
        Fx.run(() -> {
            panel.model().context().undo().undo();
            return 0;
        });
    }

    private @Nullable TableState view(String name) {
        CompletableFuture<Map<String, TableState>> views =
                new CompletableFuture<>();
        panel.model().keeper().names(views::complete);
        return views.join().get(name);
    }

    private void renameView(String name) throws Exception {
        viewDeed(name, "Rename…");
    }

    private void viewDeed(String name, String deed) throws Exception {
        MenuButton views = (MenuButton) Fx.look(() -> panel.node().lookupAll(
                ".run-bar-button").stream().filter(MenuButton.class::isInstance).findAny()
                .orElseThrow());
        Fx.run(() -> {
            views.getOnShowing().handle(null);
            return 0;
        });
        Fx.until(() -> views.getItems().stream().anyMatch(item -> name.equals(item.getText())));
        Fx.run(() -> {
            Menu menu = (Menu) views.getItems().stream()
                    .filter(item -> name.equals(item.getText())).findAny().orElseThrow();
            menu.getItems().stream().filter(item -> deed.equals(item.getText())).findAny().orElseThrow().fire();
            return 0;
        });
    }
}
