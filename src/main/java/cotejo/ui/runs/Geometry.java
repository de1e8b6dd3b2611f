package cotejo.ui.runs;

import java.util.List;

/// Where the columns of a grid lie. Pinned ones come first; the others scroll beside them.
///
/// @param nameWidth of the column of names
/// @param offsets   of all columns, pinned ones from the left edge of the grid, others from that of what scrolls
/// @param pinned    how many columns are pinned, the names not counted
/// @param fixed     the width of everything pinned, names included
/// @param scrolled  the width of everything that scrolls
record Geometry(List<GridColumn> columns, double nameWidth, double[] offsets, int pinned, double fixed,
        double scrolled) {

    static Geometry of(List<GridColumn> columns, double nameWidth) {
        double[] offsets = new double[columns.size()];
        int pinned = 0;
        double at = nameWidth;
        for (int i = 0; i < offsets.length && columns.get(i).spec().pinned(); i++) {
            offsets[i] = at;
            at += columns.get(i).spec().givenWidth();
            pinned++;
        }
        double scrolled = 0;
        for (int i = pinned; i < offsets.length; i++) {
            offsets[i] = scrolled;
            scrolled += columns.get(i).spec().givenWidth();
        }
        return new Geometry(columns, nameWidth, offsets, pinned, at, scrolled);
    }

    double width(int column) {
        return columns.get(column).spec().givenWidth();
    }

    /// The first scrolled column that shows when what scrolls is moved left by this much; the number of columns when
    /// none does.
    int first(double left) {
        int low = pinned;
        int high = columns.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] + width(middle) > left) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The column after the last that shows.
    int end(double left, double room) {
        int column = first(left);
        while (column < columns.size() && offsets[column] < left + room) {
            column++;
        }
        return column;
    }

    /// The column under a place in the grid: -1 for the names, -2 for none.
    int at(double x, double left) {
        if (x < nameWidth) {
            return -1;
        }
        if (x < fixed) {
            for (int i = 0; i < pinned; i++) {
                if (x < offsets[i] + width(i)) {
                    return i;
                }
            }
        }
        int column = first(x - fixed + left);
        return column < columns.size() ? column : -2;
    }
}
