package cotejo.ui.runs;

import cotejo.query.RunRow;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small funnel in the cell under the pointer: a click on it joins `column = value` to the filter. It stands at the
/// end that the value does not use. The keyboard stands there too, and on curves and in the lines of groups, which have
/// the menu of their column but no value.
final class CellFunnel extends StackPane {

    private static final double SIZE = 22;

    /// A cell of a run or group.
    ///
    /// @param row in the frame; -1 of a group
    record Cell(GridColumn column, int row) {

        /// Whether one value stands there.
        boolean valued() {
            return row >= 0 && !column.curve();
        }
    }

    private final RunGrid grid;
    private final FontIcon icon = new FontIcon("fth-filter");
    private @Nullable Cell cell;

    CellFunnel(RunGrid grid, Pane body) {
        this.grid = grid;
        getStyleClass().add("run-funnel");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren().add(icon);
        body.getChildren().add(this);
    }

    /// Stands in the cell of a line and column that has a value to filter by, or nowhere.
    void stand(int line, int column) {
        mark(line, column);
        if (cell != null && !cell.valued()) {
            cell = null;
            setVisible(false);
        }
    }

    /// Stands where the keyboard does, or nowhere when no cell is there.
    void mark(int line, int column) {
        cell = null;
        setVisible(false);
        GridRow shown = line < 0 || column < 0 ? null : grid.rowOf(line);
        if (shown == null) {
            return;
        }
        Geometry geometry = grid.geometry();
        boolean pinned = column < geometry.pinned();
        double from = geometry.offsets()[column] + (pinned ? 0 : geometry.fixed() - grid.left());
        double to = Math.min(from + geometry.width(column), shown.getWidth());
        from = pinned ? from : Math.max(from, geometry.fixed());
        if (to - from < 2 * SIZE) {
            return;
        }
        GridColumn stood = geometry.columns().get(column);
        Cell here = new Cell(stood, grid.listing().rows().get(line) instanceof RunRow.Leaf leaf ? leaf.row() : -1);
        cell = here;
        icon.setIconLiteral(here.valued() ? "fth-filter" : "fth-more-horizontal");
        boolean right = stood.align() == GridColumn.Align.RIGHT;
        resizeRelocate(right ? from + 1 : to - SIZE - 1, shown.getLayoutY() + 1, SIZE, shown.getHeight() - 3);
        toFront();
        setVisible(true);
    }

    /// The cell it stands in; null while it stands nowhere.
    @Nullable Cell cell() {
        return isVisible() ? cell : null;
    }

    /// The cell it would filter by, if a place of the table lies on it.
    @Nullable Cell at(double x, double y) {
        return isVisible() && cell != null && cell.valued() && getBoundsInParent().contains(x, y) ? cell : null;
    }
}
