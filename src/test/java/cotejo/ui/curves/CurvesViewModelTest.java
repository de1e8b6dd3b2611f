package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.analysis.Range;
import cotejo.chart.Picture;
import cotejo.chart.XMode;
import cotejo.model.MetricSeries;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CurvesViewModelTest {

    private final Map<Long, double[]> stored = new HashMap<>();
    private final List<String> read = new ArrayList<>();
    private final CurvesViewModel model = new CurvesViewModel(this::read, Runnable::run, Runnable::run);

    private MetricSeries read(long run, String metric) throws IOException {
        read.add(run + " " + metric);
        double[] values = stored.get(run);
        if (values == null) {
            throw new IOException("run " + run + " is gone.");
        }
        long[] steps = new long[values.length];
        long[] times = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            steps[i] = i * 10L;
            times[i] = 1_700_000_000_000L + run * 500 + i * 1000L;
        }
        return MetricSeries.ofWholeSteps(steps, times, values);
    }

    private static CurveRun run(long key) {
        return CurveRun.of(key, "id" + key, "run " + key,
                Set.of("loss", "val/acc", "val/loss", "layer10/w", "layer2/w"));
    }

    @BeforeEach
    void twoRuns() {
        stored.put(1L, new double[] {1, 2, 3, 4, 5});
        stored.put(2L, new double[] {5, 4, Double.NaN, 2, 1});
        model.setRuns(List.of(run(1), run(2)));
    }

    private PanelViewModel open() {
        PanelViewModel panel = model.open(Tile.of("loss", ""));
        panel.resize(400, 250, 1);
        return panel;
    }

    private static Picture picture(PanelViewModel panel) {
        return assertInstanceOf(PanelState.Lines.class, panel.state().get()).picture();
    }

    @Test
    void metricsStandInSectionsByPrefixInTheOrderOfTheirNumbers() {
        assertEquals(List.of("", "layer2", "layer10", "val"),
                model.board().get().sections().stream().map(Section::name).toList());
        model.search().set("LOSS");
        assertEquals(List.of("loss", "val/loss"), model.board().get().sections().stream()
                .flatMap(section -> section.tiles().stream()).map(tile -> tile.metric().orElseThrow()).toList());
        model.search().set("nothing like it");
        assertEquals(CurvesViewModel.BoardState.NO_MATCH, model.state().get());
        model.setRuns(List.of());
        assertEquals(CurvesViewModel.BoardState.NO_RUNS, model.state().get());
    }

    @Test
    void aBoardWhoseRunsAreComingDoesNotSayThatThereAreNone() {
        model.coming();
        assertEquals(CurvesViewModel.BoardState.PANELS, model.state().get());
        model.setRuns(List.of());
        model.coming();
        assertEquals(CurvesViewModel.BoardState.COMING, model.state().get());
        model.came();
        assertEquals(CurvesViewModel.BoardState.NO_RUNS, model.state().get());
        model.coming();
        model.setRuns(List.of(run(1)));
        assertEquals(CurvesViewModel.BoardState.PANELS, model.state().get());
    }

    @Test
    void nothingIsReadBeforeAPanelIsInSight() {
        assertEquals(List.of(), read);
        open();
        assertEquals(List.of("1 loss", "2 loss"), read);
    }

    @Test
    void aBoxZoomsAndADoubleClickGoesBack() {
        PanelViewModel panel = open();
        Picture full = picture(panel);
        assertEquals(new Range(0, 40), full.spec().x());
        panel.zoomTo(full.pxOf(10), full.pyOf(4), full.pxOf(20), full.pyOf(2));
        assertEquals(10, picture(panel).spec().x().low(), 1e-9);
        assertEquals(20, picture(panel).spec().x().high(), 1e-9);
        assertEquals(2, picture(panel).spec().y().low(), 1e-9);
        assertEquals(4, picture(panel).spec().y().high(), 1e-9);
        assertTrue(panel.zoomed());
        panel.reset();
        assertEquals(full.spec().x(), picture(panel).spec().x());
        assertEquals(full.spec().y(), picture(panel).spec().y());
    }

    @Test
    void aThinBoxZoomsAlongItsLengthOnly() {
        PanelViewModel panel = open();
        Picture full = picture(panel);
        panel.zoomTo(full.pxOf(10), 100, full.pxOf(20), 103);
        assertEquals(full.spec().y(), picture(panel).spec().y());
        assertEquals(10, picture(panel).spec().x().low(), 1e-9);
    }

    @Test
    void theWheelKeepsThePointUnderThePointer() {
        PanelViewModel panel = open();
        double px = picture(panel).pxOf(30);
        double py = picture(panel).pyOf(2);
        panel.zoomAt(px, py, 0.5);
        assertEquals(20, picture(panel).spec().x().span(), 1e-9);
        assertEquals(30, picture(panel).spec().x().low() + 0.75 * 20, 1e-9);
        assertEquals(2, picture(panel).yAt(py), 1e-6);
    }

    @Test
    void panningMovesTheWindowAgainstTheHand() {
        PanelViewModel panel = open();
        Range before = picture(panel).spec().x();
        panel.pan(picture(panel).area().getWidth() / 4, 0);
        assertEquals(before.low() - 10, picture(panel).spec().x().low(), 1e-9);
        panel.step(0.25, 0);
        assertEquals(before.low(), picture(panel).spec().x().low(), 1e-9);
    }

    @Test
    void logarithmicWindowsZoomInPowers() {
        stored.put(1L, new double[] {1, 10, 100, 1000, 10_000});
        model.setRuns(List.of(run(1)));
        model.choose(Look.Y_SCALE, "LOG");
        PanelViewModel panel = open();
        panel.zoomTo(picture(panel).pxOf(0), picture(panel).pyOf(1000), picture(panel).pxOf(40),
                picture(panel).pyOf(10));
        assertEquals(10, picture(panel).spec().y().low(), 1e-6);
        assertEquals(1000, picture(panel).spec().y().high(), 1e-4);
    }

    @Test
    void zoomingForeverInEitherDirectionStaysSound() {
        PanelViewModel panel = open();
        for (double factor : new double[] {0.5, 2}) {
            for (int i = 0; i < 3000; i++) {
                panel.zoom(factor);
            }
            Range x = picture(panel).spec().x();
            assertTrue(x.span() > 0 && Double.isFinite(x.span()), x.toString());
            panel.reset();
        }
    }

    @Test
    void newPointsComeWithoutLosingTheZoom() {
        PanelViewModel panel = open();
        panel.zoomTo(picture(panel).pxOf(10), 20, picture(panel).pxOf(20), 120);
        Range zoomed = picture(panel).spec().x();
        stored.put(1L, new double[] {1, 2, 3, 4, 5, 6, 7});
        read.clear();
        model.refresh(Set.of(1L));
        assertEquals(List.of("1 loss"), read, "only what changed is read again");
        assertEquals(zoomed, picture(panel).spec().x());
        panel.reset();
        assertEquals(60, picture(panel).spec().x().high());
    }

    @Test
    void readingsAreStoredValuesWithTensorBoardsColumns() {
        model.choose(Look.SMOOTHING, "ema:0.5");
        PanelViewModel panel = open();
        Reading first = panel.readings(picture(panel).pxOf(11), 100).get(0);
        assertEquals(10, first.step());
        assertEquals(2, first.value());
        assertEquals(5 / 3.0, first.smoothed(), 1e-12);
        assertEquals(1000, first.relative());
        assertEquals(1_700_000_001_500.0, first.time());
        Reading gap = panel.readings(picture(panel).pxOf(20), 100).get(1);
        assertTrue(Double.isNaN(gap.value()));
    }

    @Test
    void theRunNearestToThePointerStandsOutInAllPanels() {
        PanelViewModel panel = open();
        PanelViewModel other = model.open(Tile.of("val/loss", ""));
        other.resize(300, 200, 1);
        panel.point(panel.readings(picture(panel).pxOf(40), picture(panel).pyOf(1.05)));
        assertEquals(2L, model.highlight().get());
        assertEquals(2L, picture(other).spec().highlight());
        panel.pointAway();
        assertNull(model.highlight().get());
    }

    @Test
    void timeRunsFromEachRunsStartOrByTheClock() {
        PanelViewModel panel = open();
        model.choose(Look.X, "RELATIVE");
        assertEquals(new Range(0, 4000), picture(panel).spec().x());
        model.choose(Look.X, "WALL");
        assertEquals(new Range(1_700_000_000_500.0, 1_700_000_005_000.0), picture(panel).spec().x());
    }

    @Test
    void singleValuesAreBars() {
        stored.put(1L, new double[] {0.5});
        stored.put(2L, new double[] {0.7});
        PanelState.Bars bars = assertInstanceOf(PanelState.Bars.class, open().state().get());
        assertEquals(List.of(0.5, 0.7), bars.bars().stream().map(PanelState.Bar::value).toList());
    }

    @Test
    void aFailureSaysWhyAndTryingAgainHelps() {
        stored.remove(2L);
        PanelViewModel panel = open();
        PanelState.Failed failed = assertInstanceOf(PanelState.Failed.class, panel.state().get());
        assertTrue(failed.message().contains("run 2 is gone.") && failed.message().contains("loss"));
        stored.put(2L, new double[] {1, 2});
        panel.start();
        picture(panel);
    }

    @Test
    void aMovingHandSeesPicturesAndTheLastWishIsShown() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        CurvesViewModel slow = new CurvesViewModel(this::read, waiting::add, Runnable::run);
        slow.setRuns(List.of(run(1)));
        waiting.remove().run();
        PanelViewModel panel = slow.open(Tile.of("loss", ""));
        panel.resize(400, 250, 1);
        waiting.remove().run();
        Picture first = picture(panel);
        panel.pan(10, 0);
        panel.pan(10, 0);
        panel.pan(10, 0);
        assertEquals(1, waiting.size(), "one picture at a time");
        assertEquals(first, picture(panel), "the old picture stays until the new one is there");
        waiting.remove().run();
        assertNotSame(first, picture(panel));
        waiting.remove().run();
        assertEquals(first.spec().x().low() - 30 / first.area().getWidth() * 40, picture(panel).spec().x().low(), 1e-9);
        assertTrue(waiting.isEmpty());
    }

    @Test
    void aClosedPanelNeitherReadsNorPaints() {
        PanelViewModel panel = open();
        model.close(panel);
        read.clear();
        PanelState last = panel.state().get();
        model.refresh(Set.of(1L, 2L));
        model.choose(Look.SMOOTHING, "ema:0.9");
        assertEquals(List.of(), read);
        assertEquals(last, panel.state().get());
        assertFalse(panel.busy());
    }

    @Test
    void tensOfThousandsOfMetricsAreMereRectangles() {
        List<String> metrics = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            metrics.add("group" + i % 50 + "/metric" + i);
        }
        BoardPlan plan = BoardPlan.of(Section.of(metrics, BoardSetup.plain(), ""), BoardSetup.plain(), 1200);
        assertEquals(100_050, plan.items().size());
        List<BoardPlan.Item> seen = plan.between(plan.height() / 2, plan.height() / 2 + 800);
        assertTrue(seen.size() >= 6 && seen.size() <= 20, "made: " + seen.size());
        assertTrue(seen.stream().allMatch(item -> item.y() <= plan.height() / 2 + 800));
    }
}
