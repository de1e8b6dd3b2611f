package cotejo.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The heads of the columns in sight. A click sorts, a drag of an edge resizes, a drag of a head moves its column.
final class DataGridHeader extends Region {

    private static final double EDGE = 4;
    private static final double DRAGGED = 6;

    private enum Hand {
        IDLE,
        PRESSED,
        RESIZING,
        MOVING
    }

    private final DataGrid grid;
    private final Region ground = new Region();
    private final Region mark = new Region();
    private final List<DataGridHead> heads = new ArrayList<>();
    private Hand hand = Hand.IDLE;
    private int place = -2;
    private double pressedAt;
    private double widthBefore;

    DataGridHeader(DataGrid grid) {
        this.grid = grid;
        getStyleClass().add("grid-header");
        ground.getStyleClass().add("grid-header-pinned");
        mark.getStyleClass().add("grid-drop-mark");
        mark.setVisible(false);
        setManaged(false);
        for (Region part : List.of(ground, mark)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        getChildren().addAll(ground, mark);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setOnMouseMoved(event -> setCursor(edge(event.getX()) >= 0 ? Cursor.H_RESIZE : Cursor.DEFAULT));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnContextMenuRequested(this::menu);
    }

    void show(DataGridRow.Filling filling, IntFunction<String> order) {
        GridLayout layout = filling.layout();
        int pinned = layout.pinned();
        int wanted = pinned + filling.end() - filling.first();
        while (heads.size() < wanted) {
            DataGridHead head = new DataGridHead();
            heads.add(head);
            getChildren().add(head);
        }
        for (int i = 0; i < heads.size(); i++) {
            DataGridHead head = heads.get(i);
            head.setVisible(i < wanted);
            if (i < wanted) {
                // Those that scroll are used first, so that pinned ones can stand above them.
                int moving = wanted - pinned;
                int shown = i < moving ? filling.first() + i : i - moving;
                int column = layout.columns().shown().get(shown);
                head.show(filling.source().head(column), order.apply(column));
                head.resizeRelocate(layout.x(shown, filling.left()), 0, layout.widths()[shown], getHeight());
                head.setViewOrder(shown < pinned ? -2 : 0);
            }
        }
        ground.setViewOrder(-1);
        mark.setViewOrder(-3);
        ground.resizeRelocate(0, 0, layout.fixed(), getHeight());
    }

    /// The place whose right edge is here, or -2.
    private int edge(double x) {
        int near = grid.placeAt(x - EDGE);
        if (near < 0) {
            return -2;
        }
        GridLayout layout = grid.geometry();
        double right = layout.x(near, grid.left()) + layout.widths()[near];
        return Math.abs(right - x) <= EDGE ? near : -2;
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        // Keys that are pressed next are meant for the cells below.
        grid.requestFocus();
        pressedAt = event.getX();
        int edge = edge(pressedAt);
        if (edge >= 0 && event.getClickCount() == 2) {
            grid.fit(edge);
            hand = Hand.IDLE;
        } else if (edge >= 0) {
            place = edge;
            widthBefore = grid.geometry().widths()[edge];
            hand = Hand.RESIZING;
        } else {
            place = grid.placeAt(pressedAt);
            hand = Hand.PRESSED;
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        double moved = event.getX() - pressedAt;
        switch (hand) {
            case RESIZING -> grid.columns().set(grid.columns().get()
                    .withWidth(grid.columns().get().shown().get(place), widthBefore + moved));
            case PRESSED -> {
                if (Math.abs(moved) > DRAGGED && place >= 0) {
                    hand = Hand.MOVING;
                    mark(event.getX());
                }
            }
            case MOVING -> mark(event.getX());
            case IDLE -> { }
        }
        event.consume();
    }

    private void mark(double x) {
        int target = target(x);
        GridLayout layout = grid.geometry();
        double at = target < layout.places() ? layout.x(target, grid.left())
                : layout.x(target - 1, grid.left()) + layout.widths()[target - 1];
        mark.setVisible(true);
        mark.resizeRelocate(at - 1, 0, 2, getHeight());
    }

    private int target(double x) {
        int over = grid.placeAt(x);
        if (over < 0) {
            return over == -1 ? 0 : grid.geometry().places();
        }
        GridLayout layout = grid.geometry();
        return x > layout.x(over, grid.left()) + layout.widths()[over] / 2 ? over + 1 : over;
    }

    private void released(MouseEvent event) {
        Hand was = hand;
        hand = Hand.IDLE;
        mark.setVisible(false);
        switch (was) {
            case MOVING -> grid.columns().set(grid.columns().get().moved(place, target(event.getX())));
            case PRESSED -> {
                if (place >= 0) {
                    grid.head(grid.columns().get().shown().get(place), event.isShiftDown());
                }
            }
            case RESIZING, IDLE -> { }
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        int over = grid.placeAt(event.getX());
        @Nullable ContextMenu menu = over < 0 ? null : grid.menuOfHead(grid.columns().get().shown().get(over));
        if (menu != null) {
            menu.show(this, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }
}
