package cotejo.ui;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card over the dimmed window, for what destroys and for a question that must be answered first. In the window and
/// not a native dialog, so that it looks the same everywhere and works without a display.
final class ModalLayer extends StackPane {

    private final Object nested = new Object();
    private final ChangeListener<@Nullable Node> keepFocus = (value, before, now) -> holdFocus(now);
    private @Nullable Region card;
    private @Nullable Node first;
    private @Nullable Node before;
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

    /// Shows a card until [#close]; a card that was there is closed.
    ///
    /// @param focus what the keyboard is on first
    /// @param then  called when it has closed, however that came
    void show(Region content, Node focus, Runnable then) {
        close();
        content.getStyleClass().add("modal-card");
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(content);
        card = content;
        first = focus;
        closed = then;
        setVisible(true);
        Scene scene = getScene();
        if (scene != null) {
            before = scene.getFocusOwner();
            scene.focusOwnerProperty().addListener(keepFocus);
        }
        focus.requestFocus();
    }

    /// Shows a card and waits for it to be closed, while the window goes on living.
    void showAndWait(Region content, Node focus) {
        show(content, focus, () -> Platform.exitNestedEventLoop(nested, null));
        Platform.enterNestedEventLoop(nested);
    }

    boolean isOpen() {
        return card != null;
    }

    void close() {
        @Nullable Runnable then = closed;
        Scene scene = getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(keepFocus);
        }
        card = null;
        first = null;
        closed = null;
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
        if (then != null) {
            then.run();
        }
    }

    /// Tab goes round within the card.
    private void holdFocus(@Nullable Node now) {
        @Nullable Node start = first;
        if (start == null || now == null) {
            return;
        }
        for (Node node = now; node != null; node = node.getParent()) {
            if (node.equals(card)) {
                return;
            }
        }
        Platform.runLater(start::requestFocus);
    }
}
