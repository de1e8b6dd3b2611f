package cotejo.ui.preview;

import cotejo.preview.Preview;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

/// The first rows of a table.
final class TablePane extends BorderPane {

    private static final int COLUMNS = 60;

    TablePane(Preview.Table table) {
        TableView<List<String>> view = new TableView<>();
        view.setFixedCellSize(28);
        view.getStyleClass().addAll("preview-table", "edge-to-edge");
        for (int i = 0; i < Math.min(COLUMNS, table.columns().size()); i++) {
            int at = i;
            TableColumn<List<String>, String> column = new TableColumn<>(table.columns().get(i));
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                    row.getValue().size() > at ? row.getValue().get(at) : ""));
            column.setPrefWidth(110);
            column.setSortable(false);
            view.getColumns().add(column);
        }
        view.getItems().setAll(table.rows());
        view.setAccessibleText(Texts.get("preview.table"));
        Label said = new Label(Texts.get(table.cut() == Preview.More.CUT ? "preview.table.start" : "preview.table.all",
                Figures.count(table.rows().size()), Figures.count(table.columns().size())));
        said.getStyleClass().addAll("text-muted", "text-small", "preview-bar");
        setCenter(view);
        setBottom(said);
    }
}
