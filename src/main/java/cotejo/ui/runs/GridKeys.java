package cotejo.ui.runs;

import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.query.RunRow;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What keys do in the table.
final class GridKeys {

    private final RunGrid grid;
    private final RunCommands commands;
    private final CellFunnel funnel;
    /// The column of the cell the keyboard stands on; -1 for the names.
    private int column = -1;

    GridKeys(RunGrid grid, RunCommands commands, CellFunnel funnel) {
        this.grid = grid;
        this.commands = commands;
        this.funnel = funnel;
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private void pressed(KeyEvent event) {
        boolean taken = event.isShortcutDown() ? withShortcut(event) : moves(event) || acts(event);
        if (taken) {
            event.consume();
        }
    }

    /// The sign is waited for, not the key: which key writes it differs from keyboard to keyboard, and a sign still to
    /// come would be written into the filter.
    private void typed(KeyEvent event) {
        if (event.getCharacter().equals("/")) {
            commands.focusFilter();
            event.consume();
        }
    }

    private boolean withShortcut(KeyEvent event) {
        return switch (event.getCode()) {
            case A -> {
                selection().all();
                yield true;
            }
            case C -> {
                commands.copy();
                yield true;
            }
            case SPACE -> {
                selection().toggle(selection().lead());
                yield true;
            }
            case HOME, END, UP, DOWN -> moves(event);
            case LEFT, RIGHT -> {
                across(event.getCode() == KeyCode.LEFT ? -1 : 1);
                yield true;
            }
            default -> false;
        };
    }

    private RunSelection selection() {
        return grid.model().selection();
    }

    private boolean moves(KeyEvent event) {
        int lead = selection().lead();
        int last = grid.listing().rows().size() - 1;
        int target = switch (event.getCode()) {
            case UP -> Math.max(0, lead - 1);
            case DOWN -> Math.min(last, lead + 1);
            case PAGE_UP -> Math.max(0, lead - grid.page());
            case PAGE_DOWN -> Math.min(last, lead + grid.page());
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (target < 0) {
            return false;
        }
        if (event.isShiftDown()) {
            selection().extendTo(target);
        } else if (event.isShortcutDown()) {
            selection().moveTo(target);
        } else {
            selection().only(target);
        }
        grid.reveal(target);
        if (column >= 0) {
            stand();
        }
        return true;
    }

    /// Goes to the next cell of the line, to filter by its value or for the menu of its column.
    private void across(int by) {
        List<GridColumn> columns = grid.geometry().columns();
        int next = Math.min(column, columns.size() - 1) + by;
        if (next < columns.size()) {
            column = Math.max(-1, next);
            stand();
        }
    }

    /// Puts the funnel where the keyboard stands, and that into sight.
    private void stand() {
        Geometry geometry = grid.geometry();
        column = Math.min(column, geometry.columns().size() - 1);
        if (column >= geometry.pinned()) {
            double from = geometry.offsets()[column];
            grid.viewport().revealAcross(from, from + geometry.width(column));
        }
        grid.layout();
        funnel.mark(selection().lead(), column);
    }

    /// Filters by the cell where the funnel stands, or by the name of the run.
    private void narrow(int lead, boolean somewhere) {
        CellFunnel.Cell cell = funnel.cell();
        if (cell != null && !cell.valued()) {
            return;
        }
        if (cell != null) {
            grid.model().narrowTo(cell.column().ref(), cell.row());
        } else if (somewhere && grid.listing().rows().get(lead) instanceof RunRow.Leaf leaf) {
            grid.model().narrowTo(ColumnRef.attribute(RunAttribute.RUN_NAME), leaf.row());
        }
    }

    private boolean acts(KeyEvent event) {
        int lead = selection().lead();
        boolean somewhere = lead >= 0 && lead < grid.listing().rows().size();
        switch (event.getCode()) {
            case SPACE -> selection().toggle(lead);
            case LEFT -> sideways(lead, somewhere, Side.CLOSE);
            case RIGHT -> sideways(lead, somewhere, Side.OPEN);
            case ENTER -> commands.openDetails();
            case ESCAPE -> selection().clear();
            case S -> commands.star();
            case H -> commands.hide();
            case C -> commands.compare();
            case F -> narrow(lead, somewhere);
            case F2 -> commands.rename();
            case DELETE, BACK_SPACE -> commands.trash();
            default -> {
                return false;
            }
        }
        return true;
    }

    private enum Side {
        OPEN,
        CLOSE
    }

    private void sideways(int line, boolean somewhere, Side side) {
        if (!somewhere) {
            return;
        }
        RunRow row = grid.listing().rows().get(line);
        boolean folds = row instanceof RunRow.Group || row instanceof RunRow.Leaf leaf && leaf.hasChildren();
        if (folds && row.expanded() == (side == Side.CLOSE)) {
            grid.model().toggle(line);
        } else if (side == Side.CLOSE && row.depth() > 0) {
            int up = line - 1;
            while (up > 0 && grid.listing().rows().get(up).depth() >= row.depth()) {
                up--;
            }
            selection().only(up);
            grid.reveal(up);
        } else if (!folds) {
            double width = grid.getWidth() / 4;
            grid.viewport().scrollBy(side == Side.OPEN ? width : -width);
        }
    }

    /// The context-menu key opens the menu at the line the keyboard stands on.
    private void menu(ContextMenuEvent event) {
        @Nullable GridRow row = event.isKeyboardTrigger() ? grid.rowOf(selection().lead()) : null;
        if (row != null) {
            Bounds bounds = row.getLayoutBounds();
            Point2D at = row.localToScreen(60, bounds.getHeight());
            CellFunnel.Cell cell = funnel.cell();
            int run = grid.listing().rows().frameRow(selection().lead());
            grid.menus().run(cell == null ? grid.menus().names() : cell.column(), cell == null ? run : cell.row())
                    .show(grid, at.getX(), at.getY());
            event.consume();
        }
    }
}
