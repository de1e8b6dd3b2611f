package cotejo.ui.curves;

import cotejo.chart.plot.PlotKinds;
import cotejo.export.ChartData;
import cotejo.text.Texts;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with one panel, by menu and by keys.
final class PanelMenu {

    private final CurvesViewModel model;
    private final PanelHost host;
    private final Editing editing;
    private final Supplier<@Nullable Figures> figures;

    /// Where a panel is edited, and a figure of it is made.
    interface Editing {
        void open(Tile tile);

        void figure(PanelView panel, Figures figures);

        /// @param x where; infinite for the newest points
        void values(Tile tile, double x);
    }

    /// @param figures how charts leave the window; gives null where they cannot
    PanelMenu(CurvesViewModel model, PanelHost host, Editing editing, Supplier<@Nullable Figures> figures) {
        this.figures = figures;
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
        if (!PlotKinds.ends(tile.spec().kind()).isEmpty()) {
            MenuItem whole = item("curves.panel.whole", "fth-minimize", () -> model.actions().showAll(tile));
            whole.setDisable(!model.actions().zoomed(tile));
            menu.getItems().add(whole);
        }
        if (panel.content() instanceof LineContent lines) {
            menu.getItems().add(item("curves.panel.values", "fth-list",
                    () -> editing.values(tile, lines.model().pinned())));
        }
        figures(menu, panel);
        menu.getItems().addAll(new SeparatorMenuItem(),
                item("curves.panel.wider", "fth-chevrons-right", () -> resize(tile, 1, 0)),
                item("curves.panel.narrower", "fth-chevrons-left", () -> resize(tile, -1, 0)),
                item("curves.panel.taller", "fth-chevrons-down", () -> resize(tile, 0, 1)),
                item("curves.panel.lower", "fth-chevrons-up", () -> resize(tile, 0, -1)),
                new SeparatorMenuItem(),
                item("curves.panel.remove", "fth-trash-2", () -> model.actions().remove(tile)));
        return menu;
    }

    /// How the axes of a panel run.
    ContextMenu axes(PanelView panel) {
        return new AxesMenu(model, editing).of(panel.tile());
    }

    private void figures(ContextMenu menu, PanelView panel) {
        Figures out = figures.get();
        if (out != null) {
            menu.getItems().addAll(new SeparatorMenuItem(),
                    item("curves.panel.copy", "fth-clipboard", () -> out.copy(panel)),
                    item("curves.panel.figure", "fth-image", () -> editing.figure(panel, out)));
            menu.getItems().addAll(
                    item("curves.panel.drawn", "fth-file-text", () -> out.data(panel, ChartData.Kind.DRAWN)),
                    item("curves.panel.raw", "fth-file-text", () -> out.data(panel, ChartData.Kind.RAW)));
        }
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
        new DragOut(panel, figures).install();
        panel.out().setOnAction(press -> {
            Figures out = figures.get();
            if (out != null) {
                out.copy(panel);
            }
        });
        panel.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == panel && pressed(panel, event)) {
                event.consume();
            }
        });
    }

    private void pin(PanelView panel) {
        if (panel.content() instanceof LineContent lines) {
            editing.values(panel.tile(), lines.model().pinned());
        }
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
                case V -> pin(panel);
                case DELETE -> model.actions().remove(tile);
                default -> known = false;
            }
        }
        return known;
    }
}
