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
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.ui.Fx;
import cotejo.ui.link.Linked;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

final class PlotChartTest extends PlotRig {

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
    void aSelectionThatComesBackBringsItsBrushesAlong() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        drag(chart, x, strands.bottom(), x, strands.y(0.5));
        Map<?, ?> one = Map.copyOf(chart.model().brushed());
        Linked.Chosen first = linked.chosen().get();
        double color = strands.lanes().get(1).x();
        drag(chart, color, strands.bottom(), color, strands.y(0.6));
        Map<?, ?> two = Map.copyOf(chart.model().brushed());
        assertEquals(2, two.size());
        Linked.Chosen second = linked.chosen().get();
        comesBack(first);
        assertEquals(one, chart.model().brushed(), "undone");
        comesBack(second);
        assertEquals(two, chart.model().brushed(), "redone");
        selectElsewhere(Set.of());
        assertEquals(Map.of(), chart.model().brushed(), "nothing selected");
    }

    @Test
    void aPictureOfFormerRunsThatComesLateDoesNotStay() throws Exception {
        Deque<Runnable> front = new ArrayDeque<>();
        PlotViewModel model = new PlotViewModel(new PanelSpec("p", Kind.SCATTER, "",
                Map.of("x", "params.x", "y", "metrics.y")), SeriesAt.none(), linked, Runnable::run, front::add, hand);
        List<Integer> numbers = Fx.run(() -> {
            model.resize(400, 300, 1);
            model.show(ten(), new int[] {0, 1, 2, 3, 4});
            model.show(ten(), new int[] {0, 1});
            front.removeFirst().run();
            linked.select(keys(1, 1));
            while (!front.isEmpty()) {
                front.removeFirst().run();
            }
            return Stream.of(2L, 5L).map(Objects.requireNonNull(model.plot())::number).toList();
        });
        assertEquals(List.of(1, -1), numbers, "of the two that were wanted last, and of another");
    }

    @Test
    void aBrushThatSelectsNoRunComesBackToo() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        selectElsewhere(keys(1, 5));
        Linked.Chosen before = linked.chosen().get();
        // Between the marks of 5 and 6, which lie at four and five ninths.
        drag(chart, x, strands.y(1 - 4.3 / 9), x, strands.y(1 - 4.7 / 9));
        assertEquals(Set.of(), selected());
        Map<?, ?> box = Map.copyOf(chart.model().brushed());
        assertEquals(1, box.size());
        Linked.Chosen after = linked.chosen().get();
        comesBack(before);
        assertEquals(Map.of(), chart.model().brushed());
        comesBack(after);
        assertEquals(box, chart.model().brushed());
        selectElsewhere(keys(2, 3));
        selectElsewhere(Set.of());
        assertEquals(Map.of(), chart.model().brushed(), "no runs, but by no brush");
    }

    @Test
    void aBrushDoesNotStayOnAnAxisTurnedUpsideDown() throws Exception {
        PlotChart chart = parallel();
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        drag(chart, x, strands.bottom(), x, strands.y(0.5));
        click(chart, x, 8, 2);
        assertEquals(keys(1, 5), selected());
        assertEquals(Map.of(), chart.model().brushed());
    }

    @Test
    void allOfOneDragIsOneMovement() throws Exception {
        List<Object> movements = new ArrayList<>();
        Linked owned = new Linked(wish -> movements.add(wish.movement()));
        PlotChart chart = Fx.run(() -> {
            PlotChart made = (PlotChart) PlotPanels.open(new PanelSpec("p", Kind.PARALLEL, "",
                    Map.of("axes", "params.x, metrics.y")), SeriesAt.none(), owned, Runnable::run, Runnable::run, hand);
            Fx.scene((PlotView) made.node(), 600, 360);
            made.show(ten(), Sweeps.rows(ten()));
            return made;
        });
        StrandHits strands = strands(chart);
        double x = strands.lanes().get(0).x();
        drag(chart, x, strands.bottom(), x, strands.y(0.5));
        assertEquals(2, movements.size());
        assertEquals(1, Set.copyOf(movements).size());
        drag(chart, x, strands.bottom(), x, strands.y(0.2));
        assertEquals(2, Set.copyOf(movements).size());
    }

    private void comesBack(Linked.Chosen chosen) throws Exception {
        Fx.run(() -> {
            linked.selected(chosen);
            return 0;
        });
    }

    private void selectElsewhere(Set<Long> keys) throws Exception {
        Fx.run(() -> {
            linked.select(keys);
            return 0;
        });
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
