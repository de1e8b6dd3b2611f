package cotejo.ui.plots;

import cotejo.chart.plot.StrandHits;
import cotejo.query.ColumnRef;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Hand on parallel axes. A drag along an axis brushes a stretch of it, with Shift one more; a drag of a stretch moves
/// it, of its end lengthens it; a click on an axis takes its stretches away. A drag of a name moves the axis, a double
/// click on it turns the axis upside down.
final class LaneGestures {

    private static final double NEAR = 10;
    private static final double END = 4;

    private enum Drag {
        NONE,
        NEW,
        MOVE,
        UPPER,
        LOWER,
        AXIS
    }

    private final PlotViewModel model;
    private final Overlay overlay;
    private Drag drag = Drag.NONE;
    private int lane = -1;
    private @Nullable StrandHits strands;
    /// The stretches of the axis besides the one under the hand.
    private List<StrandHits.Stretch> others = List.of();
    private StrandHits.Stretch held = new StrandHits.Stretch(0, 0);
    private double fromY;

    LaneGestures(PlotViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    private static int near(StrandHits strands, double x) {
        int best = -1;
        for (int i = 0; i < strands.lanes().size(); i++) {
            double distance = Math.abs(strands.lanes().get(i).x() - x);
            if (distance <= NEAR && (best < 0 || distance < Math.abs(strands.lanes().get(best).x() - x))) {
                best = i;
            }
        }
        return best;
    }

    /// The axis whose name is at a place, or -1.
    private static int named(StrandHits strands, double x, double y) {
        if (y >= strands.top() - 4 || strands.lanes().isEmpty()) {
            return -1;
        }
        int best = 0;
        for (int i = 1; i < strands.lanes().size(); i++) {
            if (Math.abs(strands.lanes().get(i).x() - x) < Math.abs(strands.lanes().get(best).x() - x)) {
                best = i;
            }
        }
        return best;
    }

    Cursor cursor(StrandHits at, MouseEvent event, boolean found) {
        if (named(at, event.getX(), event.getY()) >= 0) {
            return Cursor.H_RESIZE;
        }
        return near(at, event.getX()) >= 0 ? Cursor.V_RESIZE : found ? Cursor.HAND : Cursor.DEFAULT;
    }

    void press(StrandHits at, MouseEvent event) {
        strands = at;
        drag = Drag.NONE;
        fromY = event.getY();
        int name = named(at, event.getX(), event.getY());
        lane = name >= 0 ? name : near(at, event.getX());
        if (name >= 0) {
            drag = Drag.AXIS;
        } else if (lane >= 0) {
            take(at, event);
        }
    }

    /// Takes hold of a stretch that is there, or begins a new one.
    private void take(StrandHits at, MouseEvent event) {
        List<StrandHits.Stretch> all = model.brushed().getOrDefault(axis(at), List.of());
        drag = Drag.NEW;
        others = event.isShiftDown() ? all : List.of();
        for (StrandHits.Stretch stretch : all) {
            double upper = at.y(stretch.from());
            double lower = at.y(stretch.to());
            if (event.getY() >= upper - END && event.getY() <= lower + END) {
                held = stretch;
                others = all.stream().filter(other -> !other.equals(stretch)).toList();
                drag = event.getY() - upper <= END ? Drag.UPPER : lower - event.getY() <= END ? Drag.LOWER : Drag.MOVE;
            }
        }
    }

    private ColumnRef axis(StrandHits at) {
        return at.lanes().get(lane).ref();
    }

    void drag(MouseEvent event) {
        @Nullable StrandHits at = strands;
        if (at == null || drag == Drag.NONE) {
            return;
        }
        double y = event.getY();
        if (drag == Drag.AXIS) {
            overlay.moving(event.getX());
            return;
        }
        StrandHits.Stretch now = switch (drag) {
            case UPPER -> stretch(at.height(y), held.to());
            case LOWER -> stretch(held.from(), at.height(y));
            case MOVE -> moved((y - fromY) / (at.bottom() - at.top()));
            case NONE, NEW, AXIS -> stretch(at.height(fromY), at.height(y));
        };
        List<StrandHits.Stretch> all = new ArrayList<>(others);
        all.add(now);
        model.brush(axis(at), all);
        overlay.draw();
    }

    private static StrandHits.Stretch stretch(double a, double b) {
        return new StrandHits.Stretch(Math.min(a, b), Math.max(a, b));
    }

    /// As far as it fits on the axis.
    private StrandHits.Stretch moved(double by) {
        if (held.from() > 1 || held.to() > 1) {
            return held;
        }
        double fits = Math.clamp(by, -held.from(), 1 - held.to());
        return new StrandHits.Stretch(held.from() + fits, held.to() + fits);
    }

    /// @return whether the gesture is done, and a click means nothing else
    boolean release(MouseEvent event, boolean dragged) {
        @Nullable StrandHits at = strands;
        Drag was = drag;
        drag = Drag.NONE;
        strands = null;
        overlay.moving(Double.NaN);
        if (at == null || was == Drag.NONE) {
            return false;
        }
        if (was == Drag.AXIS) {
            int to = Reorder.place(at.lanes(), lane, event.getX());
            if (dragged && to != lane) {
                model.change(Reorder.move(model.spec(), at.lanes(), lane, to));
            } else if (!dragged && event.getClickCount() == 2) {
                model.change(Reorder.flip(model.spec(), at.lanes(), lane));
            }
            return true;
        }
        if (!dragged && was == Drag.NEW && model.brushed().containsKey(axis(at))) {
            model.brush(axis(at), List.of());
            overlay.draw();
            return true;
        }
        return dragged;
    }
}
