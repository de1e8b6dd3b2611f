package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Lines;
import cotejo.ui.Tip;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The models on the left: search, all of them, then each with what stands in production.
final class ModelList extends VBox {

    private static final double HEIGHT = 52;

    private final ModelsViewModel model;
    private final ListView<Optional<ModelCard>> list = new ListView<>();
    private final TextField search = new TextField();
    private final Button trash = new Button("", Icons.of("fth-trash-2"));
    private boolean filling;

    /// @param files  asks for the files of a model to register
    /// @param folder asks for its folder
    ModelList(ModelsViewModel model, VersionActions actions, Runnable files, Runnable folder) {
        super(8);
        this.model = model;
        getStyleClass().add("model-list");
        search.setPromptText(Texts.get("models.search"));
        search.setAccessibleText(Texts.get("models.search"));
        search.textProperty().bindBidirectional(model.search());
        MenuButton add = new MenuButton(Texts.get("models.register"), Icons.of("fth-plus"),
                item("models.register.files", files), item("models.register.folder", folder));
        add.getStyleClass().add("register-model");
        add.setPopupSide(Side.TOP);
        add.setMaxWidth(Double.MAX_VALUE);
        list.setFixedCellSize(HEIGHT);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(Texts.get("models.list"));
        list.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (!filling && now != null) {
                model.open().set(null);
                model.selected().set(now.map(ModelCard::id).orElse(null));
            }
        });
        list.setOnContextMenuRequested(event -> chosen().ifPresent(card -> {
            actions.menu(card).show(list, event.getScreenX(), event.getScreenY());
            event.consume();
        }));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2) {
                event.consume();
                chosen().ifPresent(actions::rename);
            } else if (event.getCode() == KeyCode.DELETE) {
                event.consume();
                chosen().ifPresent(model::delete);
            }
        });
        trash.setMaxWidth(Double.MAX_VALUE);
        trash.getStyleClass().add("flat");
        trash.managedProperty().bind(trash.visibleProperty());
        trash.setOnAction(event -> actions.trash());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list, trash, add);
        model.content().addListener((value, before, now) -> fill());
        model.search().addListener((value, before, now) -> fill());
        model.selected().addListener((value, before, now) -> select());
        fill();
    }

    private static MenuItem item(String key, Runnable action) {
        // texts: models.register.*
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    TextField search() {
        return search;
    }

    private Optional<ModelCard> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).flatMap(item -> item);
    }

    private void fill() {
        filling = true;
        List<ModelCard> found = model.found();
        list.getItems().setAll(java.util.stream.Stream.concat(java.util.stream.Stream.of(Optional.<ModelCard>empty()),
                found.stream().map(Optional::of)).toList());
        select();
        filling = false;
        int thrown = model.content().get().trash().size();
        trash.setVisible(thrown > 0);
        trash.setText(Texts.get("models.trash.count", thrown));
    }

    private void select() {
        boolean before = filling;
        filling = true;
        for (int i = 0; i < list.getItems().size(); i++) {
            Optional<ModelCard> item = list.getItems().get(i);
            if (java.util.Objects.equals(item.map(ModelCard::id).orElse(null), model.selected().get())) {
                list.getSelectionModel().select(i);
            }
        }
        filling = before;
    }

    /// One model.
    private final class Cell extends ListCell<Optional<ModelCard>> {

        private final Lines box = new Lines(VPos.CENTER);
        private final int name = box.add(Lines.Cut.MIDDLE, "model-name");
        private final int facts = box.add(Lines.Cut.END, "muted", "small");

        @Override
        protected void updateItem(Optional<ModelCard> item, boolean empty) {
            super.updateItem(item, empty);
            Tip.on(this, empty || item == null ? "" : item.map(Cell::tip).orElse(""));
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            box.say(name, item.map(ModelCard::name).orElseGet(() -> Texts.get("models.all")));
            box.say(facts, item.map(Cell::facts)
                    .orElseGet(() -> Texts.get("models.count", model.found().size())));
            setAccessibleText(box.said(name) + ", " + box.said(facts));
            setGraphic(box);
        }

        private static String tip(ModelCard card) {
            return card.name() + (card.id().isHere() ? "" : "\n" + card.id().origin());
        }

        private static String facts(ModelCard card) {
            int versions = card.live().size();
            List<VersionCard> production = card.in("Production");
            String count = Texts.get("models.versions", versions);
            return production.isEmpty() ? count
                    : count + " · " + Texts.get("models.inProduction",
                            Integer.toString(production.getLast().version()));
        }
    }
}
