package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static List<Row> params(Rules rules, List<Map<String, String>> params) {
        List<ComparedRun> runs = java.util.stream.IntStream.range(0, params.size())
                .mapToObj(i -> SomeRuns.with(i, params.get(i))).toList();
        return Comparison.of(runs, -1, rules, Known.NOTHING, Cancel.never()).rows(Section.Kind.PARAMS);
    }

    private static Row only(Rules rules, String first, String second) {
        return params(rules, List.of(Map.of("p", first), Map.of("p", second))).getFirst();
    }

    /// A version is no number: 1.10 comes after 1.9.
    @Test
    void versionsAndDigestsHaveNoChange() {
        ComparedRun first = SomeRuns.packed(1, Map.of("scipy", "1.9"));
        ComparedRun second = SomeRuns.packed(2, Map.of("scipy", "1.10"));
        Row scipy = Comparison.of(List.of(first, second), 0, Rules.strict(), Known.NOTHING, Cancel.never())
                .rows(Section.Kind.ENVIRONMENT).getFirst();
        assertEquals(java.util.Optional.empty(), scipy.change(1, 0));
    }

    /// A share of the milliseconds since 1970 is no measure of anything.
    @Test
    void aToleranceIsNotForPointsInTime() {
        Rules rules = new Rules(Ignoring.nothing(), new Tolerance(0.01, Tolerance.Scale.RELATIVE), Map.of());
        List<Row> times = Comparison.of(List.of(SomeRuns.with(1, Map.of()), SomeRuns.with(2, Map.of())), -1, rules,
                Known.NOTHING, Cancel.never()).rows(Section.Kind.TIMES);
        assertEquals("start_time", times.getFirst().key());
        assertTrue(times.getFirst().differs());
    }

    @Test
    void groupsOfLongValuesAreToldApart() {
        List<ComparedRun> runs = java.util.stream.IntStream.range(0, 6).mapToObj(i -> SomeRuns.with(i, Map.of("path",
                "s3://bucket/team/vision/experiments/2026/augmented/fold-" + i % 3 + "/weights-final-checkpoint.pt",
                "config", "a: 1\nmodel:\n  depth: " + i % 2 + "\n"))).toList();
        List<String> labels = Groups.of(Comparison.of(runs, 0, Rules.strict(), Known.NOTHING, Cancel.never())).stream()
                .map(Groups::label).toList();
        assertEquals(labels.size(), labels.stream().distinct().count(), labels::toString);
        assertEquals("config.model.depth: 0 against 1", labels.getFirst());
    }

    @Test
    void aMissingValueIsADifference() {
        Row row = params(Rules.strict(), List.of(Map.of("a", "1"), Map.of("b", "1"))).getFirst();
        assertTrue(row.differs());
        assertTrue(row.values().get(1).isMissing());
    }

    @Test
    void anEmptyTextIsNotAMissingOne() {
        assertTrue(params(Rules.strict(), List.of(Map.of("a", ""), Map.of())).getFirst().differs());
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":1,\"b\":[2,3]}', '{\"b\": [2, 3], \"a\": 1}', false",
            "'{\"a\":1}', '{\"a\":2}', true", "'{''a'': 1}', '{\"a\":1}', false",
            "'a: 1\nb:\n  c: 2\n', '{\"a\":1,\"b\":{\"c\":2}}', false", "'[1,2]', '[2,1]', true"})
    void structuresAreComparedAsTrees(String first, String second, boolean differs) {
        assertEquals(differs, only(Rules.strict(), first, second).differs());
    }

    @Test
    void theLeavesOfAStructureAreNamedByTheirPath() {
        Row row = only(Rules.strict(), "{\"optim\":{\"lr\":0.1,\"name\":\"adam\"},\"layers\":[8,16]}",
                "{\"optim\":{\"lr\":0.2,\"name\":\"adam\"},\"layers\":[8,16,32]}");
        assertEquals(List.of("optim.lr", "layers[2]"),
                row.parts().stream().filter(Row::differs).map(Row::key).toList());
    }

    @Test
    void numbersAreTextsUntilATolerancesIsSet() {
        assertTrue(only(Rules.strict(), "1e-3", "0.001").differs());
        Rules rules = new Rules(Ignoring.nothing(), Tolerance.parse("0").orElseThrow(), Map.of());
        assertFalse(only(rules, "1e-3", "0.001").differs());
    }

    @Test
    void aDigestIsNoNumber() {
        Rules rules = new Rules(Ignoring.nothing(), Tolerance.parse("10%").orElseThrow(), Map.of());
        assertTrue(only(rules, "12e4567", "13e4567").differs());
    }

    @Test
    void toleranceHoldsBetweenTheFarthestTwo() {
        Rules rules = new Rules(Ignoring.nothing(), Tolerance.parse("1").orElseThrow(), Map.of());
        assertTrue(params(rules, List.of(Map.of("p", "2"), Map.of("p", "1"), Map.of("p", "3"))).getFirst().differs());
    }

    @ParameterizedTest
    @CsvSource({"_*, _private, true", "_*, a_b, false", "*path*, data.Path.root, true", "seed, seed, true",
            "seed, train.seed, true", "seed, seeds, false", "l?, lr, true", "l?, lrs, false", "*, anything, true"})
    void patternsLeaveKeysOut(String pattern, String key, boolean ignored) {
        assertEquals(ignored, Ignoring.of(List.of(pattern)).ignores(key));
    }

    @Test
    void aPatternOfManyStarsEnds() {
        assertFalse(Ignoring.of(List.of("*a".repeat(40) + "b")).ignores("a".repeat(20_000)));
    }

    @Test
    void theBestOfEqualValuesIsNone() {
        List<ComparedRun> runs = List.of(SomeRuns.with(1, Map.of(), Map.of(), Map.of("val_loss", 0.5)),
                SomeRuns.with(2, Map.of(), Map.of(), Map.of("val_loss", 0.5)));
        assertEquals(-1, Comparison.of(runs, -1, Rules.strict(), Known.NOTHING, Cancel.never())
                .rows(Section.Kind.METRICS).getFirst().best());
    }

    @Test
    void whatThePersonChoseGoesBeforeTheName() {
        List<ComparedRun> runs = List.of(SomeRuns.with(1, Map.of(), Map.of(), Map.of("val_loss", 0.5)),
                SomeRuns.with(2, Map.of(), Map.of(), Map.of("val_loss", 0.7)));
        assertEquals(0, Comparison.of(runs, -1, Rules.strict(), Known.NOTHING, Cancel.never())
                .rows(Section.Kind.METRICS).getFirst().best());
        Rules chosen = new Rules(Ignoring.nothing(), Tolerance.NONE, Map.of("val_loss", Direction.Better.HIGHER));
        assertEquals(1, Comparison.of(runs, -1, chosen, Known.NOTHING, Cancel.never())
                .rows(Section.Kind.METRICS).getFirst().best());
    }

    @Test
    void notANumberIsNeverBestAndEqualsItself() {
        List<ComparedRun> runs = List.of(SomeRuns.with(1, Map.of(), Map.of(), Map.of("loss", Double.NaN)),
                SomeRuns.with(2, Map.of(), Map.of(), Map.of("loss", Double.NaN)));
        Row row = Comparison.of(runs, -1, Rules.strict(), Known.NOTHING, Cancel.never())
                .rows(Section.Kind.METRICS).getFirst();
        assertFalse(row.differs());
        assertEquals(-1, row.best());
    }

    @Test
    void keysWithNumbersStandInNaturalOrder() {
        List<Row> rows = params(Rules.strict(), List.of(Map.of("layer10", "1", "layer2", "1", "Batch", "1"), Map.of()));
        assertEquals(List.of("Batch", "layer2", "layer10"), rows.stream().map(Row::key).toList());
    }

    @Test
    void cancelStopsIt() {
        Cancel cancel = new Cancel();
        cancel.request();
        assertThrows(CancelledException.class, () -> Comparison.of(List.of(SomeRuns.with(1, Map.of("a", "1"))), -1,
                Rules.strict(), Known.NOTHING, cancel));
    }

    private static ComparedRun withLog(long key, long size) {
        ComparedRun run = SomeRuns.with(key, Map.of());
        return new ComparedRun(run.run(), run.experiment(), run.experimentTags(), run.source(), run.facts(),
                run.packages(), new TreeMap<>(Map.of("log.txt", new FileOfRun(Path.of("run" + key), size, 0))));
    }

    /// Two of three are of one size, and may still differ.
    @Test
    void filesOfOneSizeAreReadAlthoughAThirdHasAnother() {
        Comparison comparison = Comparison.of(List.of(withLog(1, 90), withLog(2, 90), withLog(3, 91)), 0,
                Rules.strict(), Known.NOTHING, Cancel.never());
        assertEquals(List.of("run1", "run2"), FileSums.wanted(comparison).stream()
                .map(file -> file.file().toString()).toList());
    }
}
