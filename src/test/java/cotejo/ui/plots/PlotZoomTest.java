package cotejo.ui.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.ui.Fx;
import cotejo.ui.link.DragMode;
import cotejo.ui.link.Linked;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

final class PlotZoomTest extends PlotRig {

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

    /// The run under the hand is selected at once, and no more when the click becomes a double click.
    @Test
    void aDoubleClickOnARunShowsEverythingAgainAndLeavesTheSelectionAsItWas() throws Exception {
        PlotChart chart = scatter();
        Linked.Chosen brushed = new Linked.Chosen(keys(1, 2), "a box in another chart");
        linked.selected(brushed);
        stroke(chart, MouseButton.PRIMARY, true, place(chart, 3).add(-6, -6), place(chart, 6).add(6, 6));
        Point2D run = place(chart, 4);
        click(chart, run.getX(), run.getY(), 1);
        assertEquals(keys(4, 4), selected());
        click(chart, run.getX(), run.getY(), 2);
        assertEquals(9, seen(chart).size());
        assertEquals(brushed, linked.chosen().get());
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

    /// Ctrl+Z is the window's: it takes back.
    @Test
    void keysWithControlAreLeftToTheWindow() throws Exception {
        PlotChart chart = scatter();
        KeyEvent undo = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false);
        Fx.run(() -> {
            chart.node().fireEvent(undo);
            return 0;
        });
        assertEquals(DragMode.SELECT, chart.drag().get());
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
}
