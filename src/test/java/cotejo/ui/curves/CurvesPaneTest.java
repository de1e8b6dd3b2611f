package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import cotejo.analysis.Range;
import cotejo.analysis.Smoothing;
import cotejo.chart.Picture;
import cotejo.ui.Fx;
import cotejo.ui.link.Limits;
import cotejo.ui.link.Linked;
import java.awt.geom.Rectangle2D;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The board with real events, without a display; points are read and pictures painted at once.
final class CurvesPaneTest {

    private CurvesViewModel model;
    private CurvesPane pane;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        model = new CurvesViewModel(new SampleCurves(), Runnable::run, Runnable::run);
        pane = Fx.run(() -> {
            model.setRuns(List.of(new CurveRun(1, "a", "first", 0, Set.of("val/loss", "best_score")),
                    new CurveRun(2, "b", "second", 1, Set.of("val/loss"))));
            return new CurvesPane(model);
        });
        scene = Fx.run(() -> Fx.scene(pane, 900, 700));
        Fx.run(() -> {
            Fx.lay(scene);
            return 0;
        });
    }

    private PanelView panel(String metric) {
        return pane.lookupAll(".curve-panel").stream().map(PanelView.class::cast)
                .filter(view -> view.tile().metric().orElse("").equals(metric)).findFirst().orElseThrow();
    }

    private Picture picture() {
        return ((PanelState.Lines) panel("val/loss").model().state().get()).picture();
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, MouseButton button, int clicks, boolean shift) {
        Node canvas = panel("val/loss").lookup("Canvas");
        Point2D at = canvas.localToScene(x, y);
        Event.fireEvent(canvas, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), button, clicks,
                shift, false, false, false, button == MouseButton.PRIMARY, button == MouseButton.MIDDLE, false,
                false, false, true, null));
    }

    private void drag(MouseButton button, boolean shift, double x0, double y0, double x1, double y1) {
        mouse(MouseEvent.MOUSE_PRESSED, x0, y0, button, 1, shift);
        mouse(MouseEvent.MOUSE_DRAGGED, (x0 + x1) / 2, (y0 + y1) / 2, button, 1, shift);
        mouse(MouseEvent.MOUSE_DRAGGED, x1, y1, button, 1, shift);
        mouse(MouseEvent.MOUSE_RELEASED, x1, y1, button, 1, shift);
    }

    @Test
    void draggingABoxZoomsToItAndADoubleClickShowsEverythingAgain() throws Exception {
        Fx.run(() -> {
            Range full = picture().spec().x();
            double from = picture().pxOf(10);
            double to = picture().pxOf(30);
            drag(MouseButton.PRIMARY, false, from, 60, to, 120);
            assertEquals(10, picture().spec().x().low(), 0.5);
            assertEquals(30, picture().spec().x().high(), 0.5);
            mouse(MouseEvent.MOUSE_PRESSED, 200, 80, MouseButton.PRIMARY, 2, false);
            assertEquals(full, picture().spec().x());
            return 0;
        });
    }

    @Test
    void aDoubleClickLeavesTheSelectionAsItWas() throws Exception {
        Fx.run(() -> {
            Linked.Chosen brushed = new Linked.Chosen(Set.of(2L), "a box in another chart");
            model.linked().selected(brushed);
            for (int clicks = 1; clicks <= 2; clicks++) {
                mouse(MouseEvent.MOUSE_PRESSED, 300, 6, MouseButton.PRIMARY, clicks, false);
                mouse(MouseEvent.MOUSE_RELEASED, 300, 6, MouseButton.PRIMARY, clicks, false);
            }
            assertEquals(brushed, model.linked().chosen().get());
            return 0;
        });
    }

    @Test
    void whereADragSelectsTheRunsThatPassThroughItsBoxAreSelected() throws Exception {
        Fx.run(() -> {
            press(KeyCode.Z);
            Rectangle2D area = picture().area();
            drag(MouseButton.PRIMARY, false, area.getX() + 2, area.getY() + 1, area.getX() + 40, area.getMaxY() - 1);
            assertEquals(Set.of(1L, 2L), model.linked().selected().get());
            drag(MouseButton.PRIMARY, false, area.getCenterX(), area.getY() + 1, area.getMaxX() - 2,
                    area.getY() + 6);
            assertEquals(Set.of(), model.linked().selected().get());
            return 0;
        });
    }

    @Test
    void shiftOrTheMiddleButtonMoves() throws Exception {
        Fx.run(() -> {
            double span = picture().spec().x().span();
            drag(MouseButton.PRIMARY, true, 200, 80, 150, 80);
            assertEquals(50 / picture().area().getWidth() * span, picture().spec().x().low(), 1e-6);
            drag(MouseButton.MIDDLE, false, 150, 80, 200, 80);
            assertEquals(0, picture().spec().x().low(), 1e-6);
            return 0;
        });
    }

    @Test
    void theWheelZoomsAtThePointer() throws Exception {
        Fx.run(() -> {
            double span = picture().spec().x().span();
            double under = picture().xAt(220);
            Node canvas = panel("val/loss").lookup("Canvas");
            Point2D at = canvas.localToScene(220, 90);
            Event.fireEvent(canvas, new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                    false, false, false, false, false, false, 0, 40, 0, 40,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            assertEquals(span * 0.8, picture().spec().x().span(), 1e-6);
            assertEquals(under, picture().xAt(220), 1e-6);
            return 0;
        });
    }

    @Test
    void keysZoomAndMove() throws Exception {
        Fx.run(() -> {
            Range full = picture().spec().x();
            press(KeyCode.PLUS);
            assertEquals(full.span() * 0.8, picture().spec().x().span(), 1e-6);
            double low = picture().spec().x().low();
            press(KeyCode.RIGHT);
            assertTrue(picture().spec().x().low() > low);
            press(KeyCode.MINUS);
            press(KeyCode.DIGIT0);
            assertEquals(full, picture().spec().x());
            assertTrue(panel("val/loss").isFocusTraversable());
            return 0;
        });
    }

    private void press(KeyCode code) {
        Event.fireEvent(panel("val/loss"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false,
                false));
    }

    @Test
    void theCrosshairListsTheRunsAndLeavesWithThePointer() throws Exception {
        Fx.run(() -> {
            mouse(MouseEvent.MOUSE_MOVED, picture().pxOf(20), 100, MouseButton.NONE, 0, false);
            Node list = pane.lookup(".curve-readout");
            assertTrue(list.isVisible());
            Set<String> texts = new HashSet<>();
            list.lookupAll(".label").forEach(label -> texts.add(((javafx.scene.control.Label) label).getText()));
            assertTrue(texts.containsAll(Set.of("Run", "Value", "Step", "Time", "Relative", "first",
                    "second", "20")), texts.toString());
            assertFalse(texts.contains("Smoothed"), "without smoothing it is the value once more");
            model.choose(Look.SMOOTHING, "ema:0.6");
            mouse(MouseEvent.MOUSE_MOVED, picture().pxOf(20), 100, MouseButton.NONE, 0, false);
            Set<String> smoothed = new HashSet<>();
            list.lookupAll(".label").forEach(label -> smoothed.add(((javafx.scene.control.Label) label).getText()));
            assertTrue(smoothed.containsAll(Set.of("Run", "Smoothed", "Value", "Step", "Time", "Relative")),
                    smoothed.toString());
            mouse(MouseEvent.MOUSE_EXITED, 0, 0, MouseButton.NONE, 0, false);
            assertFalse(list.isVisible());
            assertNull(model.highlight().get());
            return 0;
        });
    }

    @Test
    void aPartWithoutLinesSaysHowToComeBack() throws Exception {
        Fx.run(() -> {
            Node message = panel("val/loss").lookupAll(".curve-message").stream()
                    .filter(label -> label.getParent() instanceof LineContent).findFirst().orElseThrow();
            assertFalse(message.isVisible());
            LineContent content = (LineContent) message.getParent();
            content.model().limit(new Limits(content.model().look().axis(), null, null, 1e6, 2e6));
            assertTrue(message.isVisible());
            assertEquals("No line is in this part. Double-click to see everything again.",
                    ((javafx.scene.control.Label) message).getText());
            mouse(MouseEvent.MOUSE_PRESSED, 100, 100, MouseButton.PRIMARY, 2, false);
            assertFalse(message.isVisible());
            return 0;
        });
    }

    @Test
    void everyPanelSaysWhatItShows() throws Exception {
        Fx.run(() -> {
            assertTrue(panel("val/loss").getAccessibleText().startsWith("val/loss: 2 lines, 80 points, from step 0"),
                    panel("val/loss").getAccessibleText());
            assertTrue(panel("best_score").getAccessibleText().startsWith("best_score: one value of one run"));
            return 0;
        });
    }

    @Test
    void theSliderSmoothsAndTheSectionFolds() throws Exception {
        Fx.run(() -> {
            ((Slider) pane.lookup("#curve-smoothing")).setValue(0.6);
            assertEquals(new Smoothing.Exponential(0.6), model.setup().get().look().smoothing());
            assertTrue(picture().spec().curves().get(0).smoothed() != null);
            model.change(setup -> setup.turned("val"));
            Fx.lay(scene);
            assertEquals(1, pane.lookupAll(".curve-panel").size());
            return 0;
        });
    }

    @Test
    void aButtonLetsAllPanelsZoomTogether() throws Exception {
        Fx.run(() -> {
            ToggleButton together = (ToggleButton) pane.lookup("#curve-together");
            together.fire();
            assertTrue(model.look().is(Look.ZOOM, Look.SHARED));
            model.choose(Look.ZOOM, "");
            assertFalse(together.isSelected());
            return 0;
        });
    }

    @Test
    void aPanelInFullScreenHasTheKeyboard() throws Exception {
        Fx.run(() -> {
            pane.maximise(0);
            Node focused = scene.getFocusOwner();
            assertTrue(focused instanceof PanelView view
                    && pane.lookup(".curve-full").lookupAll(".curve-panel").contains(view), String.valueOf(focused));
            focused.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertEquals(null, pane.lookup(".curve-full"));
            return 0;
        });
    }

    @Test
    void onlyPanelsInSightAreMadeOfThousands() throws Exception {
        Fx.run(() -> {
            Set<String> many = new HashSet<>();
            for (int i = 0; i < 3000; i++) {
                many.add("val/loss" + (i == 0 ? "" : i));
            }
            model.setRuns(List.of(new CurveRun(1, "a", "first", 0, many)));
            Fx.lay(scene);
            Fx.lay(scene);
            int made = pane.lookupAll(".curve-panel").size();
            assertTrue(made >= 4 && made <= 20, "panels made: " + made);
            return 0;
        });
    }

    @Test
    void withoutRunsTheBoardSaysWhatItIsFor() throws Exception {
        Fx.run(() -> {
            model.setRuns(List.of());
            Fx.lay(scene);
            assertTrue(pane.lookup(".curve-nothing").isVisible());
            assertEquals("Select runs to see their curves",
                    ((javafx.scene.control.Label) pane.lookup(".curve-headline")).getText());
            return 0;
        });
    }

    /// There is nothing to be selected where all runs of the table are drawn.
    @Test
    void withoutRunsInTheTableTheBoardDoesNotAskForASelection() throws Exception {
        Fx.run(() -> {
            model.shown().set(BoardSetup.Shown.TABLE);
            model.setRuns(List.of());
            Fx.lay(scene);
            assertEquals("No runs to draw",
                    ((javafx.scene.control.Label) pane.lookup(".curve-headline")).getText());
            return 0;
        });
    }

    /// A text field that got it would take the keys by which the panel comes back.
    @Test
    void theKeyboardStaysWithTheBoardWhenThePanelThatHasItGoes() throws Exception {
        Fx.run(() -> {
            PanelView panel = (PanelView) pane.lookup(".curve-panel");
            panel.requestFocus();
            assertEquals(panel, scene.getFocusOwner());
            model.actions().remove(panel.tile());
            Fx.lay(scene);
            assertTrue(scene.getFocusOwner() instanceof BoardView, String.valueOf(scene.getFocusOwner()));
            return 0;
        });
    }

    @Test
    void aClosedBoardCanBeForgottenWhileItsModelLives() throws Exception {
        WeakReference<CurvesPane> closed = Fx.run(() -> {
            CurvesPane other = new CurvesPane(model);
            Fx.scene(other, 600, 400);
            other.close();
            return new WeakReference<>(other);
        });
        for (int i = 0; i < 50 && closed.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(closed.get());
    }
}
