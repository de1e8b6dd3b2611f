package cotejo.ui.runs;

import cotejo.query.RunRow;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small funnel in the cell under the pointer: a click on it joins `column = value` to the filter. It stands at the
/// end that the value does not use.
final class CellFunnel extends StackPane {

    private static final double SIZE = 22;

    /// A cell of a run.
    ///
    /// @param row in the frame
    record Cell(GridColumn column, int row) {
    }

    private final RunGrid grid;
    private @Nullable Cell cell;

    CellFunnel(RunGrid grid, Pane body) {
        this.grid = grid;
        getStyleClass().add("run-funnel");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren().add(new FontIcon("fth-filter"));
        body.getChildren().add(this);
    }

    /// Stands in the cell of a line and column, or nowhere when a run has none there.
    void stand(int line, int column) {
        cell = null;
        setVisible(false);
        GridRow shown = line < 0 || column < 0 ? null : grid.rowOf(line);
        if (shown == null || !(grid.listing().rows().get(line) instanceof RunRow.Leaf leaf)) {
            return;
        }
        Geometry geometry = grid.geometry();
        boolean pinned = column < geometry.pinned();
        double from = geometry.offsets()[column] + (pinned ? 0 : geometry.fixed() - grid.left());
        double to = Math.min(from + geometry.width(column), shown.getWidth());
        from = pinned ? from : Math.max(from, geometry.fixed());
        if (to - from < 2 * SIZE || geometry.columns().get(column).curve()) {
            return;
        }
        GridColumn stood = geometry.columns().get(column);
        cell = new Cell(stood, leaf.row());
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
        return isVisible() && getBoundsInParent().contains(x, y) ? cell : null;
    }
}
