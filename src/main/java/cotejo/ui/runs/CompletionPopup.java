package cotejo.ui.runs;

import cotejo.query.Completion;
import cotejo.query.Suggestion;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/// What could be written next in the filter, below its field; the history while the field is empty.
final class CompletionPopup {

    private static final int VISIBLE = 10;
    private static final double LINE = 26;

    private final RunsViewModel model;
    private final TextField field;
    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private Completion completion = new Completion(0, 0, List.of());
    private boolean accepting;

    CompletionPopup(RunsViewModel model, TextField field) {
        this.model = model;
        this.field = field;
        list.getStyleClass().addAll("run-completions", "dense");
        list.setFixedCellSize(LINE);
        list.setPrefWidth(420);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Line());
        list.setOnMouseClicked(event -> accept());
        list.setAccessibleText(Texts.get("runs.filter.proposals"));
        popup.setAutoHide(true);
        popup.getContent().add(list);
    }

    /// One proposal: what would be written, what it is, and how many runs have it.
    private static final class Line extends ListCell<Suggestion> {
        private final Label text = new Label();
        private final Label kind = new Label();
        private final HBox box;

        Line() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            kind.getStyleClass().add("run-completion-kind");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            box = new HBox(8, text, gap, kind);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : box);
            if (item != null && !empty) {
                // texts: runs.kind.*
                String what = Texts.get("runs.kind." + item.kind().name().toLowerCase(Locale.ROOT));
                text.setText(item.insert());
                kind.setText(item.runs() < 0 ? what : what + "  " + Figures.count(item.runs()));
                setAccessibleText(item.insert() + ", " + kind.getText());
            }
        }
    }

    /// Proposes what fits at the caret.
    void propose() {
        if (accepting) {
            return;
        }
        completion = field.getText().isBlank() ? history()
                : model.filter().complete(Math.min(field.getText().length(), caret()), model.listing().get().frame());
        boolean done = completion.suggestions().size() == 1 && completion.suggestions().getFirst().insert()
                .equals(field.getText().substring(completion.from(), completion.to()));
        if (completion.suggestions().isEmpty() || done || field.getScene() == null
                || field.getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(completion.suggestions());
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(Math.min(VISIBLE, list.getItems().size()) * LINE + 2);
        if (!popup.isShowing()) {
            Bounds bounds = field.localToScreen(field.getLayoutBounds());
            popup.show(field, bounds.getMinX(), bounds.getMaxY() + 2);
        }
    }

    /// While the text is being changed, the caret still stands before the change.
    private int caret() {
        int caret = field.getCaretPosition();
        int grown = field.getText().length() - lastLength;
        lastLength = field.getText().length();
        return grown == 1 && caret < field.getText().length() ? caret + 1 : caret;
    }

    private int lastLength;

    private Completion history() {
        return new Completion(0, field.getText().length(), model.filter().history().stream()
                .map(text -> new Suggestion(text, Suggestion.Kind.EARLIER, -1)).toList());
    }

    /// Whether it answers to a key pressed in the field.
    boolean takes(KeyEvent event) {
        if (!popup.isShowing()) {
            boolean wanted = event.getCode() == javafx.scene.input.KeyCode.DOWN
                    || event.getCode() == javafx.scene.input.KeyCode.SPACE && event.isControlDown();
            if (wanted) {
                lastLength = field.getText().length();
                propose();
            }
            return wanted;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        return switch (event.getCode()) {
            case DOWN -> select(Math.min(at + 1, list.getItems().size() - 1));
            case UP -> select(Math.max(at - 1, 0));
            case PAGE_DOWN -> select(Math.min(at + VISIBLE, list.getItems().size() - 1));
            case PAGE_UP -> select(Math.max(at - VISIBLE, 0));
            case TAB -> {
                select(Math.max(at, 0));
                yield accept();
            }
            case ENTER -> at >= 0 && accept();
            case ESCAPE -> {
                popup.hide();
                yield true;
            }
            default -> false;
        };
    }

    private boolean select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - VISIBLE + 1));
        return true;
    }

    private boolean accept() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return false;
        }
        accepting = true;
        String insert = chosen.insert();
        int to = Math.min(completion.to(), field.getText().length());
        field.replaceText(Math.min(completion.from(), to), to, insert);
        field.positionCaret(Math.min(completion.from(), to) + insert.length());
        accepting = false;
        lastLength = field.getText().length();
        popup.hide();
        return true;
    }

    boolean showing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }
}
