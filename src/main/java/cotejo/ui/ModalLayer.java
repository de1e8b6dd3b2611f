package cotejo.ui;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A card over the dimmed window, for what destroys and for a question that must be answered first. In the window and
/// not a native dialog, so that it looks the same everywhere and works without a display.
final class ModalLayer extends StackPane {

    private final Object nested = new Object();
    private @Nullable Region card;
    private @Nullable KeptFocus focus;
    private @Nullable Runnable closed;

    ModalLayer() {
        getStyleClass().add("modal-layer");
        setAlignment(Pos.CENTER);
        setVisible(false);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    /// Hides the menus that are open. One hides by itself only once what was chosen from it is done: over a question
    /// that waits for an answer it would lie, and take its keys.
    static void hideMenus() {
        List.copyOf(Window.getWindows()).stream().filter(ContextMenu.class::isInstance).forEach(Window::hide);
    }

    /// Shows a card until [#close]; a card that was there is closed.
    ///
    /// @param first what the keyboard is on first
    /// @param then  called when it has closed, however that came
    void show(Region content, Node first, Runnable then) {
        close();
        hideMenus();
        content.getStyleClass().add("modal-card");
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(content);
        card = content;
        closed = then;
        setVisible(true);
        focus = new KeptFocus(content, first);
    }

    /// Shows a card and waits for it to be closed, while the window goes on living.
    void showAndWait(Region content, Node first) {
        show(content, first, () -> Platform.exitNestedEventLoop(nested, null));
        Platform.enterNestedEventLoop(nested);
    }

    boolean isOpen() {
        return card != null;
    }

    void close() {
        @Nullable Runnable then = closed;
        if (focus != null) {
            focus.close();
        }
        card = null;
        focus = null;
        closed = null;
        setVisible(false);
        getChildren().clear();
        if (then != null) {
            then.run();
        }
    }
}
