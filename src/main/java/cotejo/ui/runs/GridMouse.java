package cotejo.ui.runs;

import cotejo.query.RunRow;
import cotejo.query.Spread;
import java.util.Set;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the mouse does on the lines of the table.
final class GridMouse {

    private final RunGrid grid;
    private final Pane body;
    private final RunCommands commands;
    private final CellFunnel funnel;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable GridRow pointed;

    GridMouse(RunGrid grid, Pane body, RunCommands commands, CellFunnel funnel) {
        this.grid = grid;
        this.body = body;
        this.commands = commands;
        this.funnel = funnel;
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(520);
        body.setPickOnBounds(true);
        body.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        body.addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            point(null);
            funnel.stand(-1, -1);
            grid.linked().hovered().set(null);
        });
        body.addEventHandler(ScrollEvent.SCROLL, event -> funnel.stand(-1, -1));
        body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        body.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private void point(@Nullable GridRow row) {
        if (pointed != row) {
            if (pointed != null) {
                pointed.pointed(NameCell.Pointer.ELSEWHERE);
            }
            if (row != null) {
                row.pointed(NameCell.Pointer.HERE);
            }
            pointed = row;
        }
    }

    private void moved(MouseEvent event) {
        int line = grid.lineAt(event.getY());
        long key = line < 0 ? -1 : grid.listing().keyAt(line);
        grid.linked().hovered().set(key < 0 ? null : Long.valueOf(key));
        point(line < 0 ? null : grid.rowOf(line));
        int column = grid.geometry().at(event.getX(), grid.left());
        funnel.stand(line, column);
        CellFunnel.Cell offered = funnel.at(event.getX(), event.getY());
        String full = line < 0 ? "" : offered != null ? grid.menus().only(offered.column(), offered.row())
                : full(line, column);
        if (!full.equals(tooltip.getText())) {
            tooltip.hide();
            tooltip.setText(full);
            // One that says nothing would be an empty box.
            Tooltip.uninstall(body, tooltip);
            if (!full.isEmpty()) {
                Tooltip.install(body, tooltip);
            }
        }
    }

    /// What the cell says in full.
    String full(int line, int column) {
        String said = switch (grid.listing().rows().get(line)) {
            case RunRow.Leaf leaf when column == -1 -> grid.listing().frame().run(leaf.row()).name();
            case RunRow.Leaf leaf when column >= 0 -> {
                GridColumn.Words words = grid.geometry().columns().get(column).at(leaf.row());
                yield words == null ? "" : words.exact();
            }
            case RunRow.Group group when column >= 0 -> {
                Spread spread = grid.listing().spreadsAt(line, group)[column];
                String exact = GroupText.exact(spread, grid.geometry().columns().get(column).ref());
                yield exact == null ? "" : exact;
            }
            case RunRow.Leaf _, RunRow.Group _ -> "";
        };
        return said.length() > 1500 ? said.substring(0, 1500) + "…" : said;
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        tooltip.hide();
        int line = grid.lineAt(event.getY());
        int column = grid.geometry().at(event.getX(), grid.left());
        if (line < 0) {
            if (event.getButton() == MouseButton.PRIMARY) {
                selection().clear();
            }
        } else if (event.getButton() == MouseButton.SECONDARY) {
            boolean chosen = grid.listing().keyAt(line) >= 0 && selection().has(grid.listing().keyAt(line));
            if (!chosen) {
                selection().only(line);
            }
        } else if (event.getButton() == MouseButton.PRIMARY) {
            primary(event, line, column);
        }
        event.consume();
    }

    private RunSelection selection() {
        return grid.model().selection();
    }

    private void primary(MouseEvent event, int line, int column) {
        RunRow row = grid.listing().rows().get(line);
        CellFunnel.Cell offered = funnel.at(event.getX(), event.getY());
        if (offered != null) {
            grid.model().narrowTo(offered.column().ref(), offered.row());
            funnel.stand(-1, -1);
            return;
        }
        if (event.isAltDown() && column >= 0 && row instanceof RunRow.Leaf leaf) {
            grid.model().narrowTo(grid.geometry().columns().get(column).ref(), leaf.row());
            return;
        }
        if (column == -1 && !event.isShortcutDown() && !event.isShiftDown() && named(event, line)) {
            return;
        }
        if (event.getClickCount() == 2) {
            if (row instanceof RunRow.Group) {
                grid.model().toggle(line);
            } else {
                commands.openDetails();
            }
        } else if (event.isShiftDown()) {
            selection().extendTo(line);
        } else if (event.isShortcutDown()) {
            selection().toggle(line);
        } else {
            selection().only(line);
        }
    }

    private boolean named(MouseEvent event, int line) {
        GridRow shown = grid.rowOf(line);
        if (shown == null) {
            return false;
        }
        Set<Long> one = Set.of(grid.listing().keyAt(line));
        switch (shown.name().part(event.getX())) {
            case EYE -> grid.model().edits().hide(one, grid.listing().frame());
            case STAR -> grid.model().edits().star(one, grid.listing().frame());
            case ARROW -> grid.model().toggle(line);
            case BODY -> {
                return false;
            }
        }
        return true;
    }

    private void menu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            return;
        }
        int line = grid.lineAt(event.getY());
        if (line >= 0) {
            int column = grid.geometry().at(event.getX(), grid.left());
            int row = grid.listing().rows().frameRow(line);
            grid.menus().run(column == -1 ? grid.menus().names()
                            : column < 0 ? null : grid.geometry().columns().get(column), row)
                    .show(grid, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }
}
