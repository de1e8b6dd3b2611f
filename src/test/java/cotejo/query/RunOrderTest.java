package cotejo.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.MetricStat;
import cotejo.model.RunFrame;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunOrderTest {

    private static String names(RunFrame frame, SortKey... keys) {
        BitSet all = new BitSet();
        all.set(0, frame.size());
        return Arrays.stream(RunOrder.sort(frame, all, List.of(keys), SeriesAt.none()))
                .mapToObj(row -> frame.run(row).name()).collect(Collectors.joining(" "));
    }

    private static RunFrame metrics() {
        Runs runs = new Runs();
        runs.run("missing");
        runs.run("nan").metric("m", Double.NaN);
        runs.run("two").metric("m", 2);
        runs.run("minus").metric("m", -3);
        runs.run("inf").metric("m", Double.POSITIVE_INFINITY);
        runs.run("neginf").metric("m", Double.NEGATIVE_INFINITY);
        runs.run("half").metric("m", 0.5);
        return runs.frame();
    }

    @Test
    void nanAndMissingComeLastInBothDirections() {
        ColumnRef m = ColumnRef.metric("m");
        assertEquals("neginf minus half two inf nan missing", names(metrics(), SortKey.ascending(m)));
        assertEquals("inf two half minus neginf nan missing", names(metrics(), SortKey.descending(m)));
        ColumnRef min = new ColumnRef.Metric("m", MetricStat.MIN);
        assertEquals("neginf minus half two inf nan missing", names(metrics(), SortKey.ascending(min)));
    }

    @Test
    void theZerosAreEqual() {
        assertEquals(RunOrder.rank(0.0, SortKey.Direction.ASC), RunOrder.rank(-0.0, SortKey.Direction.ASC));
    }

    @Test
    void paramsThatAreNumbersComeInTheirOrderAndBeforeText() {
        Runs runs = new Runs();
        for (String value : List.of("auto", "10", "9", "1e-3", "Zeta", "nan", "inf", "-1")) {
            runs.run(value).param("p", value);
        }
        runs.run("missing");
        RunFrame frame = runs.frame();
        ColumnRef p = new ColumnRef.Param("p");
        assertEquals("-1 1e-3 9 10 inf auto nan Zeta missing", names(frame, SortKey.ascending(p)));
        assertEquals("inf 10 9 1e-3 -1 Zeta nan auto missing", names(frame, SortKey.descending(p)));
    }

    @Test
    void tiesFallToTheLatestStartAndThenTheRunId() {
        Runs runs = new Runs();
        runs.run("old").times(5, 6);
        runs.run("b").times(9, 10);
        runs.run("a").times(9, 11);
        runs.run("unknown");
        RunFrame frame = runs.frame();
        assertEquals("a b old unknown", names(frame));
        assertEquals("a b old unknown", names(frame, SortKey.descending(new ColumnRef.Param("none"))));
    }

    @Test
    void laterKeysDecideWhereEarlierOnesTie() {
        Runs runs = new Runs();
        runs.run("x2").param("o", "x").metric("m", 2);
        runs.run("y1").param("o", "y").metric("m", 1);
        runs.run("x1").param("o", "x").metric("m", 1);
        runs.run("y2").param("o", "y").metric("m", 2);
        assertEquals("y1 y2 x1 x2", names(runs.frame(), SortKey.descending(new ColumnRef.Param("o")),
                SortKey.ascending(ColumnRef.metric("m"))));
    }

    @Test
    void attributesAndValuesAtAStepSortToo() {
        Runs runs = new Runs();
        runs.run("b").times(10, 30);
        runs.run("A").times(10, 20);
        runs.run("c").times(10, 0);
        RunFrame frame = runs.frame();
        assertEquals("A b c", names(frame, SortKey.ascending(ColumnRef.attribute(RunAttribute.RUN_NAME))));
        assertEquals("b A c", names(frame, SortKey.descending(ColumnRef.attribute(RunAttribute.DURATION))));
        Runs more = new Runs();
        more.run("a").metric("m", 0);
        more.run("b").metric("m", 0);
        SeriesAt series = (key, metric, step) -> OptionalDouble.of(-key);
        BitSet both = new BitSet();
        both.set(0, 2);
        assertArrayEquals(new int[] {1, 0}, RunOrder.sort(more.frame(), both,
                List.of(SortKey.ascending(new ColumnRef.MetricAt("m", 1))), series));
    }

    @Test
    void theSortIsStableAndAgreesWithTheLibraryOnRandomNumbers() {
        Random random = new Random(1);
        for (int size : new int[] {0, 1, 2, 12, 13, 100, 1000}) {
            int[] values = random.ints(size, 0, 50).toArray();
            int[] order = new int[size];
            Integer[] expected = new Integer[size];
            for (int i = 0; i < size; i++) {
                order[i] = i;
                expected[i] = i;
            }
            IntMergeSort.sort(order, (a, b) -> Integer.compare(values[a], values[b]));
            Arrays.sort(expected, (a, b) -> Integer.compare(values[a], values[b]));
            assertArrayEquals(Arrays.stream(expected).mapToInt(Integer::intValue).toArray(), order);
        }
    }

    @Test
    void keysReadBackFromTheirText() {
        SortKey key = SortKey.descending(new ColumnRef.Metric("a b", MetricStat.MIN));
        assertEquals("min(metrics.`a b`) DESC", key.text());
        assertEquals(key, SortKey.parse(key.text()));
        assertEquals(SortKey.ascending(ColumnRef.metric("loss")), SortKey.parse("metrics.loss"));
        assertEquals(SortKey.descending(ColumnRef.metric("loss")), SortKey.parse("metrics.loss desc"));
        assertEquals(null, SortKey.parse("DESC"));
    }
}
