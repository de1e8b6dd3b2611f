package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.query.ColumnRef;
import cotejo.ui.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chooser speaks of the runs in the table: those of the experiment that is shown.
final class ColumnChooserTest {

    @TempDir
    private Path folder;
    private RunsRig rig;
    private RunsPanel panel;

    @BeforeEach
    void open() throws Exception {
        rig = RunsRig.withRuns(folder, 3, 3);
        panel = rig.panel;
        rig.house.write("text", writing -> {
            writing.run("other", null, Map.of("lr", "1", "beam", "4"), Map.of("loss", 1.0, "bleu", 2.0));
            writing.run("another", null, Map.of("lr", "2"), Map.of("bleu", 2.0));
        });
        Fx.until(() -> panel.model().listing().get().inScope() == 5);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private void choose(String experiment) throws Exception {
        long key = panel.model().listing().get().frame().experiments().values().stream()
                .filter(one -> one.name().equals(experiment)).findFirst().orElseThrow().key();
        int runs = experiment.equals("vision") ? 3 : 2;
        Fx.run(() -> {
            panel.model().choose(new Scope.Experiments(Set.of(key)));
            return 0;
        });
        Fx.until(() -> panel.model().listing().get().inScope() == runs);
    }

    /// Each line, with the number at its end.
    private static List<String> lines(Scene scene) {
        Fx.lay(scene);
        ListView<?> list = (ListView<?>) scene.getRoot().lookup(".list-view");
        return list.getItems().stream().map(ColumnChoices.Choice.class::cast)
                .map(one -> one.runs() < 0 ? one.text() : one.text() + " " + one.runs()).toList();
    }

    private Scene open(String search) throws Exception {
        Scene scene = Fx.run(() -> {
            ColumnChooser chooser = new ColumnChooser(panel.model(), panel.grid().columns());
            Scene made = new Scene(chooser, 400, 900);
            ((TextField) chooser.getChildren().getFirst()).setText(search);
            return made;
        });
        Fx.until(() -> lines(scene).size() > 1);
        return scene;
    }

    @Test
    void whatOnlyOtherRunsHaveStandsBelowUnderAHeadingOfItsOwn() throws Exception {
        choose("vision");
        Scene scene = open("");
        List<String> lines = Fx.look(() -> lines(scene));
        assertEquals(List.of("Metrics 1", "loss 3", "Params 1", "lr 3", "Metrics of other runs only 1", "bleu",
                "Params of other runs only 1", "beam"),
                lines.subList(lines.indexOf("Metrics 1"), lines.size()));
    }

    @Test
    void itFollowsTheExperimentAndTheSearch() throws Exception {
        choose("text");
        Scene scene = open("l");
        assertEquals(List.of("Metrics 2", "bleu 2", "loss 1", "Params 1", "lr 2"), Fx.look(() -> {
            List<String> lines = lines(scene);
            return lines.subList(lines.indexOf("Metrics 2"), lines.size());
        }));
        choose("vision");
        Fx.until(() -> lines(scene).contains("Metrics of other runs only 1"));
        assertTrue(Fx.look(() -> lines(scene)).contains("loss 3"));
    }

    @Test
    void aBoxPutsAColumnIntoTheTableAndTakesItOut() throws Exception {
        choose("vision");
        Scene scene = open("beam");
        CheckBox box = Fx.look(() -> scene.getRoot().lookupAll(".check-box").stream().map(CheckBox.class::cast)
                .filter(one -> one.getText().equals("beam")).findFirst().orElseThrow());
        for (boolean there : new boolean[] {true, false}) {
            Fx.run(() -> {
                box.fire();
                return 0;
            });
            Fx.until(() -> panel.grid().geometry().columns().stream()
                    .anyMatch(column -> column.ref().equals(new ColumnRef.Param("beam"))) == there);
            assertEquals(there, Fx.look(box::isSelected));
        }
    }
}
