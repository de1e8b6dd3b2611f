package cotejo.ui.datasets;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Prompt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a condition on rows is written, and the line below it: how many rows are left, or what is wrong.
final class FilterLine implements AutoCloseable {

    private final RowsViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button(Texts.get("datasets.stop"));
    private final HBox below = new HBox(10, words, bar, stop);
    private final Bag bag = new Bag();

    FilterLine(RowsViewModel model) {
        this.model = model;
        field.setLeft(new FontIcon("fth-filter"));
        Prompt.on(field, Texts.get("datasets.filter"));
        field.setAccessibleText(Texts.get("datasets.filter"));
        field.getStyleClass().add("dataset-filter");
        field.setMinWidth(160);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button clear = new Button("", new FontIcon("fth-x"));
        clear.getStyleClass().addAll("flat", "small", "button-icon");
        clear.setAccessibleText(Texts.get("datasets.filter.clear"));
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.setOnAction(event -> {
            field.clear();
            field.requestFocus();
            model.where("");
        });
        field.setRight(clear);
        field.setOnAction(event -> model.where(field.getText()));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.share().get() != RowsViewModel.IDLE) {
                model.stop();
                event.consume();
            }
        });
        bar.setPrefWidth(120);
        stop.getStyleClass().addAll("flat", "small");
        stop.setOnAction(event -> model.stop());
        words.setMinWidth(0);
        below.setAlignment(Pos.CENTER_LEFT);
        below.getStyleClass().add("dataset-filter-words");
        bag.listen(model.asked(), (property, before, now) -> field.setText(now.where()));
        bag.listen(model.mistake(), (property, before, now) -> show());
        bag.listen(model.left(), (property, before, now) -> show());
        bag.listen(model.share(), (property, before, now) -> show());
        field.setText(model.asked().get().where());
        show();
    }

    private void show() {
        boolean wrong = !model.mistake().get().isEmpty();
        double share = model.share().get();
        boolean busy = share != RowsViewModel.IDLE;
        String left = model.left().get();
        words.setText(wrong ? model.mistake().get()
                : busy && left.isEmpty() ? Texts.get("datasets.filter.busy") : left);
        words.getStyleClass().removeAll("dataset-wrong", "dataset-detail");
        words.getStyleClass().add(wrong ? "dataset-wrong" : "dataset-detail");
        field.pseudoClassStateChanged(Styles.STATE_DANGER, wrong
                && !field.getText().strip().equals(model.asked().get().where()));
        bar.setProgress(busy ? share : 0);
        for (Region part : new Region[] {bar, stop}) {
            part.setVisible(busy);
            part.setManaged(busy);
        }
        boolean needed = busy || !words.getText().isEmpty();
        below.setVisible(needed);
        below.setManaged(needed);
    }

    Node field() {
        return field;
    }

    /// What is said of the condition; takes no room while there is nothing to say.
    Node below() {
        return below;
    }

    void focus() {
        field.requestFocus();
    }

    @Override
    public void close() {
        bag.close();
    }
}
