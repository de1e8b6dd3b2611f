package cotejo.ui.models;

import cotejo.text.Texts;
import cotejo.ui.Humane;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What lies in the trash, to be taken out again or deleted for good.
final class TrashSheet extends VBox implements AutoCloseable {

    private static final double HEIGHT = 52;
    private static final int MOST_SHOWN = 8;

    private final ModelsViewModel model;
    private final VersionActions actions;
    private final ListView<Trashed> list = new ListView<>();
    private final Button emptying = new Button(Texts.get("models.trash.emptyAll"), Icons.of("fth-trash-2"));
    private final ChangeListener<ModelsViewModel.Content> listening = (value, before, now) -> fill();

    TrashSheet(ModelsViewModel model, VersionActions actions, Runnable close) {
        super(12);
        this.model = model;
        this.actions = actions;
        getStyleClass().addAll("floating-card", "promote-sheet", "trash-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(Texts.get("models.trash.title"));
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, title, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        Label empty = new Label(Texts.get("models.trash.empty"));
        empty.getStyleClass().add("muted");
        list.setPlaceholder(empty);
        list.setFixedCellSize(HEIGHT);
        list.setAccessibleText(Texts.get("models.trash.title"));
        list.setCellFactory(view -> new Cell());
        list.getStyleClass().add("trash-list");
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                event.consume();
                chosen().ifPresent(actions::purge);
            } else if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                chosen().ifPresent(model::restore);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label promise = new Label(Texts.get("models.trash.promise"));
        promise.getStyleClass().addAll("muted", "small");
        promise.setWrapText(true);
        HBox.setHgrow(promise, Priority.ALWAYS);
        promise.setMaxWidth(Double.MAX_VALUE);
        emptying.getStyleClass().addAll("small", "button-outlined", "danger", "trash-empty");
        emptying.setMinWidth(Region.USE_PREF_SIZE);
        emptying.setOnAction(event -> actions.purgeAll(model.content().get().trash()));
        HBox foot = new HBox(12, promise, emptying);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, list, foot);
        model.content().addListener(listening);
        fill();
    }

    /// What the keyboard is on first.
    Node first() {
        return list;
    }

    private Optional<Trashed> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void fill() {
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        list.getItems().setAll(model.content().get().trash());
        emptying.setDisable(list.getItems().isEmpty());
        list.setPrefHeight(HEIGHT * Math.clamp(list.getItems().size(), 2, MOST_SHOWN) + 4);
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().select(Math.min(at, list.getItems().size() - 1));
        }
    }

    @Override
    public void close() {
        model.content().removeListener(listening);
    }

    /// One model or version.
    private final class Cell extends ListCell<Trashed> {

        private final Label name = new Label();
        private final Label facts = new Label();
        private final HBox row;

        Cell() {
            name.getStyleClass().add("model-name");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMinWidth(0);
            facts.getStyleClass().addAll("muted", "small");
            VBox words = new VBox(2, name, facts);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            Button restore = new Button(Texts.get("models.restore"), Icons.of("fth-corner-up-left"));
            restore.getStyleClass().addAll("small", "trash-restore");
            restore.setMinWidth(Region.USE_PREF_SIZE);
            restore.setOnAction(event -> Optional.ofNullable(getItem()).ifPresent(model::restore));
            Button purge = new Button(Texts.get("models.purge"), Icons.of("fth-trash-2"));
            purge.getStyleClass().addAll("small", "button-outlined", "danger", "trash-purge");
            purge.setMinWidth(Region.USE_PREF_SIZE);
            purge.setOnAction(event -> Optional.ofNullable(getItem()).ifPresent(actions::purge));
            row = new HBox(8, words, restore, purge);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Trashed item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                Tip.on(this, "");
                return;
            }
            name.setText(item.name());
            facts.setText(Texts.get("models.trash.facts", item.facts(), Humane.ago(item.deleted(), Instant.now())));
            Tip.on(this, item.name() + "\n" + Humane.exact(item.deleted()));
            setAccessibleText(name.getText() + ", " + facts.getText());
            setGraphic(row);
        }
    }
}
