package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.RunFrame;
import cotejo.settings.Settings;
import cotejo.ui.curves.BoardSetup;
import cotejo.ui.link.Linked;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The board follows what stands in the table.
final class CurvesSyncTest {

    @TempDir
    private Path folder;

    private final Deque<Runnable> behind = new ArrayDeque<>();
    private boolean later;
    private RunsHouse house;
    private RunsViewModel model;
    private CurvesSync sync;

    @BeforeEach
    void open() {
        house = RunsHouse.with(folder, job -> {
            if (later) {
                behind.add(job);
            } else {
                job.run();
            }
        }, Runnable::run, Settings.defaults());
        for (String name : List.of("vision", "speech")) {
            house.write(name, writing -> {
                writing.run(name + "-1", null, Map.of("lr", "0.1"), Map.of("loss", 0.5));
                writing.run(name + "-2", null, Map.of("lr", "0.2"), Map.of("loss", 0.4));
            });
        }
        model = house.model();
        sync = new CurvesSync(model);
        model.listing().addListener((property, before, now) -> sync.show());
    }

    @AfterEach
    void close() {
        sync.close();
        house.close();
    }

    private Scope only(String experiment) {
        RunFrame frame = model.listing().get().frame();
        return new Scope.Experiments(Set.of(frame.run(frame.row(RunsHouse.key(model, experiment + "-1")))
                .experimentKey()));
    }

    private List<String> drawn() {
        return sync.curves().drawn().stream().map(key -> model.listing().get().frame()
                .run(model.listing().get().frame().row(key)).name()).sorted().toList();
    }

    @Test
    void theBoardOfAnotherExperimentIsNotSeenWithTheRunsOfTheFormer() {
        model.choose(only("vision"));
        model.change(state -> state.withChart(new ChartState(ChartState.Layout.CURVES, "own",
                BoardSetup.plain().withShown(BoardSetup.Shown.TABLE))));
        assertEquals(List.of("vision-1", "vision-2"), drawn());
        later = true;
        model.choose(only("speech"));
        assertTrue(own(), "nothing is there yet");
        while (!behind.isEmpty()) {
            behind.removeFirst().run();
            assertEquals(own() ? List.of("vision-1", "vision-2") : List.of("speech-1", "speech-2"), drawn());
        }
        assertFalse(own());
        later = false;
        model.choose(only("vision"));
        assertTrue(own(), "and it was not lost");
    }

    private boolean own() {
        return sync.curves().search().get().equals("own");
    }

    @Test
    void aSelectionByAChartIsTakenBackWithWhatMadeIt() {
        sync.linked().select(new Linked.Chosen(Set.of(RunsHouse.key(model, "vision-1")), "a box"), "drag");
        sync.linked().select(new Linked.Chosen(Set.of(), "a smaller box"), "drag");
        assertEquals(Set.of(), model.selection().keys());
        house.undo.undo();
        assertEquals(Linked.Chosen.of(Set.of()), sync.linked().chosen().get());
        house.undo.redo();
        assertEquals(new Linked.Chosen(Set.of(), "a smaller box"), sync.linked().chosen().get());
    }
}
