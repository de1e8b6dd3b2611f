package cotejo.ui.runs;

import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.query.SortKey;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The heads of the columns: a click sorts, with shift as a further key; an edge drags wider; a head drags elsewhere.
final class GridHeader extends Region {

    private static final double EDGE = 5;
    private static final ColumnRef NAME = ColumnRef.attribute(RunAttribute.RUN_NAME);

    /// What the hand does.
    private enum Hand {
        IDLE,
        PRESSED,
        RESIZING,
        MOVING
    }

    private final RunGrid grid;
    private final Region ground = new Region();
    private final HeadCell name = new HeadCell();
    private final List<HeadCell> cells = new ArrayList<>();
    private final Region mark = new Region();
    private Hand hand = Hand.IDLE;
    private int column = -2;
    private double pressedAt;
    private double widthBefore;
    private double widthNow;

    GridHeader(RunGrid grid) {
        this.grid = grid;
        getStyleClass().add("run-header");
        ground.getStyleClass().add("run-header-pinned");
        mark.getStyleClass().add("run-drop-mark");
        mark.setVisible(false);
        ground.setManaged(false);
        mark.setManaged(false);
        ground.setMouseTransparent(true);
        name.setMouseTransparent(true);
        setManaged(false);
        getChildren().addAll(ground, name, mark);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setOnMouseMoved(event -> setCursor(edgeAt(event.getX()) > -2 ? Cursor.H_RESIZE : Cursor.DEFAULT));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnContextMenuRequested(event -> {
            int at = columnAt(event.getX());
            if (at >= 0) {
                grid.menus().column(grid.geometry().columns().get(at))
                        .show(this, event.getScreenX(), event.getScreenY());
            } else {
                grid.menus().name().show(this, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
    }

    /// Shows the heads of the columns in sight.
    void show(GridRow.Filling filling, List<SortKey> sort) {
        Geometry geometry = filling.geometry();
        int wanted = geometry.pinned() + filling.end() - filling.first();
        while (cells.size() < wanted) {
            HeadCell cell = new HeadCell();
            cell.setMouseTransparent(true);
            cells.add(cell);
            getChildren().addFirst(cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setVisible(i < wanted);
        }
        double height = getHeight();
        ground.resizeRelocate(0, 0, geometry.fixed(), height);
        name.show(new ColumnHead(Texts.get("runs.attribute.run_name"), ""), GridColumn.Align.LEFT, sort,
                place(sort, NAME));
        name.resizeRelocate(0, 0, width(-1, geometry), height);
        for (int i = 0; i < wanted; i++) {
            boolean pinned = i < geometry.pinned();
            int number = pinned ? i : filling.first() + i - geometry.pinned();
            double x = pinned ? geometry.offsets()[i] : geometry.fixed() + geometry.offsets()[number] - filling.left();
            HeadCell cell = cells.get(i);
            GridColumn shown = geometry.columns().get(number);
            cell.show(shown.head(), shown.align(), sort, shown.curve() ? -1 : place(sort, shown.ref()));
            cell.resizeRelocate(x, 0, width(number, geometry), height);
            if (pinned) {
                cell.toFront();
            }
        }
        stack(geometry.pinned(), wanted);
    }

    private void stack(int pinned, int wanted) {
        for (int i = pinned; i < wanted; i++) {
            if (getChildren().indexOf(cells.get(i)) > getChildren().indexOf(ground)) {
                cells.get(i).toBack();
            }
        }
        mark.toFront();
    }

    private double width(int number, Geometry geometry) {
        if (hand == Hand.RESIZING && number == column) {
            return widthNow;
        }
        return number < 0 ? geometry.nameWidth() : geometry.width(number);
    }

    private static int place(List<SortKey> sort, ColumnRef ref) {
        for (int i = 0; i < sort.size(); i++) {
            if (sort.get(i).column().equals(ref)) {
                return i;
            }
        }
        return -1;
    }

    private int columnAt(double x) {
        return grid.geometry().at(x, grid.left());
    }

    private double xOf(int number) {
        Geometry geometry = grid.geometry();
        if (number < 0) {
            return 0;
        }
        return number < geometry.pinned() ? geometry.offsets()[number]
                : geometry.fixed() + geometry.offsets()[number] - grid.left();
    }

    /// The column whose right edge is here: -1 for the names, -2 for none.
    private int edgeAt(double x) {
        int left = columnAt(x - EDGE);
        if (left == -2) {
            return -2;
        }
        double edge = xOf(left) + width(left, grid.geometry());
        return Math.abs(edge - x) <= EDGE ? left : -2;
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressedAt = event.getX();
        int edge = edgeAt(event.getX());
        if (edge > -2 && event.getClickCount() == 2) {
            grid.fit(edge);
            hand = Hand.IDLE;
        } else if (edge > -2) {
            column = edge;
            widthBefore = width(edge, grid.geometry());
            widthNow = widthBefore;
            hand = Hand.RESIZING;
        } else {
            column = columnAt(event.getX());
            hand = Hand.PRESSED;
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        double moved = event.getX() - pressedAt;
        switch (hand) {
            case RESIZING -> {
                widthNow = Math.max(ColumnSpec.LEAST, widthBefore + moved);
                grid.resize(column, widthNow);
            }
            case PRESSED -> {
                if (Math.abs(moved) > 6 && column >= 0) {
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
        double at = target < grid.geometry().columns().size() ? xOf(target)
                : xOf(target - 1) + width(target - 1, grid.geometry());
        mark.setVisible(true);
        mark.resizeRelocate(at - 1, 0, 2, getHeight());
    }

    /// The place in the order that a head let go here would take.
    private int target(double x) {
        int over = columnAt(x);
        if (over == -2) {
            return grid.geometry().columns().size();
        }
        if (over < 0) {
            return 0;
        }
        return x > xOf(over) + width(over, grid.geometry()) / 2 ? over + 1 : over;
    }

    private void released(MouseEvent event) {
        Hand was = hand;
        hand = Hand.IDLE;
        mark.setVisible(false);
        switch (was) {
            case RESIZING -> grid.resized(column, widthNow);
            case MOVING -> grid.columns().move(column, target(event.getX()));
            case PRESSED -> sort(event);
            case IDLE -> { }
        }
        event.consume();
    }

    private void sort(MouseEvent event) {
        if (column == -2) {
            return;
        }
        ColumnRef ref = column < 0 ? NAME : grid.geometry().columns().get(column).ref();
        grid.model().change(state -> event.isShiftDown() ? state.alsoSortedBy(ref) : state.sortedBy(ref));
    }
}
