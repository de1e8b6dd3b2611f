package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.chart.SeriesReader;
import cotejo.model.MetricSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs that a panel of lines must not break on.
final class HardBoardTest {

    private static final long BEYOND = 1L << 53;

    private enum Hard {
        ONE_POINT(new long[] {7}, 0.5),
        ONE_NAN(new long[] {7}, Double.NaN),
        ALL_NAN(new long[] {0, 1, 2, 3}, Double.NaN, Double.NaN, Double.NaN, Double.NaN),
        ALL_INFINITE(new long[] {0, 1, 2}, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY),
        EQUAL_VALUES(new long[] {0, 1, 2}, 0.25, 0.25, 0.25),
        EQUAL_STEPS(new long[] {5, 5, 5}, 1, 2, 3),
        EQUAL_IN_BOTH(new long[] {5, 5, 5}, 1, 1, 1),
        BEYOND_DOUBLES(new long[] {BEYOND, BEYOND + 1, BEYOND + 2, BEYOND + 3}, 1, 2, 3, 4),
        ENDS_OF_LONGS(new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}, 1, 2, 3),
        HUGE(new long[] {0, 1, 2}, -Double.MAX_VALUE, 0, Double.MAX_VALUE),
        TINY(new long[] {0, 1, 2}, 0, Double.MIN_VALUE, 2 * Double.MIN_VALUE),
        NOTHING(new long[0]);

        private final MetricSeries series;

        Hard(long[] steps, double... values) {
            series = MetricSeries.ofWholeSteps(steps, new long[steps.length], values);
        }
    }

    private static CurvesViewModel board(SeriesReader reader, List<CurveRun> runs) {
        CurvesViewModel model = new CurvesViewModel(reader, Runnable::run, Runnable::run);
        model.setRuns(runs);
        return model;
    }

    private static PanelViewModel panel(CurvesViewModel model) {
        PanelViewModel panel = model.open(model.actions().tiles().getFirst());
        panel.resize(400, 240, 1);
        return panel;
    }

    private static CurveRun run(int key, Set<String> metrics) {
        return new CurveRun(key, "id" + key, "run " + key, key, metrics);
    }

    private static PanelState state(Hard hard, Look look) {
        CurvesViewModel model = board((run, metric) -> hard.series, List.of(run(1, Set.of("loss")),
                run(2, Set.of("loss"))));
        model.change(setup -> setup.withLook(look));
        PanelViewModel panel = panel(model);
        panel.remarks();
        if (panel.state().get() instanceof PanelState.Lines) {
            panel.readings(200, 100);
            panel.zoomTo(100, 40, 300, 200);
            panel.zoomAt(200, 100, 0.001);
            panel.pan(1000, -1000);
            panel.readings(200, 100);
        }
        return panel.state().get();
    }

    private static void works(PanelState state) {
        assertTrue(state instanceof PanelState.Lines || state instanceof PanelState.Bars, state.toString());
    }

    @ParameterizedTest
    @EnumSource(Hard.class)
    void aPanelIsDrawnAndZoomed(Hard hard) {
        works(state(hard, Look.plain()));
    }

    @ParameterizedTest
    @EnumSource(Hard.class)
    void aPanelIsDrawnAndZoomedOnLogarithmicAxes(Hard hard) {
        works(state(hard, Look.plain().with("yScale", "LOG").with("xScale", "LOG").with("outliers", "IGNORE")));
    }

    @ParameterizedTest
    @EnumSource(Hard.class)
    void aPanelIsDrawnAndZoomedWithSymmetricLogarithm(Hard hard) {
        works(state(hard, Look.plain().with("yScale", "SYMLOG").with("x", "RELATIVE").with("pieces", "APART")));
    }

    @ParameterizedTest
    @CsvSource({"ONE_POINT,ema:0.6", "ALL_NAN,gaussian:2", "EQUAL_STEPS,gaussian:2", "BEYOND_DOUBLES,twema:0.6",
        "ENDS_OF_LONGS,gaussian:2", "HUGE,mean:3", "HUGE,ema:0.6", "ALL_INFINITE,median:3", "EQUAL_STEPS,twema:0.6"})
    void aPanelIsDrawnSmoothed(Hard hard, String smoothing) {
        works(state(hard, Look.plain().with("smoothing", smoothing)));
    }

    @ParameterizedTest
    @EnumSource(Hard.class)
    void aPanelIsDrawnWithAllRunsInOneGroup(Hard hard) {
        works(state(hard, Look.plain().with("group", "params.seed").with("groupMode", "ALL_BUT")
                .with("band", "CI95")));
    }

    /// As doubles the first two are the same; what is read off the chart is what was stored.
    @Test
    void aStepThatNoDoubleHoldsIsReadOffExactly() {
        CurvesViewModel model = board((run, metric) -> Hard.BEYOND_DOUBLES.series, List.of(run(1, Set.of("loss"))));
        PanelViewModel panel = panel(model);
        PanelState.Lines lines = assertInstanceOf(PanelState.Lines.class, panel.state().get());
        java.awt.geom.Rectangle2D area = lines.picture().area();
        List<Reading> readings = panel.readings(area.getMaxX() - 1, area.getCenterY());
        assertEquals(List.of("9007199254740995"), readings.stream().map(Reading::plainStep).toList());
    }

    @Test
    void runsWithoutAMetricHaveAnEmptyBoardThatSaysSo() {
        CurvesViewModel model = board((run, metric) -> MetricSeries.empty(), List.of(run(1, Set.of())));
        assertEquals(CurvesViewModel.BoardState.NO_METRICS, model.state().get());
    }

    @Test
    void aHundredThousandMetricsAreOneSectionAndOneOpenPanelReadsOneOfThem() {
        Set<String> metrics = IntStream.range(0, 100_000).mapToObj(i -> "m" + i)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        int[] reads = {0};
        CurvesViewModel model = board((run, metric) -> {
            reads[0]++;
            return Hard.EQUAL_VALUES.series;
        }, List.of(run(1, metrics)));
        assertEquals(100_000, model.actions().tiles().size());
        works(panel(model).state().get());
        assertEquals(1, reads[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRunWithoutPointsDoesNotTakeTheOthersAway(int without) {
        CurvesViewModel model = board((run, metric) -> run == without ? MetricSeries.empty()
                : Hard.EQUAL_VALUES.series, List.of(run(1, Set.of("loss")), run(2, Set.of("loss"))));
        PanelState.Lines lines = assertInstanceOf(PanelState.Lines.class, panel(model).state().get());
        assertTrue(Arrays.stream(lines.picture().pixels()).anyMatch(pixel -> pixel >>> 24 == 0xff));
    }

    @Test
    void whileThereIsNoPictureAPanelSaysHowFarItIs() {
        CurvesViewModel model = board((run, metric) -> Hard.EQUAL_VALUES.series, List.of(run(1, Set.of("loss")),
                run(2, Set.of("loss")), run(3, Set.of("loss"))));
        PanelViewModel panel = model.open(model.actions().tiles().getFirst());
        List<PanelState> seen = new ArrayList<>();
        panel.state().addListener((property, before, now) -> seen.add(now));
        panel.resize(400, 240, 1);
        assertEquals(new PanelState.Loading(1, 3), seen.getFirst());
        assertInstanceOf(PanelState.Lines.class, seen.getLast());
    }
}
