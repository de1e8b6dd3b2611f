package cotejo.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.RunFrame;
import cotejo.query.RowsSpec.Nesting;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunRowsTest {

    private static final SortKey BY_NAME = SortKey.ascending(ColumnRef.attribute(RunAttribute.RUN_NAME));
    private static final ColumnRef LOSS = ColumnRef.metric("loss");

    private static BitSet all(RunFrame frame) {
        BitSet rows = new BitSet();
        rows.set(0, frame.size());
        return rows;
    }

    private static RunRows rows(RunFrame frame, BitSet scope, String filter, Expansion expansion, ColumnRef... by) {
        BitSet matching = ((Filter) Filter.parse(filter)).compile(frame, SeriesAt.none()).select(Cancel.never());
        return RunRows.of(frame, RunTree.of(frame), new RowsSpec(scope, matching, List.of(BY_NAME), Nesting.TREE,
                List.of(by), expansion), SeriesAt.none(), Cancel.never());
    }

    /// One word a line: dots for the depth, then the name; `+` when something is folded, `?` when kept for context.
    private static String picture(RunFrame frame, RunRows rows) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            RunRow row = rows.get(i);
            out.append(i == 0 ? "" : " ").append(".".repeat(row.depth()));
            switch (row) {
                case RunRow.Leaf leaf -> out.append(frame.run(leaf.row()).name())
                        .append(leaf.hasChildren() && !leaf.expanded() ? "+" : "").append(leaf.matches() ? "" : "?");
                case RunRow.Group group -> out.append('[').append(group.path().getLast().value()).append(':')
                        .append(group.n()).append(']').append(group.expanded() ? "" : "+");
            }
        }
        return out.toString();
    }

    private static RunFrame family() {
        Runs runs = new Runs();
        runs.run("c1").parent("p").param("x", "1");
        runs.run("p").param("x", "2");
        runs.run("g").parent("c1").param("x", "3");
        runs.run("c0").parent("p").param("x", "4");
        runs.run("lone");
        runs.run("orphan").parent("nobody");
        runs.run("elsewhere").source(2).parent("p");
        return runs.frame();
    }

    @Test
    void nestedRunsStandBelowTheirParentsInOrderAtEachLevel() {
        RunFrame frame = family();
        assertEquals("elsewhere lone orphan p .c0 .c1 ..g",
                picture(frame, rows(frame, all(frame), "", Expansion.open())));
        assertEquals("elsewhere lone orphan p+", picture(frame, rows(frame, all(frame), "", Expansion.closed())));
        assertEquals("elsewhere lone orphan p .c0 .c1+",
                picture(frame, rows(frame, all(frame), "",
                        Expansion.closed().with(frame.run(1).key(), Expansion.Start.OPEN))));
    }

    @Test
    void aFilterKeepsAncestorsOpenAndMarked() {
        RunFrame frame = family();
        RunRows rows = rows(frame, all(frame), "params.x = '3'", Expansion.closed());
        assertEquals("p? .c1? ..g", picture(frame, rows));
        assertEquals(1, rows.matching());
        assertEquals("p+?", picture(frame, rows(frame, all(frame), "params.x = '3'",
                Expansion.closed().with(frame.run(1).key(), Expansion.Start.CLOSED))));
    }

    @Test
    void whatWasOpenedStaysOpenUnderAFilter() {
        RunFrame frame = family();
        Expansion opened = Expansion.closed().with(frame.run(1).key(), Expansion.Start.OPEN);
        assertEquals("p? .c1? ..g", picture(frame, rows(frame, all(frame), "params.x = '3'", opened)));
    }

    @Test
    void parentsOutsideOfTheScopeAreNotBroughtIn() {
        RunFrame frame = family();
        BitSet scope = all(frame);
        scope.clear(1);
        assertEquals("c0 c1 .g elsewhere lone orphan", picture(frame, rows(frame, scope, "", Expansion.open())));
    }

    @Test
    void circlesOfParentsNeitherHangNorLoseRuns() {
        Runs runs = new Runs();
        runs.run("self").parent("self");
        runs.run("a").parent("b");
        runs.run("b").parent("c");
        runs.run("c").parent("a");
        runs.run("tail").parent("a");
        RunFrame frame = runs.frame();
        RunRows rows = rows(frame, all(frame), "", Expansion.open());
        assertEquals(5, rows.size());
        assertEquals(5, IntStream.range(0, 5).map(rows::frameRow).distinct().count());
    }

    @Test
    void tenThousandLevelsOfNestingAreShown() {
        Runs runs = new Runs();
        runs.run("r0");
        for (int i = 1; i < 10_000; i++) {
            runs.run("r" + i).parent("r" + (i - 1));
        }
        RunFrame frame = runs.frame();
        RunRows rows = rows(frame, all(frame), "r9999", Expansion.closed());
        assertEquals(10_000, rows.size());
        assertEquals(9_999, rows.get(9_999).depth());
        assertEquals(9_999, rows.indexOf(frame.run(9_999).key()));
    }

    private static RunFrame groups() {
        Runs runs = new Runs();
        runs.run("a1").param("opt", "adam").param("lr", "0.1").metric("loss", 1);
        runs.run("a2").param("opt", "adam").param("lr", "0.2").metric("loss", 2);
        runs.run("a3").param("opt", "adam").param("lr", "auto").metric("loss", 6);
        runs.run("s1").param("opt", "sgd").param("lr", "0.1").metric("loss", Double.NaN);
        runs.run("s2").param("opt", "sgd").param("lr", "0.1").metric("loss", 0.5);
        runs.run("n1");
        return runs.frame();
    }

    @Test
    void equalNumbersDoNotSpread() {
        // The mean of three times 0.1, added up and parted, is 0.10000000000000002.
        Spread same = Spread.of(new double[] {0.1, 0.1, 0.1}, 3);
        assertEquals(new Spread(3, 0.1, 0, 0.1, 0.1), same);
        assertTrue(Double.isNaN(Spread.of(new double[] {0.1}, 1).std()));
    }

    @Test
    void groupsHoldTheNumbersOfTheirRuns() {
        RunFrame frame = groups();
        RunRows rows = rows(frame, all(frame), "", Expansion.closed(), new ColumnRef.Param("opt"));
        assertEquals("[adam:3]+ [sgd:2]+ [null:1]+", picture(frame, rows));
        RunRow.Group adam = assertInstanceOf(RunRow.Group.class, rows.get(0));
        Spread loss = adam.members().spread(LOSS);
        assertEquals(3, loss.n());
        assertEquals(3.0, loss.mean());
        // (1-3)² + (2-3)² + (6-3)² = 14, over 2, rooted
        assertEquals(Math.sqrt(7), loss.std(), 1e-15);
        assertEquals(1.0, loss.min());
        assertEquals(6.0, loss.max());
        Spread lr = adam.members().spread(new ColumnRef.Param("lr"));
        assertEquals(2, lr.n());
        assertEquals(0.15, lr.mean(), 1e-15);
        RunRow.Group sgd = assertInstanceOf(RunRow.Group.class, rows.get(1));
        assertEquals(1, sgd.members().spread(LOSS).n());
        assertTrue(Double.isNaN(sgd.members().spread(LOSS).std()));
        RunRow.Group none = assertInstanceOf(RunRow.Group.class, rows.get(2));
        assertEquals(0, none.members().spread(LOSS).n());
        assertTrue(Double.isNaN(none.members().spread(LOSS).mean()));
        assertEquals(-1, rows.frameRow(0));
    }

    @Test
    void groupsNestAndOpenOneByOne() {
        RunFrame frame = groups();
        ColumnRef opt = new ColumnRef.Param("opt");
        ColumnRef lr = new ColumnRef.Param("lr");
        assertEquals("[adam:3] .[0.1:1] ..a1 .[0.2:1] ..a2 .[auto:1] ..a3 [sgd:2] .[0.1:2] ..s1 ..s2 [null:1] "
                + ".[null:1] ..n1", picture(frame, rows(frame, all(frame), "", Expansion.open(), opt, lr)));
        List<GroupPart> sgd = List.of(new GroupPart(opt, "sgd"));
        Expansion one = Expansion.closed().with(sgd, Expansion.Start.OPEN);
        assertEquals("[adam:3]+ [sgd:2] .[0.1:2]+ [null:1]+",
                picture(frame, rows(frame, all(frame), "", one, opt, lr)));
        assertEquals("[adam:3]+ [sgd:2]+ [null:1]+",
                picture(frame, rows(frame, all(frame), "", one.with(sgd, Expansion.Start.CLOSED), opt, lr)));
    }

    @Test
    void groupsFollowTheMeanWhenRunsAreSortedByANumber() {
        RunFrame frame = groups();
        RowsSpec spec = new RowsSpec(all(frame), all(frame), List.of(SortKey.ascending(LOSS)), Nesting.FLAT,
                List.of(new ColumnRef.Param("opt")), Expansion.closed());
        assertEquals("[sgd:2]+ [adam:3]+ [null:1]+", picture(frame,
                RunRows.of(frame, RunTree.of(frame), spec, SeriesAt.none(), Cancel.never())));
    }

    @Test
    void insideAGroupRunsNestWhereTheParentIsInItToo() {
        Runs runs = new Runs();
        runs.run("p").param("g", "1");
        runs.run("c").param("g", "1").parent("p");
        runs.run("d").param("g", "2").parent("p");
        RunFrame frame = runs.frame();
        assertEquals("[1:2] .p ..c [2:1] .d",
                picture(frame, rows(frame, all(frame), "", Expansion.open(), new ColumnRef.Param("g"))));
    }

    @Test
    void cancellingEndsTheWork() {
        RunFrame frame = family();
        Cancel cancel = new Cancel();
        cancel.request();
        RowsSpec spec = new RowsSpec(all(frame), all(frame), List.of(), Nesting.TREE, List.of(), Expansion.open());
        RunTree tree = RunTree.of(frame);
        assertThrows(CancelledException.class, () -> RunRows.of(frame, tree, spec, SeriesAt.none(), cancel));
    }
}
