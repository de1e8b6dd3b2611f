package cotejo.ui.runs;

import java.util.List;

/// Where the columns of a grid lie. Pinned ones come first; the others scroll beside them.
///
/// @param nameWidth of the column of names
/// @param offsets   of all columns, pinned ones from the left edge of the grid, others from that of what scrolls
/// @param widths    of all columns
/// @param pinned    how many columns are pinned, the names not counted
/// @param fixed     the width of everything pinned, names included
/// @param scrolled  the width of everything that scrolls
record Geometry(List<GridColumn> columns, double nameWidth, double[] offsets, double[] widths, int pinned,
        double fixed, double scrolled) {

    /// Groups have two numbers where runs have one.
    private static final double GROUPED = 132;

    enum Lines {
        RUNS,
        GROUPS
    }

    static Geometry of(List<GridColumn> columns, double nameWidth, Lines lines) {
        double[] offsets = new double[columns.size()];
        double[] widths = new double[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            ColumnSpec spec = columns.get(i).spec();
            boolean wider = lines == Lines.GROUPS && spec.width() == 0
                    && columns.get(i).align() == GridColumn.Align.RIGHT;
            widths[i] = wider ? Math.max(GROUPED, spec.givenWidth()) : spec.givenWidth();
        }
        int pinned = 0;
        double at = nameWidth;
        for (int i = 0; i < offsets.length && columns.get(i).spec().pinned(); i++) {
            offsets[i] = at;
            at += widths[i];
            pinned++;
        }
        double scrolled = 0;
        for (int i = pinned; i < offsets.length; i++) {
            offsets[i] = scrolled;
            scrolled += widths[i];
        }
        return new Geometry(columns, nameWidth, offsets, widths, pinned, at, scrolled);
    }

    /// The same where there is less room than what is pinned takes: the names give way, but not below this width. What
    /// the person chose holds again as soon as there is room.
    Geometry within(double room, double least) {
        double name = Math.max(Math.min(nameWidth, least), nameWidth - Math.max(0, fixed - room));
        if (name == nameWidth) {
            return this;
        }
        double moved = nameWidth - name;
        double[] shifted = offsets.clone();
        for (int i = 0; i < pinned; i++) {
            shifted[i] -= moved;
        }
        return new Geometry(columns, name, shifted, widths, pinned, fixed - moved, scrolled);
    }

    double width(int column) {
        return widths[column];
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
