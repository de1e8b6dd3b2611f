package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
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

    ModelList(ModelsViewModel model, VersionActions actions, Runnable register) {
        super(8);
        this.model = model;
        getStyleClass().add("model-list");
        search.setPromptText(Texts.get("models.search"));
        search.setAccessibleText(Texts.get("models.search"));
        search.textProperty().bindBidirectional(model.search());
        Button add = new Button(Texts.get("models.register"), Icons.of("fth-plus"));
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(event -> register.run());
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

        private final Label name = new Label();
        private final Label facts = new Label();
        private final VBox box;

        Cell() {
            name.getStyleClass().add("model-name");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            facts.getStyleClass().addAll("muted", "small");
            box = new VBox(2, name, facts);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setPrefWidth(0);
        }

        @Override
        protected void updateItem(Optional<ModelCard> item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            if (item.isEmpty()) {
                name.setText(Texts.get("models.all"));
                facts.setText(Texts.get("models.count", model.found().size()));
                setTooltip(null);
            } else {
                ModelCard card = item.get();
                name.setText(card.name());
                facts.setText(facts(card));
                setTooltip(new Tooltip(card.name() + (card.id().isHere() ? "" : "\n" + card.id().origin())));
            }
            setAccessibleText(name.getText() + ", " + facts.getText());
            setGraphic(box);
        }

        private String facts(ModelCard card) {
            int versions = card.live().size();
            List<VersionCard> production = card.in("Production");
            String count = Texts.get("models.versions", versions);
            return production.isEmpty() ? count
                    : count + " · " + Texts.get("models.inProduction",
                            Integer.toString(production.getLast().version()));
        }
    }
}
