package cotejo.ui.grid;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Mouse and keyboard on the cells of a grid.
final class DataGridHands {

    private final DataGrid grid;
    private final Node body;

    DataGridHands(DataGrid grid, Node body) {
        this.grid = grid;
        this.body = body;
    }

    void install() {
        body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        body.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        body.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        long row = grid.rowAt(event.getY());
        int place = grid.placeAt(event.getX());
        int last = grid.geometry().places() - 1;
        if (row < 0 || last < 0 || place == -2) {
            return;
        }
        GridSelection now = grid.selection().get();
        boolean inside = event.getButton() == MouseButton.SECONDARY && now.has(row, Math.max(0, place));
        if (inside) {
            return;
        }
        if (place == -1) {
            // The label stands for its whole row.
            long anchor = event.isShiftDown() && !now.isEmpty() ? now.anchorRow() : row;
            grid.select(new GridSelection(row, 0, anchor, last));
        } else {
            grid.select(event.isShiftDown() ? now.to(row, place) : GridSelection.cell(row, place));
        }
    }

    private void dragged(MouseEvent event) {
        long row = grid.rowAt(Math.max(0, event.getY()));
        int place = grid.placeAt(event.getX());
        if (event.getButton() == MouseButton.PRIMARY && row >= 0 && place >= 0) {
            grid.select(grid.selection().get().to(row, place));
        }
    }

    private void menu(ContextMenuEvent event) {
        @Nullable ContextMenu menu = grid.menuOfCell();
        if (menu != null) {
            menu.show(grid, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        GridSelection now = grid.selection().get();
        long rows = grid.source().rows();
        int places = grid.geometry().places();
        if (rows == 0 || places == 0 || event.isAltDown()) {
            return;
        }
        boolean far = event.isShortcutDown();
        long row = Math.max(0, now.leadRow());
        int place = Math.max(0, now.leadPlace());
        boolean known = true;
        if (far && event.getCode() == KeyCode.A) {
            grid.select(new GridSelection(0, 0, rows - 1, places - 1));
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case UP -> row = far ? 0 : row - 1;
            case DOWN -> row = far ? rows - 1 : now.isEmpty() ? 0 : row + 1;
            case LEFT -> place = far ? 0 : place - 1;
            case RIGHT -> place = far ? places - 1 : place + 1;
            case PAGE_UP -> row -= grid.page();
            case PAGE_DOWN -> row += grid.page();
            case HOME -> {
                place = 0;
                row = far ? 0 : row;
            }
            case END -> {
                place = places - 1;
                row = far ? rows - 1 : row;
            }
            default -> known = false;
        }
        if (known) {
            long toRow = Math.clamp(row, 0, rows - 1);
            int toPlace = Math.clamp(place, 0, places - 1);
            grid.select(event.isShiftDown() ? now.to(toRow, toPlace) : GridSelection.cell(toRow, toPlace));
            event.consume();
        }
    }
}
