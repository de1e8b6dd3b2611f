package cotejo.ui.grid;

/// A rectangle of cells, and the cell the keyboard stands on, which is one of its corners.
///
/// @param anchorRow   the row of the opposite corner
/// @param anchorPlace the place of the opposite corner
public record GridSelection(long leadRow, int leadPlace, long anchorRow, int anchorPlace) {

    /// Nothing is selected.
    public static final GridSelection NONE = new GridSelection(-1, -1, -1, -1);

    static GridSelection cell(long row, int place) {
        return new GridSelection(row, place, row, place);
    }

    GridSelection to(long row, int place) {
        return isEmpty() ? cell(row, place) : new GridSelection(row, place, anchorRow, anchorPlace);
    }

    public boolean isEmpty() {
        return leadRow < 0 || leadPlace < 0;
    }

    public long firstRow() {
        return Math.min(leadRow, anchorRow);
    }

    public long lastRow() {
        return Math.max(leadRow, anchorRow);
    }

    public int firstPlace() {
        return Math.min(leadPlace, anchorPlace);
    }

    public int lastPlace() {
        return Math.max(leadPlace, anchorPlace);
    }

    boolean has(long row, int place) {
        return !isEmpty() && row >= firstRow() && row <= lastRow() && place >= firstPlace() && place <= lastPlace();
    }
}
