package cotejo.ui.models;

import cotejo.text.Texts;
import cotejo.ui.KeptFocus;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
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
    private final Map<TextInputControl, String> before = new IdentityHashMap<>();
    private @Nullable Node question;
    private @Nullable Node back;
    private boolean promising;

    /// A sheet in which more is written than texts.
    interface Draft {
        boolean isWritten();
    }

    Sheets() {
        getStyleClass().add("models-sheets");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        promise.getStyleClass().addAll("floating-card", "card-title");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            } else if (question != null && event.getCode() == KeyCode.ENTER) {
                event.consume();
                answer();
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

    /// Closes the sheet, and asks before when that would lose what was written in it; while it asks, goes back to it.
    private void leave() {
        VBox sheet = sheet();
        if (question != null) {
            stay();
        } else if (sheet != null && isWritten(sheet)) {
            ask(sheet);
        } else {
            close();
        }
    }

    private @Nullable VBox sheet() {
        return shown != null && !getChildren().isEmpty() && getChildren().getFirst() instanceof VBox sheet ? sheet
                : null;
    }

    private boolean isWritten(VBox sheet) {
        return sheet instanceof Draft draft && draft.isWritten() || before.entrySet().stream()
                .anyMatch(field -> !field.getValue().equals(text(field.getKey())));
    }

    private static String text(TextInputControl field) {
        return Objects.requireNonNullElse(field.getText(), "");
    }

    private void ask(VBox sheet) {
        Node writing = getScene().getFocusOwner();
        Label words = new Label(Texts.get("models.sheet.ask"));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button keep = new Button(Texts.get("models.sheet.keep"));
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(event -> stay());
        Button drop = new Button(Texts.get("models.sheet.drop"));
        drop.setMinWidth(USE_PREF_SIZE);
        drop.setOnAction(event -> close());
        HBox row = new HBox(8, words, drop, keep);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(USE_PREF_SIZE);
        row.getStyleClass().add("sheet-asks");
        question = row;
        back = writing;
        sheet.getChildren().add(row);
        keep.requestFocus();
    }

    /// Enter is for the button that has the keyboard, and not for that of the sheet.
    private void answer() {
        if (getScene().getFocusOwner() instanceof Button button && button.getParent().equals(question)) {
            button.fire();
        } else {
            stay();
        }
    }

    private void stay() {
        VBox sheet = sheet();
        if (sheet != null && question != null) {
            sheet.getChildren().remove(question);
        }
        question = null;
        if (back != null) {
            back.requestFocus();
        }
        back = null;
    }

    /// Shows a sheet, no higher than there is room; one that was there is closed.
    void show(Region sheet, Node first, AutoCloseable closing) {
        close();
        shown = closing;
        getChildren().setAll(sheet);
        setVisible(true);
        focus = new KeptFocus(sheet, first);
        sheet.lookupAll(".text-input").forEach(node -> {
            if (node instanceof TextInputControl field) {
                before.put(field, text(field));
            }
        });
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
        question = null;
        back = null;
        before.clear();
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
