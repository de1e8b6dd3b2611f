package cotejo.ui.datasets;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.Popover;
import cotejo.dataset.Field;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.grid.DataGrid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Chooses which columns are shown, among thousands by searching.
final class ColumnsButton extends Button {

    private final DataGrid grid;
    private final List<Field> fields;

    ColumnsButton(DataGrid grid, List<Field> fields) {
        super("", new FontIcon("fth-columns"));
        this.grid = grid;
        this.fields = fields;
        getStyleClass().addAll("flat", "small");
        setOnAction(event -> choose());
        grid.columns().subscribe(now -> setText(now.shown().size() == fields.size()
                ? Texts.get("datasets.columns.all", fields.size())
                : Texts.get("datasets.columns.some", Figures.count(now.shown().size()), fields.size())));
    }

    private void choose() {
        CustomTextField search = new CustomTextField();
        search.setLeft(new FontIcon("fth-search"));
        search.setPromptText(Texts.get("datasets.columns.search"));
        search.setAccessibleText(Texts.get("datasets.columns.search"));
        ListView<Integer> list = new ListView<>();
        list.setFixedCellSize(28);
        list.setPrefSize(320, 360);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(Texts.get("datasets.columns.search"));
        Runnable fill = () -> list.getItems().setAll(found(search.getText()));
        search.textProperty().addListener((property, before, now) -> fill.run());
        fill.run();
        Button all = new Button(Texts.get("datasets.columns.show"));
        all.setOnAction(event -> {
            Set<Integer> wanted = new HashSet<>(grid.columns().get().shown());
            wanted.addAll(list.getItems());
            set(wanted);
            list.refresh();
        });
        Button none = new Button(Texts.get("datasets.columns.hide"));
        none.setOnAction(event -> {
            Set<Integer> wanted = new HashSet<>(grid.columns().get().shown());
            list.getItems().forEach(wanted::remove);
            set(wanted);
            list.refresh();
        });
        List.of(all, none).forEach(button -> button.getStyleClass().addAll("flat", "small"));
        Popover popover = new Popover(new VBox(8, search, list, new HBox(8, all, none)));
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setHeaderAlwaysVisible(false);
        popover.show(this);
        search.requestFocus();
    }

    private List<Integer> found(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).name().toLowerCase(Locale.ROOT).contains(wanted)).boxed().toList();
    }

    private void set(Set<Integer> wanted) {
        if (!wanted.isEmpty()) {
            grid.columns().set(grid.columns().get().with(new ArrayList<>(wanted.stream().sorted().toList())));
        }
    }

    private final class Cell extends ListCell<Integer> {
        private final CheckBox box = new CheckBox();

        Cell() {
            // Names have underscores of their own.
            box.setMnemonicParsing(false);
            box.setOnAction(event -> {
                Integer column = getItem();
                if (column != null) {
                    Set<Integer> wanted = new HashSet<>(grid.columns().get().shown());
                    if (box.isSelected()) {
                        wanted.add(column);
                    } else {
                        wanted.remove(column);
                    }
                    set(wanted);
                    box.setSelected(grid.columns().get().shown().contains(column));
                }
            });
        }

        @Override
        protected void updateItem(Integer column, boolean empty) {
            super.updateItem(column, empty);
            setGraphic(empty || column == null ? null : box);
            if (!empty && column != null) {
                box.setText(fields.get(column).name());
                box.setSelected(grid.columns().get().shown().contains(column));
            }
        }
    }
}
