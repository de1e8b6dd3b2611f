package cotejo.ui.grid;

import cotejo.ui.TextMeasure;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// One row on screen, used again for another when it scrolls away. Its label and its pinned cells lie on a ground of
/// their own above the cells that scroll.
final class DataGridRow extends Region {

    private static final PseudoClass STRIPE = PseudoClass.getPseudoClass("stripe");

    /// What a row is filled from.
    ///
    /// @param version changes whenever anything but the place of the row does
    record Filling(GridSource source, GridLayout layout, double left, int first, int end, GridSelection selection,
            long version) {
    }

    private final Region ground = new Region();
    private final Text label = new Text();
    private final List<DataGridCell> pinned = new ArrayList<>();
    private final List<DataGridCell> moving = new ArrayList<>();
    private long row = -1;
    private long version = -1;
    private int first = -1;
    private int end = -1;

    DataGridRow() {
        getStyleClass().add("grid-row");
        ground.getStyleClass().add("grid-pinned");
        label.getStyleClass().addAll("grid-text", "grid-label");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        ground.setManaged(false);
        label.setManaged(false);
        getChildren().addAll(ground, label);
    }

    long row() {
        return row;
    }

    void show(long wanted, Filling filling) {
        boolean same = wanted == row && filling.version() == version && filling.first() == first
                && filling.end() == end;
        row = wanted;
        version = filling.version();
        first = filling.first();
        end = filling.end();
        if (!same) {
            fill(filling);
        }
        place(filling);
    }

    private void fill(Filling filling) {
        pseudoClassStateChanged(STRIPE, row % 2 == 1);
        grow(pinned, filling.layout().pinned(), getChildren().size());
        grow(moving, end - first, 0);
        label.setText(filling.source().label(row));
        for (int i = 0; i < filling.layout().pinned(); i++) {
            fill(pinned.get(i), i, filling);
        }
        for (int i = 0; i < end - first; i++) {
            fill(moving.get(i), first + i, filling);
        }
    }

    private void fill(DataGridCell cell, int place, Filling filling) {
        int column = filling.layout().columns().shown().get(place);
        cell.show(filling.source().head(column), filling.source().cell(row, column));
        cell.mark(filling.selection(), row, place);
    }

    private void grow(List<DataGridCell> cells, int wanted, int at) {
        while (cells.size() < wanted) {
            DataGridCell cell = new DataGridCell();
            cells.add(cell);
            getChildren().add(Math.min(at, getChildren().size()), cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setVisible(i < wanted);
        }
    }

    private void place(Filling filling) {
        GridLayout layout = filling.layout();
        double height = getHeight();
        ground.resizeRelocate(0, 0, layout.fixed(), height);
        double wide = TextMeasure.of(label.getFont()).width(label.getText());
        label.setX(Math.max(4, layout.label() - 8 - wide));
        label.setY(Math.round(height / 2 + label.getFont().getSize() * 0.36));
        for (int i = 0; i < layout.pinned(); i++) {
            pinned.get(i).resizeRelocate(layout.offsets()[i], 0, layout.widths()[i], height);
        }
        for (int i = 0; i < end - first; i++) {
            int place = first + i;
            moving.get(i).resizeRelocate(layout.x(place, filling.left()), 0, layout.widths()[place], height);
        }
    }

    /// The widest text its cells show in a column, in pixels; for fitting.
    double needs(GridSource source, int column, TextMeasure measure) {
        GridSource.Cell cell = source.cell(row, column);
        return cell == null ? 0 : measure.width(cell.text().length() > 200 ? cell.text().substring(0, 200)
                : cell.text());
    }
}
