package cotejo.ui.runs;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import cotejo.query.FilterError;
import cotejo.text.Texts;
import cotejo.ui.Prompt;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The field in which a filter is written: it applies as one types, underlines what it cannot read where that stands
/// and says why, proposes what could come next, and counts.
final class FilterBar extends VBox {

    private final RunsViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final Button clear = new Button();
    private final Label count = new Label();
    private final Label says = new Label();
    private final Polyline wave = new Polyline();
    private final CompletionPopup popup;
    private final PauseTransition apply = new PauseTransition(Duration.millis(220));
    private final PauseTransition complain = new PauseTransition(Duration.millis(500));

    FilterBar(RunsViewModel model) {
        this.model = model;
        this.popup = new CompletionPopup(model, field);
        getStyleClass().add("run-filter");
        Prompt.on(field, Texts.get("runs.filter.prompt"));
        field.setAccessibleText(Texts.get("runs.filter.name"));
        field.getStyleClass().add("run-filter-field");
        field.setLeft(new FontIcon("fth-filter"));
        clear.setGraphic(new FontIcon("fth-x"));
        clear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "run-filter-clear");
        clear.setAccessibleText(Texts.get("runs.filter.clear"));
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> clear());
        field.setRight(clear);
        wave.getStyleClass().add("run-filter-wave");
        wave.setManaged(false);
        Pane over = new Pane(wave);
        over.setMouseTransparent(true);
        StackPane stack = new StackPane(field, over);
        HBox.setHgrow(stack, Priority.ALWAYS);
        count.getStyleClass().add("run-count");
        count.setMinWidth(USE_PREF_SIZE);
        says.getStyleClass().add("run-filter-says");
        says.setWrapText(true);
        HBox line = new HBox(12, stack, count);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, says);
        listen();
        showError();
    }

    private void listen() {
        field.textProperty().bindBidirectional(model.filter().text());
        ChangeListener<Object> typed = (property, before, now) -> typed();
        field.textProperty().addListener(typed);
        model.listing().addListener((property, before, now) -> count.setText(model.count()));
        apply.setOnFinished(event -> model.applyFilter());
        complain.setOnFinished(event -> showError());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
                model.applyFilter();
                model.keepFilter();
                showError();
            }
        });
    }

    private void typed() {
        clear.setVisible(!field.getText().isEmpty());
        hideError();
        apply.playFromStart();
        complain.playFromStart();
        if (field.isFocused()) {
            popup.propose();
        }
    }

    private void pressed(KeyEvent event) {
        if (popup.takes(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            apply.stop();
            model.applyFilter();
            model.keepFilter();
            showError();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            clear();
            event.consume();
        }
    }

    private void clear() {
        field.clear();
        apply.stop();
        model.applyFilter();
        showError();
    }

    private void hideError() {
        wave.setVisible(false);
        says.setVisible(false);
        says.setManaged(false);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
    }

    /// Underlines what is wrong and says it; or says what may surprise.
    void showError() {
        hideError();
        clear.setVisible(!field.getText().isEmpty());
        FilterError error = model.filter().error().get();
        String text = error != null ? error.message() : model.filter().hint().get();
        if (error == null && model.listing().get().gaveUp()) {
            text = Texts.get("runs.filter.hard");
        }
        says.setText(text);
        says.setVisible(!text.isEmpty());
        says.setManaged(!text.isEmpty());
        says.pseudoClassStateChanged(Styles.STATE_DANGER, error != null);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, error != null);
        field.setAccessibleHelp(text);
        if (error != null) {
            underline(error);
        }
    }

    private void underline(FilterError error) {
        if (!(field.getSkin() instanceof TextFieldSkin skin) || field.getText().isEmpty()) {
            return;
        }
        int length = field.getText().length();
        int from = Math.min(error.column(), length - 1);
        int to = Math.min(length - 1, Math.max(from, error.column() + error.length() - 1));
        Rectangle2D first = skin.getCharacterBounds(from);
        Rectangle2D last = skin.getCharacterBounds(to);
        boolean behind = error.column() >= length;
        double start = behind ? first.getMaxX() : first.getMinX();
        double end = behind ? start + 8 : Math.max(last.getMaxX(), start + 6);
        double y = first.getMaxY() + 1;
        wave.getPoints().clear();
        for (double x = start; x <= end; x += 2.5) {
            boolean up = (int) Math.round((x - start) / 2.5) % 2 == 0;
            wave.getPoints().addAll(x, up ? y : y + 2.5);
        }
        wave.setVisible(true);
    }

    /// Puts the caret into the field.
    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    CustomTextField field() {
        return field;
    }

    /// Ends what is pending.
    void close() {
        apply.stop();
        complain.stop();
        popup.hide();
        field.textProperty().unbindBidirectional(model.filter().text());
    }
}
