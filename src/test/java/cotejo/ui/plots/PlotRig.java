package cotejo.ui.plots;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// A chart of runs off stage, and a hand on it.
class PlotRig {

    static final Path OUT = Path.of("target", "plots");

    /// Run k has x = k, y = 10 - k and is red when k is even.
    static RunFrame ten() {
        Sweeps runs = new Sweeps();
        for (int k = 1; k <= 10; k++) {
            runs.run("run-" + k, Map.of("x", Integer.toString(k), "color", k % 2 == 0 ? "red" : "blue"),
                    k == 10 ? Map.of() : Map.of("y", 10.0 - k));
        }
        return runs.frame();
    }

    final Linked linked = Linked.alone();
    final List<PanelSpec> changes = new ArrayList<>();
    final Keeping hand = new Keeping();

    /// Keeps limits as a board does.
    final class Keeping implements PlotHand {
        private @Nullable PlotChart chart;
        Limits limits = Limits.NONE;
        int rests;

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

    PlotChart open(Kind kind, RunFrame frame, Map<String, String> options) throws Exception {
        return Fx.run(() -> {
            PlotChart chart = (PlotChart) PlotPanels.open(new PanelSpec("p", kind, "", options), SeriesAt.none(),
                    linked, Runnable::run, Runnable::run, hand);
            hand.chart = chart;
            Fx.scene((PlotView) chart.node(), 600, 360);
            chart.show(frame, Sweeps.rows(frame));
            return chart;
        });
    }

    PlotChart parallel() throws Exception {
        return open(Kind.PARALLEL, ten(), Map.of("axes", "params.x, params.color, metrics.y"));
    }

    static StrandHits strands(PlotChart chart) {
        return assertInstanceOf(StrandHits.class, Objects.requireNonNull(chart.model().picture()).hits());
    }

    static void drag(PlotChart chart, double x0, double y0, double x1, double y1) throws Exception {
        Fx.run(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, x0, y0, 1);
            fire(chart, MouseEvent.MOUSE_DRAGGED, (x0 + x1) / 2, (y0 + y1) / 2, 1);
            fire(chart, MouseEvent.MOUSE_DRAGGED, x1, y1, 1);
            fire(chart, MouseEvent.MOUSE_RELEASED, x1, y1, 1);
            return 0;
        });
    }

    static void fire(PlotChart chart, EventType<MouseEvent> type, double x, double y, int clicks) {
        fire(chart, type, new Point2D(x, y), clicks, MouseButton.PRIMARY, false);
    }

    static void fire(PlotChart chart, EventType<MouseEvent> type, Point2D place, int clicks,
            MouseButton button, boolean control) {
        Canvas canvas = (Canvas) chart.node().lookup("Canvas");
        Point2D at = canvas.localToScene(place);
        canvas.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : button, clicks, false, control, false,
                false, true, false, false, false, false, false, null));
    }

    static void click(PlotChart chart, double x, double y, int clicks) throws Exception {
        Fx.run(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, x, y, clicks);
            fire(chart, MouseEvent.MOUSE_RELEASED, x, y, clicks);
            return 0;
        });
    }

    static void key(PlotChart chart, KeyCode code) throws Exception {
        Fx.run(() -> {
            chart.node().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return 0;
        });
    }

    Set<Long> selected() {
        return new TreeSet<>(linked.selected().get());
    }

    static Set<Long> keys(int from, int to) {
        return new TreeSet<>(IntStream.rangeClosed(from, to).mapToLong(k -> k).boxed().toList());
    }

    PlotChart scatter() throws Exception {
        return open(Kind.SCATTER, ten(), Map.of("x", "params.x", "y", "metrics.y"));
    }

    static ZoomAxes axes(PlotChart chart) {
        return Objects.requireNonNull(Objects.requireNonNull(chart.model().picture()).zoom());
    }

    static Point2D place(PlotChart chart, int run) {
        var outline = Objects.requireNonNull(Objects.requireNonNull(chart.model().picture()).hits().outline(run - 1));
        return new Point2D(outline.getBounds2D().getCenterX(), outline.getBounds2D().getCenterY());
    }

    static void stroke(PlotChart chart, MouseButton button, boolean control, Point2D from, Point2D to)
            throws Exception {
        Fx.run(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, from, 1, button, control);
            fire(chart, MouseEvent.MOUSE_DRAGGED, from.midpoint(to), 1, button, control);
            fire(chart, MouseEvent.MOUSE_DRAGGED, to, 1, button, control);
            fire(chart, MouseEvent.MOUSE_RELEASED, to, 1, button, control);
            return 0;
        });
    }

    static Set<Integer> seen(PlotChart chart) {
        var hits = Objects.requireNonNull(chart.model().picture()).hits();
        return new TreeSet<>(IntStream.rangeClosed(1, 10).filter(run -> hits.outline(run - 1) != null).boxed()
                .toList());
    }

    static void wheel(PlotChart chart, Point2D place) throws Exception {
        Fx.run(() -> {
            Canvas canvas = (Canvas) chart.node().lookup("Canvas");
            Point2D at = canvas.localToScene(place);
            canvas.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false,
                    false, false, false, false, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            return 0;
        });
    }
}
