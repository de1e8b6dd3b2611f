package cotejo.ui;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Keeps the keyboard within a card that lies over the rest: Tab goes round in it, and once it is closed the keyboard
/// is where it was before.
public final class KeptFocus implements AutoCloseable {

    private final Node card;
    private final Node first;
    private final @Nullable Scene scene;
    private final @Nullable Node before;
    private final ChangeListener<@Nullable Node> keep = (value, old, now) -> hold(now);
    private boolean open = true;

    /// @param card  which is in the scene already
    /// @param first what in it the keyboard is on first
    public KeptFocus(Node card, Node first) {
        this.card = card;
        this.first = first;
        this.scene = card.getScene();
        this.before = scene == null ? null : scene.getFocusOwner();
        if (scene != null) {
            scene.focusOwnerProperty().addListener(keep);
        }
        // What lies within controls joins the scene with their skins, and takes no keys before.
        card.applyCss();
        first.requestFocus();
    }

    private void hold(@Nullable Node now) {
        if (now == null) {
            return;
        }
        for (Node node = now; node != null; node = node.getParent()) {
            if (node.equals(card)) {
                return;
            }
        }
        Platform.runLater(() -> {
            if (open) {
                first.requestFocus();
            }
        });
    }

    /// Call it before the card goes.
    @Override
    public void close() {
        open = false;
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(keep);
        }
        if (before != null) {
            before.requestFocus();
        }
    }
}
