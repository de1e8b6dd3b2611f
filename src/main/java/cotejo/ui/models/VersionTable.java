package cotejo.ui.models;

import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Humane;
import cotejo.ui.Tip;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// All versions in rows.
final class VersionTable {

    private final ModelsViewModel model;
    private final ObservableList<Card> cards = FXCollections.observableArrayList();
    private final TableView<Card> table = new TableView<>();

    VersionTable(ModelsViewModel model, BoardPane.Actions actions) {
        this.model = model;
        table.setFixedCellSize(28);
        table.setAccessibleText(Texts.get("models.table"));
        table.getColumns().add(text("models.column.model", 200, card -> card.model().name(),
                Comparator.comparing(card -> card.model().name())));
        TableColumn<Card, Card> number = text("models.column.version", 76,
                card -> Integer.toString(card.version().version()),
                Comparator.comparing(card -> card.version().version()));
        number.getStyleClass().add("number-column");
        table.getColumns().add(number);
        table.getColumns().add(stage());
        table.getColumns().add(text("models.column.aliases", 140, VersionTable::aliases,
                Comparator.comparing(VersionTable::aliases)));
        table.getColumns().add(text("models.column.description", 220, Card::told,
                Comparator.comparing(card -> card.version().description())));
        table.getColumns().add(text("models.column.created", 110,
                card -> Humane.ago(card.version().created(), Instant.now()),
                Comparator.comparing(card -> card.version().created())));
        table.getColumns().add(text("models.column.by", 100, card -> card.version().user(),
                Comparator.comparing(card -> card.version().user())));
        TableColumn<Card, Card> size = text("models.column.files", 90, card -> card.version().kept()
                ? Figures.bytes(card.version().bytes()) : Texts.get("models.files.inSource"),
                Comparator.comparing(card -> card.version().bytes()));
        size.getStyleClass().add("number-column");
        table.getColumns().add(size);
        SortedList<Card> sorted = new SortedList<>(cards);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(view -> row(actions));
        table.setOnKeyPressed(event -> {
            Card card = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && card != null) {
                actions.open(card);
            }
        });
    }

    private static String aliases(Card card) {
        return String.join(" ", card.model().aliasesOf(card.version().version()).stream().map(a -> "@" + a).toList());
    }

    private static TableColumn<Card, Card> text(String key, double width, Function<Card, String> words,
            Comparator<Card> order) {
        // texts: models.column.*
        TableColumn<Card, Card> column = new TableColumn<>(Texts.get(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Card item, boolean empty) {
                super.updateItem(item, empty);
                String text = empty || item == null ? "" : words.apply(item);
                setText(text);
                Tip.on(this, text.length() < 24 ? "" : text);
            }
        });
        return column;
    }

    private static TableColumn<Card, Card> stage() {
        TableColumn<Card, Card> column = new TableColumn<>(Texts.get("models.column.stage"));
        column.setPrefWidth(120);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparing(card -> card.version().stage()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Card item, boolean empty) {
                super.updateItem(item, empty);
                Label chip = empty || item == null ? null : new StageChip(item.version().stage());
                setGraphic(chip);
                setAccessibleText(chip == null ? "" : chip.getText());
            }
        });
        return column;
    }

    private static TableRow<Card> row(BoardPane.Actions actions) {
        TableRow<Card> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                actions.open(row.getItem());
            }
        });
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() != null) {
                actions.menu(row.getItem()).show(row, event.getScreenX(), event.getScreenY());
            }
        });
        return row;
    }

    TableView<Card> table() {
        return table;
    }

    void fill() {
        cards.setAll(model.pile().cards());
    }
}
