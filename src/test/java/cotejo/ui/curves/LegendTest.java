package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class LegendTest {

    @Test
    void groupsAreNamedByWhatTellsThemApart() {
        assertEquals(List.of("lr=1", "lr=2"), Legend.brief(List.of("act=relu · lr=1", "act=relu · lr=2")));
        assertEquals(List.of("act=relu · lr=1", "act=tanh · lr=1", "act=relu · lr=2"),
                Legend.brief(List.of("act=relu · lr=1", "act=tanh · lr=1", "act=relu · lr=2")));
    }

    @Test
    void valuesAreCopiedWithAllTheirDigits() {
        Reading reading = new Reading(1, "a\tb", 0, 0.1 + 0.2, 1e-300, 7, OptionalLong.empty(),
                1_700_000_000_000.0, 1500, 0, 0, 0);
        assertEquals("run\tsmoothed\tvalue\tstep\ttime\trelative\n"
                + "a b\t0.30000000000000004\t1.0E-300\t7\t1700000000000\t1500\n",
                ValuesTable.tsv(List.of(reading), true));
        assertEquals("run\tvalue\tstep\ttime\trelative\na b\t1.0E-300\t7\t1700000000000\t1500\n",
                ValuesTable.tsv(List.of(reading), false));
    }
}
