package cotejo.ui.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import cotejo.chart.ChartTheme;
import cotejo.chart.PanelSpec;
import cotejo.chart.PanelSpec.Kind;
import cotejo.chart.plot.StrandHits;
import cotejo.chart.plot.Sweeps;
import cotejo.chart.plot.ZoomAxes;
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.ui.Fx;
import cotejo.ui.link.Limits;
import cotejo.ui.link.Linked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlotChartTest {

    private static final Path OUT = Path.of("target", "plots");

    /// Run k has x = k, y = 10 - k and is red when k is even.
    private static RunFrame ten() {
        Sweeps runs = new Sweeps();
        for (int k = 1; k <= 10; k++) {
            runs.run("run-" + k, Map.of("x", Integer.toString(k), "color", k % 2 == 0 ? "red" : "blue"),
                    k == 10 ? Map.of() : Map.of("y", 10.0 - k));
        }
        return runs.frame();
    }

    private final Linked linked = Linked.alone();
    private final List<PanelSpec> changes = new ArrayList<>();
    private final Keeping hand = new Keeping();

    /// Keeps limits as a board does.
    private final class Keeping implements PlotHand {
        private @Nullable PlotChart chart;
        private Limits limits = Limits.NONE;
        private int rests;

        @Override
        public void changed(PanelSpec spec) {
            changes.add(spec);
        }

        @Override
        public void zoomed(Limits wanted, Object movement) {
            limits = wanted;
            Objects.requireNonNull(chart).limits(wanted);
        }

        @Override
        public void rested() {
            rests++;
        }

        @Override
        public boolean mayZoom() {
            return true;
        }
    }

    private PlotChart open(Kind kind, RunFrame frame, Map<String, String> options) throws Exception {
        return Fx.run(() -> {
            PlotChart chart = (PlotChart) PlotPanels.open(new PanelSpec("p", kind, "", options), SeriesAt.none(),
                    linked, Runnable::run, Runnable::run, hand);
            hand.chart = chart;
            Fx.scene((PlotView) chart.node(), 600, 360);
            chart.show(frame, Sweeps.rows(frame));
            return chart;
        });
    }

    private PlotChart parallel() throws Exception {
        return open(Kind.PARALLEL, ten(), Map.of("axes", "params.x, params.color, metrics.y"));
    }

    private static StrandHits strands(PlotChart chart) {
        return assertInstanceOf(StrandHits.class, Objects.requireNonNull(chart.model().picture()).hits());
    }

    private static void drag(PlotChart chart, double x0, double y0, double x1, double y1) throws Exception {
        Fx.run(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, x0, y0, 1);
            fire(chart, MouseEvent.MOUSE_DRAGGED, (x0 + x1) / 2, (y0 + y1) / 2, 1);
            fire(chart, MouseEvent.MOUSE_DRAGGED, x1, y1, 1);
            fire(chart, MouseEvent.MOUSE_RELEASED, x1, y1, 1);
            return 0;
        });
    }

    private static void fire(PlotChart chart, EventType<MouseEvent> type, double x, double y, int clicks) {
        fire(chart, type, new Point2D(x, y), clicks, MouseButton.PRIMARY, false);
    }

    private static void fire(PlotChart chart, EventType<MouseEvent> type, Point2D place, int clicks,
            MouseButton button, boolean control) {
        Canvas canvas = (Canvas) chart.node().lookup("Canvas");
        Point2D at = canvas.localToScene(place);
        canvas.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : button, clicks, false, control, false,
                false, true, false, false, false, false, false, null));
    }

    private static void click(PlotChart chart, double x, double y, int clicks) throws Exception {
        Fx.run(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, x, y, clicks);
            fire(chart, MouseEvent.MOUSE_RELEASED, x, y, clicks);
            return 0;
        });
    }

    private static void key(PlotChart chart, KeyCode code) throws Exception {
        Fx.run(() -> {
            chart.node().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return 0;
        });
    }

    private Set<Long> selected() {
        return new TreeSet<>(linked.selected().get());
    }

    private static Set<Long> keys(int from, int to) {
        return new TreeSet<>(IntStream.rangeClosed(from, to).mapToLong(k -> k).boxed().toList());
    }

    @Test
    void brushingAnAxisSelectsTheRunsThatPassThere() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        drag(chart, x, strands.bottom(), x, strands.y(0.5));
        assertEquals(keys(1, 5), selected());
    }

    @Test
    void brushesOnTwoAxesHoldTogether() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        drag(chart, x, strands.bottom(), x, strands.y(0.5));
        double color = strands.lanes().get(1).x();
        drag(chart, color, strands.bottom(), color, strands.y(0.6));
        assertEquals(Set.of(2L, 4L), selected());
    }

    @Test
    void aClickOnABrushedAxisTakesItsBrushAway() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        drag(chart, x, strands.bottom(), x, strands.y(0.5));
        click(chart, x, strands.y(0.2), 1);
        assertEquals(Set.of(), selected());
    }

    @Test
    void theLaneOfRunsWithoutAValueCanBeBrushed() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(2).x();
        drag(chart, x, strands.missing() - 3, x, strands.missing() + 4);
        assertEquals(Set.of(10L), selected());
    }

    @Test
    void aSelectionFromElsewhereEndsBrushing() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        drag(chart, x, strands.bottom(), x, strands.y(0.5));
        Fx.run(() -> {
            linked.select(Set.of(7L));
            return 0;
        });
        assertEquals(Map.of(), chart.model().brushed());
    }

    @Test
    void aNameDraggedPastAnotherMovesItsAxis() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        drag(chart, strands.lanes().get(0).x(), 8, strands.lanes().get(1).x() + 20, 8);
        assertEquals("params.color, params.x, metrics.y", changes.getLast().option("axes", ""));
        assertEquals("color", strands(chart).lanes().get(0).name());
    }

    @Test
    void aDoubleClickOnANameTurnsItsAxisUpsideDown() throws Exception {
        PlotChart chart = parallel();
        double before = strands(chart).heightOf(0, 0);
        click(chart, strands(chart).lanes().get(0).x(), 8, 2);
        assertEquals(1 - before, strands(chart).heightOf(0, 0), 1e-6);
    }

    @Test
    void aBoxSelectsThePointsInIt() throws Exception {
        PlotChart chart = open(Kind.SCATTER, ten(), Map.of("x", "params.x", "y", "metrics.y"));
        var outline = Objects.requireNonNull(Objects.requireNonNull(chart.model().picture()).hits().outline(2));
        drag(chart, 0, 0, outline.getBounds2D().getCenterX() + 2, 359);
        assertEquals(keys(1, 3), selected());
    }

    private PlotChart scatter() throws Exception {
        return open(Kind.SCATTER, ten(), Map.of("x", "params.x", "y", "metrics.y"));
    }

    private static ZoomAxes axes(PlotChart chart) {
        return Objects.requireNonNull(Objects.requireNonNull(chart.model().picture()).zoom());
    }

    private static Point2D place(PlotChart chart, int run) {
        var outline = Objects.requireNonNull(Objects.requireNonNull(chart.model().picture()).hits().outline(run - 1));
        return new Point2D(outline.getBounds2D().getCenterX(), outline.getBounds2D().getCenterY());
    }

    private static void stroke(PlotChart chart, MouseButton button, boolean control, Point2D from, Point2D to)
            throws Exception {
        Fx.run(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, from, 1, button, control);
            fire(chart, MouseEvent.MOUSE_DRAGGED, from.midpoint(to), 1, button, control);
            fire(chart, MouseEvent.MOUSE_DRAGGED, to, 1, button, control);
            fire(chart, MouseEvent.MOUSE_RELEASED, to, 1, button, control);
            return 0;
        });
    }

    private static Set<Integer> seen(PlotChart chart) {
        var hits = Objects.requireNonNull(chart.model().picture()).hits();
        return new TreeSet<>(IntStream.rangeClosed(1, 10).filter(run -> hits.outline(run - 1) != null).boxed()
                .toList());
    }

    @Test
    void aDragWithControlZoomsToItsBoxAndADoubleClickShowsEverythingAgain() throws Exception {
        PlotChart chart = scatter();
        stroke(chart, MouseButton.PRIMARY, true, place(chart, 3).add(-6, -6), place(chart, 6).add(6, 6));
        assertEquals(new TreeSet<>(List.of(3, 4, 5, 6)), seen(chart));
        assertEquals(Set.of(), selected());
        click(chart, 300, 100, 2);
        assertEquals(9, seen(chart).size());
        assertTrue(hand.rests > 0);
    }

    @Test
    void whereDragsZoomADragZoomsAndOneWithControlSelects() throws Exception {
        PlotChart chart = scatter();
        key(chart, KeyCode.Z);
        stroke(chart, MouseButton.PRIMARY, false, place(chart, 3).add(-6, -6), place(chart, 6).add(6, 6));
        assertEquals(new TreeSet<>(List.of(3, 4, 5, 6)), seen(chart));
        stroke(chart, MouseButton.PRIMARY, true, place(chart, 4).add(-6, -6), place(chart, 5).add(6, 6));
        assertEquals(keys(4, 5), selected());
    }

    @Test
    void theWheelZoomsAtThePointerAndTheMiddleButtonMoves() throws Exception {
        PlotChart chart = scatter();
        Point2D before = place(chart, 4);
        double apart = place(chart, 5).getX() - before.getX();
        wheel(chart, before);
        assertEquals(before.getX(), place(chart, 4).getX(), 1e-3);
        assertEquals(before.getY(), place(chart, 4).getY(), 1e-3);
        assertEquals(apart / 0.8, place(chart, 5).getX() - before.getX(), 1e-3);
        stroke(chart, MouseButton.MIDDLE, false, before, before.add(30, -20));
        assertEquals(before.getX() + 30, place(chart, 4).getX(), 1e-3);
        assertEquals(before.getY() - 20, place(chart, 4).getY(), 1e-3);
    }

    private static void wheel(PlotChart chart, Point2D place) throws Exception {
        Fx.run(() -> {
            Canvas canvas = (Canvas) chart.node().lookup("Canvas");
            Point2D at = canvas.localToScene(place);
            canvas.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false,
                    false, false, false, false, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            return 0;
        });
    }

    @Test
    void overTheLabelsOfAnAxisADragZoomsAlongIt() throws Exception {
        PlotChart chart = scatter();
        double below = axes(chart).area().getMaxY() + 10;
        drag(chart, place(chart, 3).getX() - 6, below, place(chart, 6).getX() + 6, below + 4);
        assertEquals(new TreeSet<>(List.of(3, 4, 5, 6)), seen(chart));
        assertEquals(null, hand.limits.yLow());
    }

    @Test
    void aZoomMeansNothingForOtherColumns() throws Exception {
        PlotChart chart = scatter();
        stroke(chart, MouseButton.PRIMARY, true, place(chart, 3).add(-6, -6), place(chart, 6).add(6, 6));
        Fx.run(() -> {
            chart.spec(chart.model().spec().with("x", "metrics.y"));
            return 0;
        });
        assertEquals(9, seen(chart).size());
    }

    @Test
    void keysZoomAndShowEverythingAgain() throws Exception {
        PlotChart chart = scatter();
        double apart = place(chart, 5).getX() - place(chart, 4).getX();
        key(chart, KeyCode.PLUS);
        assertEquals(apart / 0.8, place(chart, 5).getX() - place(chart, 4).getX(), 1e-6);
        key(chart, KeyCode.DIGIT0);
        assertEquals(apart, place(chart, 5).getX() - place(chart, 4).getX(), 1e-6);
    }

    @Test
    void aClickOnAPointSelectsItsRun() throws Exception {
        PlotChart chart = open(Kind.SCATTER, ten(), Map.of("x", "params.x", "y", "metrics.y"));
        var outline = Objects.requireNonNull(Objects.requireNonNull(chart.model().picture()).hits().outline(4));
        click(chart, outline.getBounds2D().getCenterX(), outline.getBounds2D().getCenterY(), 1);
        assertEquals(Set.of(5L), selected());
    }

    @Test
    void thePointerMeansTheRunItIsAtInAllCharts() throws Exception {
        PlotChart chart = open(Kind.SCATTER, ten(), Map.of("x", "params.x", "y", "metrics.y"));
        var outline = Objects.requireNonNull(Objects.requireNonNull(chart.model().picture()).hits().outline(4));
        Fx.run(() -> {
            fire(chart, MouseEvent.MOUSE_MOVED, outline.getBounds2D().getCenterX() + 1,
                    outline.getBounds2D().getCenterY(), 0);
            return 0;
        });
        assertEquals(5L, linked.hovered().get());
    }

    @Test
    void keysReachEveryRun() throws Exception {
        PlotChart chart = open(Kind.SCATTER, ten(), Map.of("x", "params.x", "y", "metrics.y"));
        key(chart, KeyCode.RIGHT);
        key(chart, KeyCode.RIGHT);
        key(chart, KeyCode.ENTER);
        assertEquals(Set.of(2L), selected());
    }

    @Test
    void aWrongOptionIsSaidInThePanel() throws Exception {
        PlotChart chart = open(Kind.SCATTER, ten(), Map.of("x", "nonsense.y"));
        PlotState.Failed failed = assertInstanceOf(PlotState.Failed.class, chart.model().state().get());
        assertTrue(failed.message().contains("nonsense.y"), failed.message());
    }

    @Test
    void aClosedChartLetsGoOfTheSelection() throws Exception {
        PlotChart chart = open(Kind.SCATTER, ten(), Map.of());
        PlotState last = chart.model().state().get();
        Fx.run(() -> {
            chart.close();
            linked.select(Set.of(1L));
            return 0;
        });
        assertEquals(last, chart.model().state().get());
    }

    @Test
    void panelsArePhotographedInBothThemes() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            Fx.style((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            RunFrame frame = Sweeps.network(200);
            PlotChart chart = open(Kind.PARALLEL, frame, Map.of());
            Scene scene = chart.node().getScene();
            Fx.run(() -> {
                scene.getStylesheets().addAll("/cotejo/css/" + (dark ? "dark" : "light") + ".css",
                        "/cotejo/css/plots.css");
                chart.theme(dark ? ChartTheme.DARK : ChartTheme.LIGHT);
                return 0;
            });
            StrandHits strands = strands(chart);
            double x = strands.lanes().get(2).x();
            drag(chart, x, strands.y(0.7), x, strands.y(0.35));
            double last = strands.lanes().getLast().x();
            drag(chart, last, strands.y(0.5), last, strands.y(0));
            Fx.run(() -> {
                fire(chart, MouseEvent.MOUSE_MOVED, x + 24, strands.y(0.5), 0);
                return 0;
            });
            Fx.snapshot(scene, OUT.resolve("panel-" + (dark ? "dark" : "light") + ".png"));
        }
        assertTrue(Files.size(OUT.resolve("panel-dark.png")) > 10_000);
    }
}
