package cotejo.ui.plots;

import cotejo.chart.plot.Hits;
import cotejo.chart.plot.PlotPicture;
import cotejo.chart.plot.StrandHits;
import cotejo.chart.plot.ZoomAxes;
import cotejo.ui.link.DragMode;
import cotejo.ui.link.Linked;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Hand on a chart of runs. A click selects what it meets, with Shift or Ctrl besides what is selected; a drag
/// selects what is in its box, or with Ctrl zooms to it, and the other way round where drags zoom; over the labels of
/// an axis it zooms along that axis. The wheel zooms at the pointer, the middle button moves; a double click shows
/// everything again and leaves the selection as it was, or, where everything is seen and nothing met, selects
/// nothing. Parallel axes have gestures of their own.
final class PlotGestures {

    private static final double CLICK = 4;
    static final double CLOSER = 0.8;

    /// Wheel turns within this time, in ms, are taken back together.
    private static final long ONE_TURN = 700;

    private enum Drag {
        NONE,
        SELECT,
        ZOOM,
        MOVE,
        LANES
    }

    private final PlotViewModel model;
    private final PlotView view;
    private final Overlay overlay;
    private final LaneGestures lanes;
    private Drag drag = Drag.NONE;
    private double fromX;
    private double fromY;
    private boolean dragging;
    private long lastTurn;
    private Linked.Chosen beforeClicks = Linked.Chosen.of(Set.of());

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
        canvas.addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    private @Nullable StrandHits strands() {
        @Nullable PlotPicture picture = model.picture();
        return picture != null && picture.hits() instanceof StrandHits strands ? strands : null;
    }

    private @Nullable ZoomAxes axes() {
        @Nullable PlotPicture picture = model.picture();
        return picture == null ? null : picture.zoom();
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        view.read(null, 0, 0);
        dragging = false;
        fromX = event.getX();
        fromY = event.getY();
        drag = meant(event);
        if (event.getClickCount() == 1) {
            beforeClicks = model.linked().chosen().get();
        } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && model.zoomed()) {
            drag = Drag.NONE;
            // The first of two clicks was no choice of runs.
            model.takeBack(beforeClicks);
            model.zoom().reset(model.spec());
        }
        @Nullable StrandHits strands = strands();
        if (drag == Drag.LANES && strands != null) {
            lanes.press(strands, event);
        }
        model.begin();
        model.zoom().begin();
        if (event.getButton() != MouseButton.SECONDARY) {
            event.consume();
        }
    }

    private Drag meant(MouseEvent event) {
        if (event.isAltDown()) {
            // The chart is being dragged out of the window.
            return Drag.NONE;
        }
        ZoomAxes axes = axes();
        if (event.getButton() == MouseButton.MIDDLE) {
            return axes == null ? Drag.NONE : Drag.MOVE;
        }
        if (event.getButton() != MouseButton.PRIMARY) {
            return Drag.NONE;
        }
        if (strands() != null) {
            return Drag.LANES;
        }
        if (axes == null) {
            return Drag.SELECT;
        }
        DragMode mode = event.isShortcutDown() ? model.drag().get().other() : model.drag().get();
        if (model.drag().get() == DragMode.ZOOM && event.isShiftDown()) {
            return Drag.MOVE;
        }
        return mode == DragMode.ZOOM || beside(axes) ? Drag.ZOOM : Drag.SELECT;
    }

    /// Whether the labels of an axis that can be zoomed are under the hand.
    private boolean beside(ZoomAxes axes) {
        Rectangle2D area = axes.area();
        return axes.across() != null && fromY > area.getMaxY() && fromX >= area.getX() && fromX <= area.getMaxX()
                || axes.upright() != null && fromX < area.getX() && fromY >= area.getY() && fromY <= area.getMaxY();
    }

    private void drag(MouseEvent event) {
        dragging = dragging || Math.hypot(event.getX() - fromX, event.getY() - fromY) > CLICK;
        if (!dragging) {
            return;
        }
        @Nullable PlotPicture picture = model.picture();
        switch (drag) {
            case NONE -> {
                return;
            }
            case LANES -> lanes.drag(event);
            case SELECT, ZOOM -> overlay.box(box(event));
            case MOVE -> {
                if (picture != null) {
                    model.zoom().pan(picture, event.getX() - fromX, event.getY() - fromY);
                }
                fromX = event.getX();
                fromY = event.getY();
            }
        }
        event.consume();
    }

    /// From where the button went down to here; over labels the whole width or height of the area.
    private Rectangle2D box(MouseEvent event) {
        Rectangle2D box = new Rectangle2D.Double(Math.min(fromX, event.getX()), Math.min(fromY, event.getY()),
                Math.abs(event.getX() - fromX), Math.abs(event.getY() - fromY));
        ZoomAxes axes = axes();
        if (drag != Drag.ZOOM || axes == null || !beside(axes)) {
            return box;
        }
        Rectangle2D area = axes.area();
        return fromY > area.getMaxY()
                ? new Rectangle2D.Double(box.getX(), area.getY(), box.getWidth(), area.getHeight())
                : new Rectangle2D.Double(area.getX(), box.getY(), area.getWidth(), box.getHeight());
    }

    private void release(MouseEvent event) {
        Drag was = drag;
        Rectangle2D box = box(event);
        drag = Drag.NONE;
        @Nullable PlotPicture picture = model.picture();
        switch (was) {
            case NONE -> {
                return;
            }
            case LANES -> {
                if (!lanes.release(event, dragging) && !dragging) {
                    click(event);
                }
            }
            case SELECT -> {
                overlay.box(null);
                if (dragging) {
                    model.box(box, joining(event));
                } else {
                    click(event);
                }
            }
            case ZOOM -> {
                overlay.box(null);
                if (!dragging) {
                    click(event);
                } else if (picture != null) {
                    model.zoom().box(picture, box);
                }
            }
            case MOVE -> {
                if (!dragging && event.getButton() == MouseButton.PRIMARY) {
                    click(event);
                }
                model.zoom().rest();
            }
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
        return event.isShiftDown() ? PlotViewModel.Joining.TOGETHER : PlotViewModel.Joining.INSTEAD;
    }

    private void wheel(ScrollEvent event) {
        @Nullable PlotPicture picture = model.picture();
        if (picture == null || picture.zoom() == null || event.getDeltaY() == 0 || event.isInertia()
                || !model.zoom().mayZoom()) {
            return;
        }
        long now = System.nanoTime() / 1_000_000;
        if (now - lastTurn > ONE_TURN) {
            model.zoom().begin();
        }
        lastTurn = now;
        model.zoom().at(picture, event.getX(), event.getY(), Math.pow(CLOSER, event.getDeltaY() / 40));
        view.read(null, 0, 0);
        event.consume();
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
        if (drag == Drag.NONE) {
            model.point(null);
            view.read(null, 0, 0);
            model.zoom().rest();
        }
        event.consume();
    }
}
