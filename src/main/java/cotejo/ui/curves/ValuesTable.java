package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The values at a place of a chart, pinned: they stay, can be sorted, and copied for a spreadsheet.
final class ValuesTable extends VBox {

    private static final double ROW = 26;

    private final TableView<Reading> table = new TableView<>();

    ValuesTable(List<Reading> readings, ZoneId zone) {
        super(8);
        table.getItems().setAll(readings);
        table.setFixedCellSize(ROW);
        table.setPrefHeight(ROW * (Math.min(22, readings.size()) + 2));
        table.getStyleClass().addAll(Styles.DENSE, "curve-values");
        table.setAccessibleText(Texts.get("curves.values.title"));
        TableColumn<Reading, String> run = new TableColumn<>(Texts.get("curves.read.run"));
        run.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue().name()));
        run.setPrefWidth(130);
        table.getColumns().add(run);
        number("curves.read.smoothed", Reading::smoothed, ValueText::value);
        number("curves.read.value", Reading::value, ValueText::value);
        number("curves.read.step", Reading::step, ValueText::step);
        number("curves.read.time", Reading::time, time -> ValueText.time(time, zone));
        number("curves.read.relative", Reading::relative, ValueText::elapsed);
        Button copy = new Button(Texts.get("curves.values.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(tsv(table.getItems()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox foot = new HBox(copy);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(table, foot);
    }

    private void number(String key, ToDoubleFunction<Reading> value, Function<Double, String> text) {
        // texts: curves.read.*
        TableColumn<Reading, Double> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? "" : text.apply(number));
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        column.setPrefWidth(78);
        table.getColumns().add(column);
    }

    /// The values with all their digits, in the order they are shown, a tab between columns.
    static String tsv(List<Reading> readings) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", "run", "smoothed", "value", "step", "time", "relative"));
        for (Reading reading : readings) {
            lines.add(String.join("\t", reading.name().replace('\t', ' ').replace('\n', ' '),
                    ValueText.plain(reading.smoothed()), ValueText.plain(reading.value()),
                    reading.plainStep(), ValueText.plain(reading.time()),
                    ValueText.plain(reading.relative())));
        }
        return String.join("\n", lines) + "\n";
    }
}
