package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cotejo.chart.Dash;
import cotejo.chart.RunColors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CurveRunTest {

    /// Runs whose ids give all of them the same colour and dash.
    private static List<CurveRun> alike(int count) {
        List<CurveRun> runs = new ArrayList<>();
        for (int i = 0; runs.size() < count; i++) {
            CurveRun run = CurveRun.of(i, "run" + i, "run " + i, Set.of("loss"));
            if (run.slot() == 11) {
                runs.add(run);
            }
        }
        return runs;
    }

    @Test
    void runsShownTogetherDifferInTheirDashWhereTheyShareAColour() {
        List<CurveRun> shown = CurveRun.apart(alike(Dash.values().length), List.of());
        Set<Dash> dashes = new HashSet<>();
        shown.forEach(run -> dashes.add(RunColors.dash(run.slot())));
        assertEquals(Set.of(Dash.values()), dashes);
        shown.forEach(run -> assertEquals(11 % 8, run.slot() % 8));
    }

    @Test
    void aLineStaysAsItIsWhenARunOfItsLooksComesBeforeIt() {
        List<CurveRun> alike = alike(2);
        List<CurveRun> first = CurveRun.apart(alike.subList(1, 2), List.of());
        List<CurveRun> both = CurveRun.apart(alike, first);
        assertEquals(first.getFirst().slot(), both.getLast().slot());
        assertNotEquals(both.getFirst().slot(), both.getLast().slot());
    }

    @Test
    void aRunAloneLooksAsItsIdSays() {
        List<CurveRun> alike = alike(1);
        assertEquals(alike, CurveRun.apart(alike, List.of()));
    }

    @Test
    void whenAllDashesOfAColourAreTakenTheNextRunIsShownAsItsIdSays() {
        List<CurveRun> shown = CurveRun.apart(alike(Dash.values().length + 1), List.of());
        assertEquals(11, shown.getLast().slot());
    }
}
