package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.chart.plot.Sweeps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Runs are named by what tells them apart for people.
final class RunNamesTest {

    @Test
    void paramsThatAreThereForMachinesTellApartOnlyWhereNoOthersDo() {
        Sweeps runs = new Sweeps();
        runs.run("a", Map.of("lr", "0.1", "seed", "1", "_id", "17", "out", "/tmp/a"), Map.of());
        runs.run("b", Map.of("lr", "0.1", "seed", "2", "_id", "18", "out", "/tmp/b"), Map.of());
        runs.run("c", Map.of("lr", "0.2", "seed", "1", "_id", "19", "out", "/tmp/c"), Map.of());
        assertEquals(List.of("lr=0.1 · seed=1", "lr=0.1 · seed=2", "lr=0.2 · seed=1"),
                RunNames.of(runs.frame(), new int[] {0, 1, 2}));
    }

    @Test
    void theyDoWhereNothingElseDiffers() {
        Sweeps runs = new Sweeps();
        runs.run("a", Map.of("lr", "0.1", "_id", "17"), Map.of());
        runs.run("b", Map.of("lr", "0.1", "_id", "18"), Map.of());
        assertEquals(List.of("_id=17", "_id=18"), RunNames.of(runs.frame(), new int[] {0, 1}));
    }
}
