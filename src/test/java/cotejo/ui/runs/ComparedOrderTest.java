package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first of the runs that are compared is the baseline, so it must not be any.
final class ComparedOrderTest {

    @TempDir
    private Path folder;

    @Test
    void runsAreComparedInTheOrderOfTheTable() {
        RunsHouse house = RunsHouse.inline(folder);
        house.write("vision", writing -> IntStream.range(0, 40)
                .forEach(i -> writing.run("run " + i, null, Map.of("lr", "0." + i), Map.of())));
        RunsViewModel model = house.model();
        List<Long> lines = IntStream.range(0, 40).mapToObj(line -> model.listing().get().keyAt(line)).toList();
        model.selection().choose(lines);
        assertEquals(lines, model.compared());
        model.filter().text().set("params.lr = '0.7'");
        model.applyFilter();
        assertEquals(RunsHouse.key(model, "run 7"), model.compared().getFirst());
        assertEquals(40, model.compared().size());
        model.close();
        house.close();
    }
}
