package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.Oddity;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.grid.DataGrid;
import cotejo.ui.grid.GridSelection;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The rows of an open dataset: a bar to jump and choose columns, the grid, and the whole value beside it.
final class RowsView extends BorderPane implements AutoCloseable {

    private final OpenDataset open;
    private final Dataset dataset;
    private final List<Field> fields;
    private final RowSource rows;
    private final DataGrid grid;
    private final ValueSide side = new ValueSide();
    private final Label odd = new Label();
    private final Bag bag = new Bag();
    private final CellCopy copy;

    RowsView(OpenDataset open, OpenDataset.State.Open state, double rowHeight) {
        this.open = open;
        this.dataset = state.dataset();
        this.fields = dataset.columns();
        this.rows = state.rows();
        this.grid = new DataGrid(rows, Texts.get("datasets.grid"));
        this.copy = new CellCopy(open, rows, fields);
        grid.rowHeight(rowHeight);
        grid.menus(this::headMenu, this::cellMenu);
        SplitPane split = new SplitPane(grid, side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(0.78);
        setTop(bar());
        setCenter(split);
        bag.listen(open.version(), (property, before, now) -> arrived());
        bag.listen(grid.selection(), (property, before, now) -> point());
        arrived();
    }

    private HBox bar() {
        TextField jump = new TextField();
        jump.setPromptText(Texts.get("datasets.jump"));
        jump.setAccessibleText(Texts.get("datasets.jump"));
        jump.setPrefColumnCount(10);
        jump.setOnAction(event -> jump(jump));
        odd.getStyleClass().add("dataset-odd");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, jump, new ColumnsButton(grid, fields), gap, odd);
        bar.getStyleClass().add("dataset-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void jump(TextField field) {
        double wanted = Figures.parse(field.getText().replaceAll("[\\s,.]", ""));
        if (wanted >= 1 && wanted <= rows.rows()) {
            grid.go((long) wanted - 1);
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
        odd.setVisible(!oddities.isEmpty());
        odd.setText(oddities.isEmpty() ? "" : Texts.get("datasets.oddities",
                oddities.stream().mapToLong(Oddity::count).sum(), oddities.getFirst().message()));
        odd.setTooltip(oddities.isEmpty() ? null : new Tooltip(String.join("\n",
                oddities.stream().map(o -> o.message() + " (×" + Figures.count(o.count()) + ")").toList())));
    }

    private void point() {
        GridSelection selection = grid.selection().get();
        if (selection.isEmpty()) {
            side.show(null, null, -1);
            return;
        }
        int column = grid.columns().get().shown().get(selection.leadPlace());
        side.show(fields.get(column), rows.value(selection.leadRow(), column), rows.fileRow(selection.leadRow()));
    }

    private @Nullable ContextMenu headMenu(int column) {
        boolean pinned = grid.columns().get().pins(column);
        MenuItem pin = item(pinned ? "datasets.column.unpin" : "datasets.column.pin",
                () -> grid.columns().set(grid.columns().get().turned(column)));
        MenuItem hide = item("datasets.column.hide",
                () -> grid.columns().set(grid.columns().get().without(column)));
        MenuItem name = item("datasets.column.copy", () -> copy.text(fields.get(column).name()));
        return new ContextMenu(pin, hide, name);
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

    DataGrid grid() {
        return grid;
    }

    OpenDataset shown() {
        return open;
    }

    @Override
    public void close() {
        bag.close();
    }
}
