package cotejo.dataset;

import java.util.List;

/// A window of rows.
///
/// @param first   the number of the first row of the window
/// @param columns the columns that were asked for
/// @param cells   a list of cells a row, in the order of `columns`
public record Rows(long first, int[] columns, List<List<Value>> cells) {

    public int count() {
        return cells.size();
    }

    public Value cell(int row, int column) {
        return cells.get(row).get(column);
    }
}
