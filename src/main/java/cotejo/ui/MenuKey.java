package cotejo.ui;

import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Opens the menu of what the keyboard is on, by the menu key or by Shift and F10. JavaFX does so on Windows only; on
/// other systems the keys come as any others do.
final class MenuKey {

    private MenuKey() {
    }

    /// Makes the keys open menus in all of a window.
    ///
    /// @param system the name of the operating system, as Java says it
    static void on(Node root, String system) {
        if (!system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            root.addEventHandler(KeyEvent.KEY_PRESSED, MenuKey::pressed);
        }
    }

    private static void pressed(KeyEvent event) {
        boolean asked = event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10
                && event.isShiftDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (asked && event.getTarget() instanceof Node node) {
            event.consume();
            open(node);
        }
    }

    private static void open(Node node) {
        Bounds bounds = node.getBoundsInLocal();
        Point2D inside = new Point2D(bounds.getMinX() + bounds.getWidth() / 4, bounds.getCenterY());
        Point2D scene = node.localToScene(inside);
        @Nullable Point2D screen = node.localToScreen(inside);
        Point2D far = screen == null ? scene : screen;
        Event.fireEvent(node, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, scene.getX(), scene.getY(),
                far.getX(), far.getY(), true, null));
    }
}
