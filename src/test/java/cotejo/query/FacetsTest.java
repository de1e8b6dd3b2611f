package cotejo.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.RunFrame;
import cotejo.work.Cancel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FacetsTest {

    private static BitSet all(RunFrame frame) {
        BitSet rows = new BitSet();
        rows.set(0, frame.size());
        return rows;
    }

    private static Facet facet(RunFrame frame, ColumnRef column, int most) {
        return Facets.of(column, frame, all(frame), SeriesAt.none(), most, Cancel.never());
    }

    @Test
    void valuesAreCountedTheMostFrequentFirst() {
        Runs runs = new Runs();
        for (String value : List.of("sgd", "adam", "adam", "it's", "sgd", "adam")) {
            runs.run("r").param("opt", value);
        }
        runs.run("none");
        RunFrame frame = runs.frame();
        Facet.Values values = assertInstanceOf(Facet.Values.class, facet(frame, new ColumnRef.Param("opt"), 2));
        assertEquals(List.of(new Facet.Entry("adam", 3, "params.opt = 'adam'"),
                new Facet.Entry("sgd", 2, "params.opt = 'sgd'")), values.top());
        assertEquals(3, values.distinct());
        assertEquals(1, values.others());
        assertEquals(1, values.missing());
        assertEquals(List.of("none"), Runs.passing(frame, values.missingCondition()));
    }

    @Test
    void everyPartOfAHistogramFiltersToItsCount() {
        Runs runs = new Runs();
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            double loss = random.nextGaussian() * Math.pow(10, random.nextInt(3)) / 7;
            runs.run("r" + i).metric("loss", loss).param("lr", Double.toString(loss / 1000))
                    .times(1_700_000_000_000L + i * 977_777L, 0);
        }
        runs.run("nan").metric("loss", Double.NaN);
        runs.run("inf").metric("loss", Double.POSITIVE_INFINITY);
        runs.run("missing");
        RunFrame frame = runs.frame();
        for (ColumnRef column : List.of(ColumnRef.metric("loss"), new ColumnRef.Param("lr"),
                ColumnRef.attribute(RunAttribute.START))) {
            Facet.Range range = assertInstanceOf(Facet.Range.class, facet(frame, column, 10));
            assertTrue(range.bins().size() > 3 && range.bins().size() <= 22, "bins " + range.bins().size());
            for (Facet.Bin bin : range.bins()) {
                assertEquals(bin.count(), Runs.passing(frame, bin.condition()).size(), bin.condition());
            }
            assertEquals(500, range.bins().stream().mapToInt(Facet.Bin::count).sum());
            assertEquals(500, Runs.passing(frame, range.condition(range.min(), range.max())).size());
        }
        Facet.Range loss = assertInstanceOf(Facet.Range.class, facet(frame, ColumnRef.metric("loss"), 10));
        assertEquals("1 1 1", loss.nan() + " " + loss.infinite() + " " + loss.missing());
    }

    @Test
    void limitsAreRound() {
        assertEquals("[0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]",
                Arrays.toString(Facets.edges(0.01, 0.73)));
    }

    @Test
    void extremeNumbersStillMakeAHistogram() {
        for (double[] ends : new double[][] {{5, 5}, {0, Double.MIN_VALUE}, {-Double.MAX_VALUE, Double.MAX_VALUE},
            {1e300, 1.0000001e300}, {1, Math.nextUp(1.0)}, {-1e-300, 1e-300}}) {
            Runs runs = new Runs();
            runs.run("a").metric("m", ends[0]);
            runs.run("b").metric("m", ends[1]);
            RunFrame frame = runs.frame();
            Facet.Range range = assertInstanceOf(Facet.Range.class, facet(frame, ColumnRef.metric("m"), 10));
            assertEquals(2, range.bins().stream().mapToInt(Facet.Bin::count).sum());
            for (Facet.Bin bin : range.bins()) {
                assertEquals(bin.count(), Runs.passing(frame, bin.condition()).size(), bin.condition());
            }
        }
    }

    @Test
    void columnsThatDifferOrThatSomeLackVary() {
        Runs runs = new Runs();
        runs.run("same").param("a", "1").param("b", "1").param("c", "1").metric("m", Double.NaN).metric("k", 1);
        runs.run("same").param("a", "1").param("b", "2").metric("m", Double.NaN).metric("k", 2);
        runs.run("other").param("d", "1");
        RunFrame frame = runs.frame();
        BitSet firstTwo = new BitSet();
        firstTwo.set(0, 2);
        Set<ColumnRef> varying = Varying.columns(frame, firstTwo, Cancel.never());
        varying.remove(ColumnRef.attribute(RunAttribute.RUN_ID));
        assertEquals(Set.of(new ColumnRef.Param("b"), new ColumnRef.Param("c"), ColumnRef.metric("k")), varying);
    }

    @Test
    void nothingVariesWithinOneRunOrNone() {
        Runs runs = new Runs();
        runs.run("one").param("a", "1");
        RunFrame frame = runs.frame();
        assertEquals(Set.of(), Varying.columns(frame, new BitSet(), Cancel.never()));
        BitSet one = new BitSet();
        one.set(0);
        assertEquals(Set.of(), Varying.columns(frame, one, Cancel.never()));
    }
}
