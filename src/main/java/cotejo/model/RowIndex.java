package cotejo.model;

import java.util.Arrays;
import java.util.BitSet;

/// From a row of a frame to the place of its value in a column that holds only the rows it has.
///
/// Well-filled columns use an array over all rows, sparse ones a search in the sorted rows, so that 3,000 metrics of
/// which each run has five do not cost 3,000 arrays of all runs.
final class RowIndex {

    private static final int SPARSE = 8;

    private final int[] rows;
    private final int[] slots;

    private RowIndex(int[] rows, int[] slots) {
        this.rows = rows;
        this.slots = slots;
    }

    /// @param rows the rows that have a value, ascending
    static RowIndex of(int[] rows, int frameSize) {
        if ((long) rows.length * SPARSE < frameSize) {
            return new RowIndex(rows, new int[0]);
        }
        int[] slots = new int[frameSize];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < rows.length; slot++) {
            slots[rows[slot]] = slot;
        }
        return new RowIndex(rows, slots);
    }

    /// The place of the row's value, or -1.
    int slot(int row) {
        if (slots.length > 0) {
            return slots[row];
        }
        int found = Arrays.binarySearch(rows, row);
        return found < 0 ? -1 : found;
    }

    /// How many of these rows have a value.
    int among(BitSet wanted) {
        int found = 0;
        for (int row : rows) {
            if (wanted.get(row)) {
                found++;
            }
        }
        return found;
    }

    int size() {
        return rows.length;
    }

    int row(int slot) {
        return rows[slot];
    }
}
