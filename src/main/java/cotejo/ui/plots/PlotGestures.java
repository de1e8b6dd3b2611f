package cotejo.ui.plots;

import cotejo.chart.plot.Hits;
import cotejo.chart.plot.PlotPicture;
import cotejo.chart.plot.StrandHits;
import java.awt.geom.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Hand on a chart of runs. A click selects what it meets, with Shift or Ctrl besides what is selected; a drag selects
/// what is in its box; a double click on nothing selects nothing. Parallel axes have gestures of their own.
final class PlotGestures {

    private static final double CLICK = 4;

    private final PlotViewModel model;
    private final PlotView view;
    private final Overlay overlay;
    private final LaneGestures lanes;
    private double fromX;
    private double fromY;
    private boolean dragging;
    private boolean pressed;

    PlotGestures(PlotViewModel model, PlotView view, Overlay overlay) {
        this.model = model;
        this.view = view;
        this.overlay = overlay;
        this.lanes = new LaneGestures(model, overlay);
    }

    void install() {
        Canvas canvas = overlay.canvas();
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, this::away);
    }

    private @Nullable StrandHits strands() {
        @Nullable PlotPicture picture = model.picture();
        return picture != null && picture.hits() instanceof StrandHits strands ? strands : null;
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        view.read(null, 0, 0);
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressed = true;
        dragging = false;
        fromX = event.getX();
        fromY = event.getY();
        @Nullable StrandHits strands = strands();
        if (strands != null) {
            lanes.press(strands, event);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (!pressed) {
            return;
        }
        dragging = dragging || Math.hypot(event.getX() - fromX, event.getY() - fromY) > CLICK;
        if (dragging && strands() != null) {
            lanes.drag(event);
        } else if (dragging) {
            overlay.box(box(event));
        }
        event.consume();
    }

    private Rectangle2D box(MouseEvent event) {
        return new Rectangle2D.Double(Math.min(fromX, event.getX()), Math.min(fromY, event.getY()),
                Math.abs(event.getX() - fromX), Math.abs(event.getY() - fromY));
    }

    private void release(MouseEvent event) {
        if (!pressed) {
            return;
        }
        pressed = false;
        boolean done = strands() != null && lanes.release(event, dragging);
        if (dragging && strands() == null) {
            overlay.box(null);
            model.box(box(event), joining(event));
        } else if (!dragging && !done) {
            click(event);
        }
        dragging = false;
        event.consume();
    }

    private void click(MouseEvent event) {
        Hits.@Nullable Found found = model.at(event.getX(), event.getY());
        if (found != null && !found.runs().isEmpty()) {
            model.select(found, event.isShortcutDown() || event.isShiftDown() ? PlotViewModel.Joining.TOGGLE
                    : PlotViewModel.Joining.INSTEAD);
        } else if (event.getClickCount() == 2) {
            model.clear();
        }
    }

    private static PlotViewModel.Joining joining(MouseEvent event) {
        return event.isShiftDown() || event.isShortcutDown() ? PlotViewModel.Joining.TOGETHER
                : PlotViewModel.Joining.INSTEAD;
    }

    private void move(MouseEvent event) {
        Hits.@Nullable Found found = model.at(event.getX(), event.getY());
        model.point(found);
        view.read(found, event.getX(), event.getY());
        @Nullable StrandHits strands = strands();
        overlay.canvas().setCursor(strands == null ? found == null ? Cursor.DEFAULT : Cursor.HAND
                : lanes.cursor(strands, event, found != null));
    }

    private void away(MouseEvent event) {
        if (!pressed) {
            model.point(null);
            view.read(null, 0, 0);
        }
        event.consume();
    }
}
