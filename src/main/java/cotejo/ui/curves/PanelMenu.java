package cotejo.ui.curves;

import cotejo.text.Texts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with one panel, by menu and by keys.
final class PanelMenu {

    private final CurvesViewModel model;
    private final PanelHost host;
    private final Editing editing;

    /// Opens the editor of a panel.
    @FunctionalInterface
    interface Editing {
        void open(Tile tile);
    }

    PanelMenu(CurvesViewModel model, PanelHost host, Editing editing) {
        this.model = model;
        this.host = host;
        this.editing = editing;
    }

    ContextMenu menu(PanelView panel) {
        ContextMenu menu = new ContextMenu();
        Tile tile = panel.tile();
        menu.getItems().addAll(
                item("curves.panel.full", "fth-maximize-2", () -> host.maximise(tile)),
                item("curves.panel.edit", "fth-sliders", () -> editing.open(tile)),
                item("curves.panel.duplicate", "fth-copy", () -> model.actions().duplicate(tile)));
        if (panel.content() instanceof LineContent lines) {
            MenuItem whole = item("curves.panel.whole", "fth-minimize", lines.model()::reset);
            whole.setDisable(!lines.model().zoomed());
            menu.getItems().add(whole);
        }
        menu.getItems().addAll(new SeparatorMenuItem(),
                item("curves.panel.wider", "fth-chevrons-right", () -> resize(tile, 1, 0)),
                item("curves.panel.narrower", "fth-chevrons-left", () -> resize(tile, -1, 0)),
                item("curves.panel.taller", "fth-chevrons-down", () -> resize(tile, 0, 1)),
                item("curves.panel.lower", "fth-chevrons-up", () -> resize(tile, 0, -1)),
                new SeparatorMenuItem(),
                item("curves.panel.remove", "fth-trash-2", () -> model.actions().remove(tile)));
        return menu;
    }

    static MenuItem item(String key, String icon, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key), new FontIcon(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void resize(Tile tile, int columns, int rows) {
        Span span = model.actions().span(tile);
        model.actions().resize(tile, new Span(span.columns() + columns, span.rows() + rows));
    }

    /// Lets a panel that has the keyboard hear it.
    void install(PanelView panel) {
        panel.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == panel && pressed(panel, event)) {
                event.consume();
            }
        });
    }

    private boolean pressed(PanelView panel, KeyEvent event) {
        Tile tile = panel.tile();
        boolean alt = event.isAltDown();
        boolean shift = event.isShiftDown();
        KeyCode code = event.getCode();
        boolean known = true;
        if (alt && shift) {
            switch (code) {
                case LEFT -> resize(tile, -1, 0);
                case RIGHT -> resize(tile, 1, 0);
                case UP -> resize(tile, 0, -1);
                case DOWN -> resize(tile, 0, 1);
                default -> known = false;
            }
        } else if (alt) {
            switch (code) {
                case LEFT, UP -> model.actions().step(tile, -1);
                case RIGHT, DOWN -> model.actions().step(tile, 1);
                default -> known = false;
            }
        } else {
            switch (code) {
                case ENTER, F11 -> host.maximise(tile);
                case E -> editing.open(tile);
                case DELETE -> model.actions().remove(tile);
                default -> known = false;
            }
        }
        return known;
    }
}
