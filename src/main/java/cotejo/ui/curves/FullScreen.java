package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One panel over everything else. Esc leaves, the arrows go to the panels beside it.
final class FullScreen extends StackPane implements PanelHost {

    private final CurvesViewModel model;
    private final BiFunction<Tile, Readouts, Content> contents;
    private final BorderPane body = new BorderPane();
    private final Readouts readouts;
    private final PanelMenu menu;
    private final Label place = new Label();
    private final InvalidationListener changed = change -> again();
    private @Nullable PanelView panel;
    private @Nullable Node before;

    FullScreen(CurvesViewModel model, BiFunction<Tile, Readouts, Content> contents, PanelMenu.Editing editing,
            Supplier<@Nullable Figures> figures) {
        this.model = model;
        this.contents = contents;
        this.menu = new PanelMenu(model, this, editing, figures);
        getStyleClass().addAll("curves", "curve-full");
        place.getStyleClass().add("curve-notes");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(6, button("fth-chevron-left", "curves.full.previous", () -> go(-1)),
                button("fth-chevron-right", "curves.full.next", () -> go(1)), place, gap,
                button("fth-x", "curves.full.leave", this::leave));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("curve-full-bar");
        body.setTop(bar);
        Pane over = new Pane();
        over.setMouseTransparent(true);
        readouts = new Readouts(over, model, () -> true);
        getChildren().addAll(body, over);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.board().addListener(changed);
    }

    void close() {
        leave();
        model.board().removeListener(changed);
    }

    private static Button button(String icon, String key, Runnable action) {
        // texts: curves.full.*
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        Tip.on(button, Texts.get(key));
        button.setAccessibleText(Texts.get(key));
        button.setOnAction(event -> action.run());
        button.setFocusTraversable(true);
        return button;
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (plain && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            go(event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        }
    }

    /// Whether a panel is shown.
    boolean open() {
        return panel != null;
    }

    /// Shows a panel.
    ///
    /// @param host where it lies on top of everything
    void enter(Tile tile, Pane host) {
        if (getParent() == null) {
            before = host.getScene() == null ? null : host.getScene().getFocusOwner();
            host.getChildren().add(this);
        }
        // Before it is seen, what is in it takes no focus.
        setVisible(true);
        show(tile);
    }

    private void show(Tile tile) {
        drop();
        PanelView view = new PanelView(tile, contents.apply(tile, readouts), this);
        panel = view;
        body.setCenter(view);
        List<Tile> tiles = model.actions().tiles();
        place.setText(Texts.get("curves.full.place", ValueText.count(indexOf(tiles, tile.id()) + 1L),
                ValueText.count(tiles.size())));
        view.requestFocus();
    }

    private static int indexOf(List<Tile> tiles, String id) {
        for (int i = 0; i < tiles.size(); i++) {
            if (tiles.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void again() {
        PanelView shown = panel;
        if (shown != null) {
            List<Tile> tiles = model.actions().tiles();
            int at = indexOf(tiles, shown.tile().id());
            if (at < 0) {
                leave();
            } else {
                shown.show(tiles.get(at));
            }
        }
    }

    void go(int places) {
        PanelView shown = panel;
        List<Tile> tiles = model.actions().tiles();
        if (shown != null && !tiles.isEmpty()) {
            show(tiles.get(Math.floorMod(indexOf(tiles, shown.tile().id()) + places, tiles.size())));
        }
    }

    private void drop() {
        if (panel != null) {
            body.setCenter(null);
            panel.close();
            panel = null;
        }
    }

    void leave() {
        drop();
        setVisible(false);
        if (getParent() instanceof Pane host) {
            host.getChildren().remove(this);
        }
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    @Override
    public ContextMenu menu(PanelView view) {
        return menu.menu(view);
    }

    @Override
    public ContextMenu axes(PanelView view) {
        return menu.axes(view);
    }

    @Override
    public void maximise(Tile tile) {
        leave();
    }

    @Override
    public void install(PanelView view) {
        menu.install(view);
        view.pseudoClassStateChanged(CurvesPane.FULL, true);
    }
}
