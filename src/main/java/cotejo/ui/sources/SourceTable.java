package cotejo.ui.sources;

import cotejo.text.Texts;
import cotejo.ui.Humane;
import cotejo.ui.Tip;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The table of sources.
final class SourceTable {

    private final SourcesViewModel model;
    private final Consumer<SourceRow> showProblems;
    private final TableView<SourceRow> table = new TableView<>();

    SourceTable(SourcesViewModel model, Consumer<SourceRow> showProblems) {
        this.model = model;
        this.showProblems = showProblems;
        table.setItems(model.rows());
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(Texts.get("sources.title"));
        table.getColumns().add(text("sources.column.name", 180, row -> row.source().label()));
        table.getColumns().add(text("sources.column.format", 165, SourceRow::format));
        table.getColumns().add(text("sources.column.path", 190, row -> row.source().path()));
        table.getColumns().add(runs());
        table.getColumns().add(imported());
        table.getColumns().add(nodes("sources.column.watch", 66, this::watch));
        table.getColumns().add(nodes("sources.column.problems", 96, this::problems));
        table.getColumns().add(text("sources.column.artifacts", 84, SourceTable::artifacts));
    }

    TableView<SourceRow> table() {
        return table;
    }

    private static String artifacts(SourceRow row) {
        return row.source().remap();
    }

    private static TableColumn<SourceRow, SourceRow> column(String key, double width) {
        TableColumn<SourceRow, SourceRow> column = new TableColumn<>(Texts.get(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 120));
        // What is left over goes to the name, the path, and the folder of artifacts.
        column.setMaxWidth(width < 120 && !key.equals("sources.column.artifacts") ? width * 1.3 : 900);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<SourceRow, SourceRow> text(String key, double width,
            Function<SourceRow, String> value) {
        TableColumn<SourceRow, SourceRow> column = column(key, width);
        column.setComparator((a, b) -> value.apply(a).compareToIgnoreCase(value.apply(b)));
        column.setCellFactory(any -> new TextCell(value, value));
        return column;
    }

    private static TableColumn<SourceRow, SourceRow> runs() {
        TableColumn<SourceRow, SourceRow> column = column("sources.column.runs", 92);
        column.setComparator((a, b) -> Integer.compare(a.runs(), b.runs()));
        Function<SourceRow, String> value = row -> NumberFormat.getIntegerInstance(Texts.locale()).format(row.runs());
        column.setCellFactory(any -> {
            TextCell cell = new TextCell(value, value);
            cell.setAlignment(Pos.CENTER_RIGHT);
            return cell;
        });
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<SourceRow, SourceRow> imported() {
        TableColumn<SourceRow, SourceRow> column = column("sources.column.imported", 108);
        column.setComparator((a, b) -> Long.compare(a.source().imported(), b.source().imported()));
        column.setCellFactory(any -> new TextCell(row -> Humane.ago(row.source().imported(), Instant.now()),
                row -> Humane.exact(row.source().imported())));
        return column;
    }

    private static TableColumn<SourceRow, SourceRow> nodes(String key, double width,
            Function<SourceRow, @Nullable Node> make) {
        TableColumn<SourceRow, SourceRow> column = column(key, width);
        column.setSortable(false);
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable SourceRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : make.apply(row));
            }
        });
        return column;
    }

    private Node watch(SourceRow row) {
        CheckBox box = new CheckBox();
        box.setSelected(row.source().watched());
        box.setAccessibleText(Texts.get("sources.watch.name", row.source().label()));
        Tip.on(box, Texts.get("sources.watch.hover"));
        box.setOnAction(event -> model.watch(row.source()));
        return box;
    }

    private @Nullable Node problems(SourceRow row) {
        if (row.problems().isEmpty()) {
            return null;
        }
        Button button = new Button(Texts.get("sources.problems", row.problems().size()));
        button.getStyleClass().addAll("flat", "small", "problem-link");
        button.setOnAction(event -> showProblems.accept(row));
        return button;
    }

    /// Text, shortened in the middle, whole on hover.
    private static final class TextCell extends TableCell<SourceRow, SourceRow> {
        private final Function<SourceRow, String> text;
        private final Function<SourceRow, String> hover;

        TextCell(Function<SourceRow, String> text, Function<SourceRow, String> hover) {
            this.text = text;
            this.hover = hover;
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable SourceRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                Tip.on(this, "");
                return;
            }
            setText(text.apply(row));
            Tip.on(this, hover.apply(row));
        }
    }
}
