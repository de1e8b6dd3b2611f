package cotejo.ui.grid;

/// Where the columns of a grid lie, by their place.
///
/// @param label    the width of the labels at the left edge
/// @param offsets  of pinned columns from the left edge of the grid, of others from that of what scrolls
/// @param fixed    the width of labels and pinned columns
/// @param scrolled the width of all that scrolls
record GridLayout(GridColumns columns, double label, double[] offsets, double[] widths, double fixed,
        double scrolled) {

    static GridLayout of(GridColumns columns, GridSource source, double label) {
        int n = columns.shown().size();
        double[] offsets = new double[n];
        double[] widths = new double[n];
        double at = label;
        double scrolled = 0;
        for (int place = 0; place < n; place++) {
            int column = columns.shown().get(place);
            Double given = columns.widths().get(column);
            widths[place] = given != null ? given : source.head(column).width();
            if (place < columns.pinned()) {
                offsets[place] = at;
                at += widths[place];
            } else {
                offsets[place] = scrolled;
                scrolled += widths[place];
            }
        }
        return new GridLayout(columns, label, offsets, widths, at, scrolled);
    }

    int places() {
        return offsets.length;
    }

    int pinned() {
        return columns.pinned();
    }

    /// The first scrolled place that shows when what scrolls is moved left by this much.
    int first(double left) {
        int low = pinned();
        int high = places();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] + widths[middle] > left) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The place after the last that shows.
    int end(double left, double room) {
        int place = first(left);
        while (place < places() && offsets[place] < left + room) {
            place++;
        }
        return place;
    }

    /// The place under a point of the grid: -1 for the labels, -2 for none.
    int at(double x, double left) {
        if (x < label) {
            return -1;
        }
        if (x < fixed) {
            for (int place = 0; place < pinned(); place++) {
                if (x < offsets[place] + widths[place]) {
                    return place;
                }
            }
        }
        int place = first(x - fixed + left);
        return place < places() ? place : -2;
    }

    /// The left edge of a place in the grid.
    double x(int place, double left) {
        return place < pinned() ? offsets[place] : fixed + offsets[place] - left;
    }
}
