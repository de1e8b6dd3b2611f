package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.registry.Gate;
import cotejo.registry.Registry;
import cotejo.registry.Stages;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rules that versions of a model have to pass before they may enter a stage, a row each, for every stage.
final class GatesSheet extends VBox implements Sheets.Draft {

    /// So that a choice that hangs down from the first row lies within the sheet.
    private static final double MIN_HEIGHT = 160;

    private final ModelsViewModel model;
    private final ModelCard card;
    private final Runnable close;
    private final Map<String, List<String>> before;
    private final Map<String, List<String>> drafts = new TreeMap<>();
    private final ComboBox<String> stage = new ComboBox<>();
    private final VBox rows = new VBox(8);
    private final Label none = new Label(Texts.get("models.gates.none"));
    private final Button save = new Button(Texts.get("models.gates.save"));
    private boolean filling;

    /// @param before the rules there are, by stage
    GatesSheet(ModelsViewModel model, ModelCard card, Map<String, List<String>> before, Runnable close) {
        super(12);
        this.model = model;
        this.card = card;
        this.close = close;
        this.before = before;
        getStyleClass().addAll("floating-card", "gates-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(Texts.get("models.gates.title", card.name()));
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, title, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        stage.getItems().setAll(model.content().get().stages());
        stage.setAccessibleText(Texts.get("models.gates.stage"));
        Label into = new Label(Texts.get("models.gates.stage"));
        into.setLabelFor(stage);
        HBox choice = new HBox(8, into, stage);
        choice.setAlignment(Pos.CENTER_LEFT);
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.managedProperty().bind(none.visibleProperty());
        ScrollPane scroll = Sheets.scroll(new VBox(8, none, rows));
        scroll.setMinHeight(MIN_HEIGHT);
        getChildren().setAll(top, choice, scroll, buttons());
        stage.valueProperty().addListener((property, last, now) -> {
            keep(last);
            fill(now);
        });
        stage.setValue(stage.getItems().contains(Stages.PRODUCTION) ? Stages.PRODUCTION : stage.getItems().getFirst());
    }

    /// What the keyboard is on first.
    Node first() {
        return stage;
    }

    private Node buttons() {
        Button add = new Button(Texts.get("models.gate.add"), Icons.of("fth-plus"));
        add.setOnAction(event -> {
            GateRow row = add();
            enable();
            row.first().requestFocus();
        });
        Button cancel = new Button(Texts.get("models.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, add, gap, cancel, save);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private GateRow add() {
        GateRow row = new GateRow(List.copyOf(card.aliases().keySet()), this::enable, gone -> {
            rows.getChildren().remove(gone);
            enable();
        });
        rows.getChildren().add(row);
        return row;
    }

    private void fill(String wanted) {
        filling = true;
        rows.getChildren().clear();
        drafts.getOrDefault(wanted, before.getOrDefault(wanted, List.of()))
                .forEach(rule -> add().set(Gate.parse(rule)));
        filling = false;
        enable();
    }

    /// Rules that are not whole stay behind: a stage can be left only while all of its rules can be read.
    private void keep(String last) {
        if (last != null) {
            drafts.put(last, rules());
        }
    }

    private List<String> rules() {
        return rows.getChildren().stream().filter(GateRow.class::isInstance).map(GateRow.class::cast)
                .filter(GateRow::isWhole).map(GateRow::text).toList();
    }

    private void enable() {
        if (filling) {
            return;
        }
        boolean whole = rules().size() == rows.getChildren().size();
        none.setVisible(rows.getChildren().isEmpty());
        save.setDisable(!whole);
        stage.setDisable(!whole);
    }

    @Override
    public boolean isWritten() {
        return rules().size() < rows.getChildren().size() || !changed().isEmpty();
    }

    private Map<String, List<String>> changed() {
        keep(stage.getValue());
        Map<String, List<String>> changed = new TreeMap<>(drafts);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(before.getOrDefault(entry.getKey(), List.of())));
        return changed;
    }

    private void save() {
        Map<String, List<String>> changed = changed();
        close.run();
        if (!changed.isEmpty()) {
            model.act(registry -> {
                changed.forEach((where, rules) -> registry.gates(card.id(), where, rules, Registry.me()));
                model.context().front().execute(() -> model.context().notices().info(
                        Texts.get("models.gates.saved", String.join(", ", changed.keySet()))));
            });
        }
    }
}
