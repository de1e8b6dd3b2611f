package cotejo.ui.curves;

import cotejo.ui.link.DragMode;
import cotejo.ui.link.Linked;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Hand and keys on a panel. Drag draws a box to zoom to, or with Ctrl one whose lines are selected, and the other way
/// round where drags select; with Shift or the middle button it moves; the wheel zooms at the pointer; a double click
/// shows everything again. A click on a line selects its run, with Ctrl it joins or leaves
/// the selection; a click beside all lines selects those that are drawn.
final class Gestures {

    private static final double CLOSER = 0.8;
    private static final double STRIDE = 0.15;
    private static final double CLICK = 4;

    private enum Drag {
        NONE,
        BOX,
        SELECT,
        MOVE
    }

    private final PanelViewModel model;
    private final Canvas canvas;
    private final Readouts readouts;
    private final ObjectProperty<DragMode> mode = new SimpleObjectProperty<>(DragMode.ZOOM);
    private Drag drag = Drag.NONE;
    private double fromX;
    private double fromY;

    /// Wheel turns within this time, in ms, are taken back together.
    private static final long ONE_TURN = 700;

    private final InvalidationListener crossed = change -> crossed();
    private @Nullable Node panel;
    private long lastTurn;
    private boolean here;
    private double restX;
    private double restY;
    private Linked.Chosen beforeClicks = Linked.Chosen.of(Set.of());
    /// What one click, or the two of a double click, does to the selection is taken back at once.
    private Object clicks = new Object();

    Gestures(PanelViewModel model, Canvas canvas, Readouts readouts) {
        this.model = model;
        this.canvas = canvas;
        this.readouts = readouts;
    }

    /// @param whole the panel, which has the keyboard
    void install(Node whole) {
        panel = whole;
        model.board().linked().crosshair().addListener(crossed);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, this::away);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        whole.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// What a drag does.
    ObjectProperty<DragMode> mode() {
        return mode;
    }

    void close() {
        model.board().linked().crosshair().removeListener(crossed);
    }

    private void press(MouseEvent event) {
        if (panel != null) {
            panel.requestFocus();
        }
        model.begin();
        fromX = event.getX();
        fromY = event.getY();
        if (event.getClickCount() == 1) {
            beforeClicks = model.board().linked().chosen().get();
            clicks = new Object();
        }
        boolean middle = event.getButton() == MouseButton.MIDDLE;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            drag = Drag.NONE;
            // The first of two clicks was no choice of runs.
            model.board().linked().select(beforeClicks, clicks);
            model.reset();
        } else if (middle || (event.getButton() == MouseButton.PRIMARY && event.isShiftDown())) {
            drag = Drag.MOVE;
        } else if (event.getButton() == MouseButton.PRIMARY && !event.isAltDown()) {
            DragMode meant = event.isShortcutDown() ? mode.get().other() : mode.get();
            drag = meant == DragMode.ZOOM ? Drag.BOX : Drag.SELECT;
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        switch (drag) {
            case NONE -> {
                return;
            }
            case MOVE -> {
                model.pan(event.getX() - fromX, event.getY() - fromY);
                fromX = event.getX();
                fromY = event.getY();
                clear();
            }
            case BOX, SELECT -> box(event.getX(), event.getY());
        }
        readouts.hide();
        event.consume();
    }

    private void release(MouseEvent event) {
        boolean moved = Math.hypot(event.getX() - fromX, event.getY() - fromY) > CLICK;
        if (drag == Drag.BOX && moved) {
            model.zoomTo(fromX, fromY, event.getX(), event.getY());
        } else if (drag == Drag.SELECT && moved) {
            model.select(new Rectangle2D.Double(Math.min(fromX, event.getX()),
                    Math.min(fromY, event.getY()), Math.abs(event.getX() - fromX), Math.abs(event.getY() - fromY)));
        } else if (drag == Drag.BOX || drag == Drag.SELECT) {
            click(event);
        }
        model.rest();
        drag = Drag.NONE;
        clear();
        event.consume();
    }

    private void click(MouseEvent event) {
        Linked linked = model.board().linked();
        Set<Long> runs = model.at(event.getX(), event.getY());
        if (runs.isEmpty()) {
            if (!model.board().standingOut().isEmpty()) {
                select(model.board().drawn());
            }
        } else if (event.isShortcutDown()) {
            select(turned(linked.selected().get(), runs));
        } else {
            select(runs);
        }
    }

    private void select(Set<Long> runs) {
        model.board().linked().select(Linked.Chosen.of(runs), clicks);
    }

    /// With all of some runs added, or taken out when they are all in it.
    private static Set<Long> turned(Set<Long> selected, Set<Long> runs) {
        Set<Long> next = new LinkedHashSet<>(selected);
        if (!next.removeAll(runs) || !selected.containsAll(runs)) {
            next.addAll(runs);
        }
        return next;
    }

    private void move(MouseEvent event) {
        here = true;
        restX = event.getX();
        restY = event.getY();
        List<Reading> readings = model.readings(event.getX(), event.getY());
        model.point(readings);
        model.cross(event.getX());
        crosshair(event.getX(), readings);
        readouts.show(readings, model.state().get().smoothed(), canvas, event.getX(), event.getY());
    }

    /// Draws or takes away the crosshair that stands in another panel; under a pointer that rests here, reads what
    /// has come in.
    void crossed() {
        if (drag != Drag.NONE) {
            return;
        }
        if (here) {
            List<Reading> readings = model.readings(restX, restY);
            crosshair(restX, readings);
            readouts.renew(readings, model.state().get().smoothed(), canvas, restX, restY);
            return;
        }
        OptionalDouble at = model.crossed();
        if (at.isPresent()) {
            crosshair(at.getAsDouble(), model.readings(at.getAsDouble(), 0));
        } else {
            clear();
        }
    }

    private void away(MouseEvent event) {
        here = false;
        if (drag == Drag.NONE) {
            clear();
        }
        model.pointAway();
        readouts.hide();
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0 && !event.isInertia() && readouts.mayZoom()) {
            long now = System.nanoTime() / 1_000_000;
            if (now - lastTurn > ONE_TURN) {
                model.begin();
            }
            lastTurn = now;
            model.zoomAt(event.getX(), event.getY(), Math.pow(CLOSER, event.getDeltaY() / 40));
            clear();
            readouts.hide();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        boolean known = true;
        model.begin();
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> model.zoom(CLOSER);
            case MINUS, SUBTRACT -> model.zoom(1 / CLOSER);
            case DIGIT0, NUMPAD0, HOME -> model.reset();
            case Z -> mode.set(mode.get().other());
            case LEFT -> model.step(-STRIDE, 0);
            case RIGHT -> model.step(STRIDE, 0);
            case UP -> model.step(0, -STRIDE);
            case DOWN -> model.step(0, STRIDE);
            default -> known = false;
        }
        if (known) {
            model.rest();
            event.consume();
        }
    }

    private GraphicsContext clear() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return g;
    }

    private void box(double x, double y) {
        GraphicsContext g = clear();
        Color ink = readouts.ink();
        double left = Math.min(fromX, x);
        double top = Math.min(fromY, y);
        double width = Math.abs(x - fromX);
        double height = Math.abs(y - fromY);
        g.setFill(ink.deriveColor(0, 1, 1, 0.10));
        g.fillRect(left, top, width, height);
        g.setStroke(ink.deriveColor(0, 1, 1, 0.6));
        g.setLineWidth(1);
        g.strokeRect(Math.floor(left) + 0.5, Math.floor(top) + 0.5, Math.round(width), Math.round(height));
    }

    private void crosshair(double x, List<Reading> readings) {
        GraphicsContext g = clear();
        if (readings.isEmpty() || !(model.state().get() instanceof PanelState.Lines lines)) {
            return;
        }
        Rectangle2D area = lines.picture().area();
        if (x < area.getX() || x > area.getMaxX()) {
            return;
        }
        g.setStroke(readouts.ink().deriveColor(0, 1, 1, 0.45));
        g.setLineWidth(1);
        double line = Math.floor(x) + 0.5;
        g.strokeLine(line, area.getY(), line, area.getMaxY());
        for (Reading reading : readings) {
            if (reading.py() >= area.getY() && reading.py() <= area.getMaxY()) {
                g.setFill(BarsView.color(reading.argb()));
                g.fillOval(reading.px() - 3.5, reading.py() - 3.5, 7, 7);
                g.setStroke(readouts.ground());
                g.setLineWidth(1.5);
                g.strokeOval(reading.px() - 3.5, reading.py() - 3.5, 7, 7);
            }
        }
    }
}
