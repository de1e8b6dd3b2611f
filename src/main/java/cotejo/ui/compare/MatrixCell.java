package cotejo.ui.compare;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A line of a [Matrix].
final class MatrixCell extends ListCell<Integer> {

    private final Matrix matrix;
    private @Nullable MatrixRow row;
    private boolean waiting;

    MatrixCell(Matrix matrix) {
        this.matrix = matrix;
        getStyleClass().add("compare-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setOnMouseClicked(event -> {
            Integer line = getItem();
            if (line != null && event.getButton() == MouseButton.PRIMARY && event.getX() < matrix.keyWidth()) {
                matrix.sheet().act(line);
            }
        });
        setOnContextMenuRequested(event -> {
            Integer line = getItem();
            int column = event.getX() < matrix.keyWidth() ? -1
                    : (int) ((event.getX() - matrix.keyWidth() + matrix.left()) / matrix.columnWidth());
            @Nullable ContextMenu menu = line == null ? null : matrix.sheet().menu(line, column);
            if (menu != null) {
                menu.show(this, event.getScreenX(), event.getScreenY());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Integer line, boolean empty) {
        super.updateItem(line, empty);
        if (row == null && !empty && !waiting) {
            waiting = true;
            matrix.makeSoon(this);
        }
        setGraphic(empty ? null : row);
        fill();
    }

    /// Makes the nodes of the line, and dresses them.
    void make() {
        row = new MatrixRow(matrix);
        setGraphic(isEmpty() ? null : row);
        fill();
        applyCss();
    }

    /// Fills the line anew.
    void fill() {
        Integer line = getItem();
        MatrixRow shown = row;
        if (!isEmpty() && line != null && line < matrix.sheet().lines()) {
            if (shown != null) {
                shown.show(line);
            }
            setAccessibleText(matrix.sheet().head(line).label());
        }
    }
}
