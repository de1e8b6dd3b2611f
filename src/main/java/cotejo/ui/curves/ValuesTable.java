package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.chart.LegendNames;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Values of lines as a table: it can be sorted, stays sorted while values change, and is copied for a spreadsheet.
final class ValuesTable extends VBox {

    private static final double ROW = 26;
    private static final int MOST_ROWS = 20;
    /// Longer names have no room.
    private static final int LONG = 24;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<Reading> table = new TableView<>();
    private final TableColumn<Reading, String> run = new TableColumn<>();
    /// Names without the params that all of them have, which are said above.
    private final Map<String, String> brief = new HashMap<>();
    private final TableColumn<Reading, Reading> smooth;
    private final ObservableList<Reading> readings = FXCollections.observableArrayList();

    ValuesTable(ZoneId zone) {
        super(8);
        SortedList<Reading> sorted = new SortedList<>(readings);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll(Styles.DENSE, "curve-values");
        table.setAccessibleText(Texts.get("curves.values.title"));
        run.setText(Texts.get("curves.read.run"));
        run.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue().name()));
        run.setCellFactory(any -> new NameCell(brief));
        run.setPrefWidth(190);
        table.getColumns().add(run);
        smooth = number("curves.read.smoothed", 84, Reading::smoothed, reading -> ValueText.value(reading.smoothed()));
        table.getColumns().addAll(List.of(smooth,
                number("curves.read.value", 84, Reading::value, reading -> ValueText.value(reading.value())),
                number("curves.read.step", 64, Reading::step, Reading::stepText),
                number("curves.read.time", 136, Reading::time, reading -> ValueText.time(reading.time(), zone)),
                number("curves.read.relative", 92, Reading::relative,
                        reading -> ValueText.elapsed(reading.relative()))));
        Button copy = new Button(Texts.get("curves.values.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setOnAction(event -> copy());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        HBox foot = new HBox(copy);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(table, foot);
    }

    /// A name, shortened in its middle: what tells runs apart is often its end.
    private static final class NameCell extends TableCell<Reading, String> {

        private final Map<String, String> brief;

        NameCell(Map<String, String> brief) {
            this.brief = brief;
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty || name == null ? "" : brief.getOrDefault(name, name));
            Tip.on(this, empty || name == null ? "" : name);
        }
    }

    /// Puts other values in the place of those that are shown.
    ///
    /// @param smoothed true to list the smoothed value beside the stored one
    void show(List<Reading> shown, boolean smoothed) {
        smooth.setVisible(smoothed);
        List<String> names = shown.stream().map(Reading::name).distinct().toList();
        boolean longer = names.stream().anyMatch(name -> name.length() > LONG);
        LegendNames told = LegendNames.of(names, longer ? 2 : Integer.MAX_VALUE);
        brief.clear();
        for (int i = 0; i < names.size(); i++) {
            brief.put(names.get(i), told.names().get(i));
        }
        run.setText(told.heading().isEmpty() ? Texts.get("curves.read.run") : told.heading());
        readings.setAll(shown);
        table.setPrefHeight(ROW * (Math.clamp(shown.size(), 2, MOST_ROWS) + 2));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(tsv(table.getItems(), smooth.isVisible()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static TableColumn<Reading, Reading> number(String key, double width,
            ToDoubleFunction<Reading> value, Function<Reading, String> text) {
        // texts: curves.read.*
        TableColumn<Reading, Reading> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        column.setComparator((a, b) -> Double.compare(value.applyAsDouble(a), value.applyAsDouble(b)));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(Reading reading, boolean empty) {
                super.updateItem(reading, empty);
                setText(empty || reading == null ? "" : text.apply(reading));
            }
        });
        column.getStyleClass().add("curve-number");
        column.setPrefWidth(width);
        return column;
    }

    /// The table itself.
    TableView<Reading> table() {
        return table;
    }

    /// The values with all their digits, in the order they are shown, a tab between columns.
    static String tsv(List<Reading> readings, boolean smoothed) {
        List<String> lines = new ArrayList<>();
        lines.add("run\t" + (smoothed ? "smoothed\t" : "") + "value\tstep\ttime\trelative");
        for (Reading reading : readings) {
            lines.add(String.join("\t", reading.name().replace('\t', ' ').replace('\n', ' '),
                    (smoothed ? ValueText.plain(reading.smoothed()) + "\t" : "") + ValueText.plain(reading.value()),
                    reading.plainStep(), ValueText.plain(reading.time()), ValueText.plain(reading.relative())));
        }
        return String.join("\n", lines) + "\n";
    }
}
