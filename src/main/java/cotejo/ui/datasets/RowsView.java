package cotejo.ui.datasets;

import atlantafx.base.theme.Styles;
import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.Leaf;
import cotejo.dataset.Oddity;
import cotejo.dataset.view.SortKey;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Prompt;
import cotejo.ui.Tip;
import cotejo.ui.grid.DataGrid;
import cotejo.ui.grid.GridColumns;
import cotejo.ui.grid.GridSelection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rows of an open dataset: a bar to jump and choose columns, the grid, and the whole value beside it.
final class RowsView extends BorderPane implements AutoCloseable {

    private static final double ROOM_FOR_SIDE = 620;
    private static final double NARROW = 460;

    private final Dataset dataset;
    private final List<Field> fields;
    private final RowsViewModel model;
    private final Supplier<ColumnsViewModel> columnsModel;
    private final FilterLine filter;
    private final DataGrid grid;
    private final ValueSide side = new ValueSide();
    private final OdditiesButton odd;
    private final Bag bag = new Bag();
    private final CellCopy copy;

    RowsView(OpenDataset open, Dataset dataset, RowsViewModel model, KeptLook look,
            Supplier<ColumnsViewModel> columnsModel, double rowHeight) {
        this.dataset = dataset;
        this.fields = dataset.columns();
        this.model = model;
        this.columnsModel = columnsModel;
        this.odd = new OdditiesButton(open.file(), this::jump);
        this.filter = new FilterLine(model);
        this.grid = new DataGrid(rows(), Texts.get("datasets.grid"));
        this.copy = new CellCopy(open, () -> model.shown().get(), fields);
        bag.add(filter);
        grid.columns().set(look.columns());
        // A column being drawn wider is many changes.
        PauseTransition calm = new PauseTransition(Duration.millis(300));
        calm.setOnFinished(event -> look.keep(grid.columns().get()));
        bag.listen(grid.columns(), (property, before, now) -> calm.playFromStart());
        bag.add(() -> {
            calm.stop();
            look.keep(grid.columns().get());
        });
        grid.orderMark(model::mark);
        grid.onHead((column, more) -> model.sort(column, more ? RowsViewModel.Keys.ADDED : RowsViewModel.Keys.ONLY));
        grid.rowHeight(rowHeight);
        grid.menus(this::headMenu, this::cellMenu);
        SplitPane split = new SplitPane(grid, side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(0.78);
        widthProperty().addListener((property, before, now) -> side(split, now.doubleValue() >= ROOM_FOR_SIDE));
        setTop(bar(look));
        setCenter(split);
        bag.listen(model.shown(), (property, before, now) -> grid.rows(now.rows()));
        bag.listen(model.asked(), (property, before, now) -> grid.refill());
        bag.listen(open.version(), (property, before, now) -> arrived());
        bag.listen(grid.selection(), (property, before, now) -> point());
        arrived();
    }

    /// Where there is little room the grid has all of it.
    private void side(SplitPane split, boolean wanted) {
        if (wanted != split.getItems().contains(side)) {
            if (wanted) {
                split.getItems().add(side);
                split.setDividerPositions(0.78);
            } else {
                split.getItems().remove(side);
            }
        }
    }

    private RowSource rows() {
        return model.shown().get().rows();
    }

    private VBox bar(KeptLook look) {
        TextField jump = new TextField();
        Prompt.on(jump, Texts.get("datasets.jump"));
        jump.setAccessibleText(Texts.get("datasets.jump"));
        jump.setPrefColumnCount(10);
        Tip.on(jump, Texts.get("datasets.jump.hint"));
        jump.setOnAction(event -> jump(jump));
        jump.textProperty().addListener((property, before, now) ->
                jump.pseudoClassStateChanged(Styles.STATE_DANGER, false));
        odd.setMaxWidth(Double.MAX_VALUE);
        odd.setMinWidth(0);
        odd.setAlignment(Pos.CENTER_LEFT);
        jump.setMinWidth(60);
        ColumnsButton columns = new ColumnsButton(grid, fields);
        columns.setMinWidth(Region.USE_PREF_SIZE);
        NarrowBar first = new NarrowBar(NARROW, 8, List.of(filter.field()), List.of(jump, columns, asInFile(look)));
        VBox bar = new VBox(4, first, filter.below(), odd);
        bar.getStyleClass().add("dataset-bar");
        return bar;
    }

    /// Ends filter and order, and shows all columns as they stand in the file.
    private Button asInFile(KeptLook look) {
        Button button = new Button(Texts.get("datasets.look.plain"), new FontIcon("fth-rotate-ccw"));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(36);
        Tip.on(button, Texts.get("datasets.look.plain.hint"));
        button.setOnAction(event -> {
            model.all();
            grid.columns().set(GridColumns.all(fields.size()));
            grid.requestFocus();
        });
        Runnable show = () -> {
            button.setVisible(!look.plain().get());
            button.setManaged(!look.plain().get());
        };
        bag.listen(look.plain(), (property, before, now) -> show.run());
        show.run();
        return button;
    }

    private void jump(TextField field) {
        OptionalLong place = model.place(field.getText());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, place.isEmpty());
        if (place.isPresent()) {
            grid.go(place.getAsLong());
            grid.requestFocus();
        } else {
            field.selectAll();
        }
    }

    private void arrived() {
        grid.refill();
        point();
        // That there are no checksums is said of the file, not of its rows.
        List<Oddity> oddities = dataset.oddities().stream().filter(o -> !o.kind().equals("checksums")).toList();
        odd.show(oddities);
    }

    /// Stands on a row of the file, whatever was filtered or sorted.
    private void jump(long row) {
        model.all();
        grid.go(row);
        grid.requestFocus();
    }

    private void point() {
        GridSelection selection = grid.selection().get();
        if (selection.isEmpty()) {
            side.show(null, null, -1);
            return;
        }
        int column = grid.columns().get().shown().get(selection.leadPlace());
        side.show(fields.get(column), rows().value(selection.leadRow(), column), rows().fileRow(selection.leadRow()));
    }

    private @Nullable ContextMenu headMenu(int column) {
        boolean pinned = grid.columns().get().pins(column);
        MenuItem pin = item(pinned ? "datasets.column.unpin" : "datasets.column.pin",
                () -> grid.columns().set(grid.columns().get().turned(column)));
        MenuItem hide = item("datasets.column.hide",
                () -> grid.columns().set(grid.columns().get().without(column)));
        MenuItem all = item("datasets.column.select", () -> grid.selectColumn(column));
        MenuItem name = item("datasets.column.copy", () -> copy.text(fields.get(column).name()));
        ContextMenu menu = new ContextMenu(pin, hide, all, name);
        Leaf leaf = model.flat(column);
        if (leaf != null) {
            menu.getItems().addAll(new SeparatorMenuItem(),
                    item("datasets.column.up", () -> model.sort(new SortKey(leaf, SortKey.Direction.ASCENDING))),
                    item("datasets.column.down", () -> model.sort(new SortKey(leaf, SortKey.Direction.DESCENDING))),
                    new SeparatorMenuItem(),
                    item("datasets.column.filter", () -> ColumnFilter.of(leaf, columnsModel.get(), model::narrow)
                            .show(grid, menu.getAnchorX(), menu.getAnchorY())),
                    item("datasets.column.nulls", () -> model.narrow(WhereText.isNull(leaf))),
                    item("datasets.column.values", () -> model.narrow(WhereText.isNotNull(leaf))));
        }
        return menu;
    }

    private ContextMenu cellMenu() {
        ContextMenu menu = new ContextMenu();
        for (CellCopy.Form form : CellCopy.Form.values()) {
            // texts: datasets.copy.*
            menu.getItems().add(item("datasets.copy." + form.name(), () -> copy(form)));
        }
        return menu;
    }

    private static MenuItem item(String key, Runnable does) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> does.run());
        return item;
    }

    /// Copies the selected cells.
    void copy(CellCopy.Form form) {
        copy.copy(grid.selection().get(), grid.columns().get(), form);
    }

    /// The numbers of the columns that are shown, in their order.
    int[] columns() {
        return grid.columns().get().shown().stream().mapToInt(Integer::intValue).toArray();
    }

    /// Gives the keyboard to the cells.
    void focus() {
        grid.requestFocus();
    }

    /// Brings a column into sight.
    void reveal(int column) {
        grid.reveal(column);
    }

    @Override
    public void close() {
        bag.close();
    }
}
