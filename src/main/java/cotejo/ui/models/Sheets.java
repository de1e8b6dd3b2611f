package cotejo.ui.models;

import cotejo.ui.KeptFocus;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A sheet over the panel, one at a time. The rest of the window goes on working.
final class Sheets extends StackPane {

    private final Label promise = new Label();
    private @Nullable AutoCloseable shown;
    private @Nullable KeptFocus focus;
    private boolean promising;

    Sheets() {
        getStyleClass().add("models-sheets");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        promise.getStyleClass().addAll("floating-card", "card-title");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                conclude();
            }
        });
    }

    /// Does what the sheet is for: its texts have several lines, so that Enter alone begins a new one.
    private void conclude() {
        if (lookup(".accent") instanceof Button button && !button.isDisabled()) {
            button.fire();
        }
    }

    /// Shows a sheet, no higher than there is room; one that was there is closed.
    void show(Region sheet, Node first, AutoCloseable closing) {
        close();
        shown = closing;
        getChildren().setAll(sheet);
        setVisible(true);
        focus = new KeptFocus(sheet, first);
    }

    /// What may be longer than the window is high. It makes its sheet as high as it is itself, while there is room.
    static ScrollPane scroll(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.prefViewportHeightProperty().bind(content.heightProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /// Lets Tab lead on from a text of several lines, as it does from every other field of a sheet.
    static void tabLeadsOn(TextArea text) {
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                event.consume();
                text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS
                        : TraversalDirection.NEXT);
            }
        });
    }

    void close() {
        AutoCloseable closing = shown;
        shown = null;
        if (focus != null) {
            focus.close();
        }
        focus = null;
        getChildren().clear();
        setVisible(false);
        if (closing != null) {
            try {
                closing.close();
            } catch (Exception failure) {
                org.slf4j.LoggerFactory.getLogger(Sheets.class).warn("A sheet did not close", failure);
            }
        }
    }

    /// Says what dropping would do.
    void promise(String text) {
        if (shown == null && !promising) {
            promising = true;
            promise.setText(text);
            setMouseTransparent(true);
            getChildren().setAll(promise);
            setVisible(true);
        }
    }

    void promiseNothing() {
        if (promising) {
            promising = false;
            setMouseTransparent(false);
            getChildren().clear();
            setVisible(false);
        }
    }
}
