package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.MetricSeries;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    /// Twelve runs whose accuracy follows `lr` alone; `color` varies without effect.
    private static List<ComparedRun> runs() {
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            runs.add(SomeRuns.with(i, Map.of("lr", i % 2 == 0 ? "0.1" : "0.3", "color", "c" + i / 2 % 3),
                    Map.of("gpu", i < 6 ? "A100" : "H100", "mlflow.source.git.commit", "abc" + i / 6),
                    Map.of("acc", 0.8 + (i % 2) * 0.1 + i * 1e-4)));
        }
        return runs;
    }

    private static Peers peers(List<ComparedRun> runs) {
        RunFrame.Builder builder = RunFrame.builder();
        runs.forEach(run -> builder.add(run.run(), run.facts()));
        return Peers.of(builder.build(Map.of()), runs);
    }

    private static List<Cause> causes(int first, int second, Ignoring ignoring) {
        List<ComparedRun> runs = runs();
        return Explanation.of(new Gap(List.of(runs.get(first)), List.of(runs.get(second)), "acc"), ignoring,
                peers(runs), (key, metric) -> MetricSeries.empty(), Cancel.never());
    }

    @Test
    void whatOtherRunsConfirmStandsFirstAndWhatTheyDenyLast() {
        List<Cause> causes = causes(0, 9, Ignoring.nothing());
        assertEquals(List.of(Cause.Kind.PARAM, Cause.Kind.COMMIT, Cause.Kind.HARDWARE, Cause.Kind.FAINT_PARAM),
                causes.stream().map(Cause::kind).toList());
        assertEquals("lr", causes.getFirst().key());
        assertTrue(causes.getFirst().strength() > 0.99, causes.toString());
    }

    @Test
    void theEvidenceIsASentenceInTheLanguageInUse() {
        assertTrue(causes(0, 9, Ignoring.nothing()).getFirst().sentence()
                .startsWith("lr: 0.1 against 0.3. Among the 12 runs"));
        Texts.use(Locale.of("es"));
        assertTrue(causes(0, 9, Ignoring.nothing()).getFirst().sentence()
                .startsWith("lr: 0.1 frente a 0.3. Entre las 12 ejecuciones"));
    }

    /// Five of six runs of each group have its usual value.
    @Test
    void aParamThatMostlyTellsTheGroupsApartStandsBehindThoseThatDoSoWholly() {
        List<ComparedRun> runs = runs();
        List<ComparedRun> first = List.of(runs.get(0), runs.get(2), runs.get(4), runs.get(6), runs.get(8), runs.get(1));
        List<ComparedRun> second = List.of(runs.get(3), runs.get(5), runs.get(7), runs.get(9), runs.get(11),
                runs.get(10));
        List<Cause> causes = Explanation.of(new Gap(first, second, "acc"), Ignoring.nothing(), peers(runs),
                (key, metric) -> MetricSeries.empty(), Cancel.never());
        assertEquals(List.of("MIXED_PARAM lr"), causes.stream().map(cause -> cause.kind() + " " + cause.key())
                .toList());
        assertTrue(causes.getFirst().sentence().startsWith(
                "lr: mostly 0.1 (5 of 6 runs) against mostly 0.3 (5 of 6 runs). Among the 12 runs"),
                causes.getFirst().sentence());
    }

    private static List<Cause> ofConfigs(java.util.function.IntFunction<String> config) {
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            runs.add(SomeRuns.with(i, Map.of("config", config.apply(i)), Map.of(),
                    Map.of("acc", 0.8 + (i % 2) * 0.1 + i * 1e-4)));
        }
        return Explanation.of(new Gap(List.of(runs.get(0)), List.of(runs.get(1)), "acc"),
                Ignoring.of(List.of("seed")), peers(runs), (key, metric) -> MetricSeries.empty(), Cancel.never());
    }

    /// Each run has another config, so as a whole none comes twice.
    @Test
    void aLeafOfANestedConfigIsACauseOfItsOwn() {
        for (String form : List.of("{\"model\": {\"units\": [%d, 10]}, \"seed\": %d}",
                "model:\n  units: [%d, 10]\nseed: %d\n")) {
            List<Cause> causes = ofConfigs(i -> form.formatted(i % 2 == 0 ? 64 : 128, i));
            assertEquals(List.of("config.model.units[0]"), causes.stream().map(Cause::key).toList());
            assertTrue(causes.getFirst().strength() > 0.99, causes.toString());
            assertTrue(causes.getFirst().sentence().startsWith("config.model.units[0]: 64 against 128. Among the 12 "),
                    causes.getFirst().sentence());
        }
    }

    @Test
    void aLongValueIsOneLineCutAroundWhatDiffers() {
        List<Cause> causes = ofConfigs(i -> "a text of several lines\nthat is the same for long, then says "
                + (i % 2 == 0 ? "gently" : "firmly") + " and after that goes on for as long as before");
        String sentence = causes.getFirst().sentence();
        assertTrue(sentence.contains("gently") && sentence.contains("firmly"), sentence);
        assertTrue(sentence.lines().count() == 1, sentence);
    }

    /// Of a metric that never changes nothing goes along with anything; the mean of 0.1 may be rounded.
    @Test
    void aConstantMetricHasNoShares() {
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            runs.add(SomeRuns.with(i, Map.of("lr", i < 3 ? "1" : "2"), Map.of(), Map.of("acc", 0.1)));
        }
        assertTrue(Double.isNaN(peers(runs).said("lr", "acc").share()));
    }

    /// `statsmodels` 0.15.0: `ols('y ~ C(g)').fit().rsquared_adj`.
    @Test
    void theShareIsAdjustedForTheNumberOfValues() {
        String[] groups = {"a", "a", "a", "b", "b", "c", "c", "c", "c", "d"};
        double[] y = {1.0, 1.5, 0.7, 2.0, 2.9, 0.4, 1.1, 3.0, 2.2, 5.0};
        List<ComparedRun> runs = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            runs.add(SomeRuns.with(i, Map.of("g", groups[i]), Map.of(), Map.of("y", y[i])));
        }
        assertEquals(SHARE, peers(runs).said("g", "y").share(), 1e-12);
    }

    private static final double SHARE = 0.5873892515737934;

    @Test
    void ignoredKeysAreNoCause() {
        assertTrue(causes(0, 9, Ignoring.of(List.of("lr"))).stream().noneMatch(cause -> cause.key().equals("lr")));
    }

    @Test
    void whatBothGroupsHaveTellsThemApartNot() {
        List<ComparedRun> runs = runs();
        Gap gap = new Gap(runs.subList(0, 6), runs.subList(6, 12), "acc");
        assertEquals(List.of(Cause.Kind.COMMIT, Cause.Kind.HARDWARE), Explanation.of(gap, Ignoring.nothing(),
                peers(runs), (key, metric) -> MetricSeries.empty(), Cancel.never()).stream().map(Cause::kind).toList());
    }

    @Test
    void theStepAtWhichCurvesPartIsToldLast() {
        List<ComparedRun> runs = runs();
        Map<Long, MetricSeries> curves = new HashMap<>();
        for (long key = 0; key < 2; key++) {
            double up = key;
            curves.put(key, MetricSeries.ofWholeSteps(IntStream.range(0, 10).mapToLong(i -> i).toArray(),
                    new long[10], IntStream.range(0, 10).mapToDouble(i -> i < 4 ? 0.5 : 0.5 + up * 0.1).toArray()));
        }
        Cause last = Explanation.of(new Gap(List.of(runs.get(0)), List.of(runs.get(1)), "acc"), Ignoring.nothing(),
                peers(runs), (key, metric) -> curves.getOrDefault(key, MetricSeries.empty()),
                Cancel.never()).getLast();
        assertEquals(Cause.Kind.CURVE, last.kind());
        assertTrue(last.sentence().contains("from step 4 on"), last.sentence());
        assertTrue(last.sentence().contains("Up to step 3 they are identical"), last.sentence());
    }

    /// A clock that was set back: the point that was stored first has the greater time, and by MLflow's rule it counts.
    @Test
    void ofAStepLoggedTwiceTheLatestPointCounts() {
        List<ComparedRun> runs = runs();
        MetricSeries flat = MetricSeries.ofWholeSteps(new long[] {0, 1, 2, 3}, new long[4],
                new double[] {0.5, 0.5, 0.5, 0.5});
        MetricSeries again = MetricSeries.ofWholeSteps(new long[] {0, 1, 2, 3, 1}, new long[] {1, 9, 3, 4, 2},
                new double[] {0.5, 0.5, 0.7, 0.7, 0.7});
        Cause last = Explanation.of(new Gap(List.of(runs.get(0)), List.of(runs.get(1)), "acc"), Ignoring.nothing(),
                peers(runs), (key, metric) -> key == 0 ? flat : again, Cancel.never()).getLast();
        assertTrue(last.sentence().contains("from step 2 on"), last.sentence());
    }

    @Test
    void threeAgainstThreeIsCalledTooFew() {
        List<ComparedRun> runs = runs();
        List<ComparedRun> first = List.of(runs.get(0), runs.get(2), runs.get(4));
        List<ComparedRun> second = List.of(runs.get(0), runs.get(1), runs.get(3));
        assertTrue(Reality.of(first, second, List.of("acc"), Reality.Correction.HOLM, Cancel.never())
                .getFirst().sentence()
                .startsWith("Too few runs (3 + 3)"));
    }
}
