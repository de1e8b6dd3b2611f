package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelId;
import cotejo.registry.ManyVersions;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The board on a day, of a model with very many versions.
final class HistoryPaneTest {

    @TempDir
    private Path folder;

    private ModelsWindow window;

    @BeforeEach
    void aModelOfManyVersions() throws Exception {
        window = ModelsWindow.of(folder.resolve("w"), Runnable::run, Optional::empty);
        ManyVersions.write(window.bench.workspace().database(), "many", 3000);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private List<String> lines() throws Exception {
        return Fx.run(() -> Objects.requireNonNull((VBox) window.panel.node().lookup(".history-board"))
                .lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
    }

    private List<String> columns(HistoryPane pane) throws Exception {
        return Fx.run(() -> pane.lookupAll(".day-column").stream().map(column -> String.join(" ",
                column.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList())).toList());
    }

    /// Versions, stages and aliases as the sample's `expected.json` has them.
    @Test
    void theBoardOfADayHasAColumnForEachStage() throws Exception {
        window.bench.workspace().models().stages(List.of("None", "Staging", "Canary", "Production", "Archived"));
        Fx.run(() -> {
            window.panel.show("models-history");
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".history-pane .day-column") != null);
        HistoryPane pane = (HistoryPane) Objects.requireNonNull(Fx.look(
                () -> window.panel.node().lookup(".history-pane")));
        ModelId diabetes = window.bench.workspace().models().models().stream()
                .filter(model -> model.name().equals("diabetes-progression")).findFirst().orElseThrow().id();
        Fx.until(() -> window.lists(diabetes));
        Fx.run(() -> {
            window.select(diabetes);
            return 0;
        });
        List<String> wanted = List.of("None 0", "Staging 1 Version 2 @challenger", "Canary 0",
                "Production 1 Version 3 @champion", "Archived 1 Version 1");
        Fx.until(() -> pane.lookupAll(".card-number").size() == 3);
        assertEquals(wanted, columns(pane));
    }

    @Test
    void notEveryVersionGetsALineButThoseThatCountDo() throws Exception {
        HistoryPane[] pane = new HistoryPane[1];
        Fx.run(() -> {
            window.panel.show("models-history");
            return 0;
        });
        Fx.until(() -> window.panel.node().lookup(".history-pane") instanceof HistoryPane);
        Fx.run(() -> {
            pane[0] = (HistoryPane) Objects.requireNonNull(window.panel.node().lookup(".history-pane"));
            pane[0].date().setValue(LocalDate.of(2027, 12, 31));
            Fx.lay(window.stage.getScene());
            return 0;
        });
        Fx.until(() -> pane[0].lookupAll(".card-model").size() == 400);
        List<String> shown = lines();
        assertEquals(5 + 395, shown.stream().filter(line -> line.startsWith("Version ")).count());
        assertTrue(shown.contains("Version 3000"), "the one in production");
        assertTrue(shown.contains("and 2,605 more"));
    }
}
