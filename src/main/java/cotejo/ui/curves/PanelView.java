package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.chart.plot.PlotKinds;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import cotejo.ui.link.DragMode;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A panel of the board: its title, by which it is moved, buttons, what it shows, remarks, and a corner by which it is
/// made larger.
final class PanelView extends Region implements AutoCloseable {

    static final double FOOT = 20;
    private static final double SIDE = 6;
    private static final double GRIP = 14;

    private final PanelHost host;
    private final Content content;
    private final Label title = new Label();
    private final Label notes = new Label();
    private final HBox tools = new HBox();
    private final Region grip = new Region();
    private final Button out = tool("fth-image", "curves.panel.out");
    private final InvalidationListener changed = change -> show();
    private Tile tile;

    PanelView(Tile tile, Content content, PanelHost host) {
        this.tile = tile;
        this.content = content;
        this.host = host;
        getStyleClass().add("curve-panel");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        title.getStyleClass().add("curve-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        notes.getStyleClass().add("curve-notes");
        grip.getStyleClass().add("curve-grip");
        grip.setCursor(Cursor.SE_RESIZE);
        Button larger = tool("fth-maximize-2", "curves.panel.full");
        larger.setOnAction(press -> host.maximise(this.tile));
        Button menu = tool("fth-more-horizontal", "curves.panel.menu");
        menu.setOnAction(press -> menu().show(menu, Side.BOTTOM, 0, 0));
        tools.getStyleClass().add("curve-tools");
        tools.getChildren().addAll(out, larger, menu);
        if (!PlotKinds.ends(tile.spec().kind()).isEmpty()) {
            Button axes = tool("fth-move", "curves.panel.axes");
            axes.setOnAction(press -> axes().show(axes, Side.BOTTOM, 0, 0));
            tools.getChildren().addFirst(axes);
        }
        ObjectProperty<DragMode> drag = content.drag();
        if (drag != null) {
            tools.getChildren().addFirst(dragging(drag));
        }
        getChildren().addAll(title, content.node(), notes, grip, tools);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                menu().show(menu, Side.BOTTOM, 0, 0);
            } else {
                menu().show(this, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        content.attach(this);
        accessibleTextProperty().bind(content.spoken());
        content.said().addListener(changed);
        content.heading().addListener(changed);
        host.install(this);
        show();
    }

    private ContextMenu menu() {
        ContextMenu menu = host.menu(this);
        menu.getStyleClass().add("curve-menu");
        return menu;
    }

    private ContextMenu axes() {
        ContextMenu menu = host.axes(this);
        menu.getStyleClass().add("curve-menu");
        return menu;
    }

    /// Turns what a drag does; its icon is what it does now.
    private static Button dragging(ObjectProperty<DragMode> drag) {
        Button button = tool("fth-zoom-in", "curves.panel.drag.ZOOM");
        button.setOnAction(press -> drag.set(drag.get().other()));
        drag.subscribe(mode -> {
            button.setGraphic(new FontIcon(mode == DragMode.ZOOM ? "fth-zoom-in" : "fth-mouse-pointer"));
            String text = Texts.get(mode == DragMode.ZOOM ? "curves.panel.drag.ZOOM" : "curves.panel.drag.SELECT");
            Tip.on(button, text);
            button.setAccessibleText(text);
        });
        return button;
    }

    private static Button tool(String icon, String key) {
        // texts: curves.panel.*
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "curve-tool");
        Tip.on(button, Texts.get(key));
        button.setAccessibleText(Texts.get(key));
        return button;
    }

    /// Shows what the panel has become.
    void show(Tile next) {
        if (!next.equals(tile)) {
            tile = next;
            content.show(next);
            show();
        }
    }

    private void show() {
        String own = tile.spec().title().isEmpty() ? content.heading().get() : "";
        title.setText(own.isEmpty() ? tile.title() : own);
        Tip.on(title, tile.metric().orElse(title.getText()));
        requestLayout();
        String remarks = content.said().get();
        if (!remarks.equals(notes.getText())) {
            notes.setText(remarks);
            // One below the other: those that are cut off can be read.
            Tip.on(notes, remarks.replace("  ·  ", "\n"));
            requestLayout();
        }
    }

    /// What stands above it.
    String heading() {
        return title.getText();
    }

    Tile tile() {
        return tile;
    }

    Content content() {
        return content;
    }

    /// The view model of its lines.
    ///
    /// @throws IllegalStateException when it shows something else
    PanelViewModel model() {
        if (content instanceof LineContent lines) {
            return lines.model();
        }
        throw new IllegalStateException(tile.id() + " does not show lines");
    }

    /// By which it is moved.
    Node handle() {
        return title;
    }

    /// By which it is dragged out of the window as a picture.
    Button out() {
        return out;
    }

    /// By which it is made larger.
    Node grip() {
        return grip;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset() + SIDE;
        double width = getWidth() - left - snappedRightInset() - SIDE;
        double top = snappedTopInset();
        double foot = notes.getText().isEmpty() ? 0 : FOOT;
        double height = getHeight() - top - snappedBottomInset() - BoardPlan.TITLE - foot - 4;
        double buttons = tools.prefWidth(-1);
        tools.resizeRelocate(left + width - buttons, top + 2, buttons, BoardPlan.TITLE - 3);
        title.resizeRelocate(left + 4, top + 2, Math.max(0, width - 12 - buttons),
                BoardPlan.TITLE - 2);
        notes.resizeRelocate(left + 4, top + BoardPlan.TITLE + height, width - 8 - GRIP, foot);
        grip.resizeRelocate(getWidth() - GRIP, getHeight() - GRIP, GRIP, GRIP);
        content.node().resizeRelocate(left, top + BoardPlan.TITLE, Math.max(0, width), Math.max(0, height));
    }

    @Override
    public void close() {
        content.said().removeListener(changed);
        content.heading().removeListener(changed);
        accessibleTextProperty().unbind();
        content.close();
    }
}
