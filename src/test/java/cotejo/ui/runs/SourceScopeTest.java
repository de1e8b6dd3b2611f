package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.ui.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source on the left is chosen like an experiment: all its runs, whichever experiments they are in.
final class SourceScopeTest {

    @TempDir
    private Path folder;
    private RunsRig rig;
    private ListView<?> list;

    @BeforeEach
    void twoSourcesOneWithTwoExperiments() throws Exception {
        rig = new RunsRig(folder.resolve("w"), writing -> writing.run("a", null, Map.of("lr", "0.1"), Map.of()));
        rig.house.importFrom(mlruns(folder.resolve("mlruns")));
        list = (ListView<?>) Fx.look(() -> rig.panel.node().lookup(".run-side-list"));
        Fx.until(() -> list.getItems().size() == 8);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static Path mlruns(Path store) throws IOException {
        for (String number : List.of("1", "2")) {
            Path run = Files.createDirectories(store.resolve(number).resolve("r" + number));
            Files.writeString(store.resolve(number).resolve("meta.yaml"),
                    "experiment_id: '%s'\nname: part %s\nlifecycle_stage: active\n".formatted(number, number));
            Files.writeString(run.resolve("meta.yaml"), ("run_id: r%s\nrun_uuid: r%s\nrun_name: own %s\n"
                    + "experiment_id: '%s'\nlifecycle_stage: active\nstatus: 3\nuser_id: me\nartifact_uri: x\n"
                    + "start_time: 1\nend_time: 2\n").formatted(number, number, number, number));
        }
        return store;
    }

    private void select(int... lines) throws Exception {
        Fx.run(() -> {
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectIndices(lines[0], lines);
            return 0;
        });
    }

    private Set<String> names() {
        return Set.copyOf(RunsHouse.names(rig.panel.model()));
    }

    /// The first line with a text; the head of a source stands right above its first experiment.
    private int line(String text) throws Exception {
        return Fx.run(() -> {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains("text=" + text)) {
                    return i;
                }
            }
            throw new AssertionError(text + " in " + list.getItems());
        });
    }

    @Test
    void aSourceShowsTheRunsOfAllItsExperiments() throws Exception {
        select(line("part 1") - 1);
        Fx.until(() -> names().equals(Set.of("own 1", "own 2")));
        assertEquals(List.of(line("part 1") - 1), Fx.run(() -> List.copyOf(list.getSelectionModel()
                .getSelectedIndices())));
    }

    @Test
    void withAnExperimentOfAnotherSourceItShowsBoth() throws Exception {
        int source = line("part 1") - 1;
        select(source, line("vision") + 1);
        Fx.until(() -> names().equals(Set.of("own 1", "own 2", "a")));
    }

    @Test
    void anExperimentAloneStillShowsItsOwn() throws Exception {
        select(line("part 2"));
        Fx.until(() -> names().equals(Set.of("own 2")));
    }
}
