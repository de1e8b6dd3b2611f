package cotejo.query;

import cotejo.work.Cancel;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// A filter made ready for one [cotejo.model.RunFrame]. Meant for one thread at a time.
public final class RowPredicate {

    private static final int ROWS_BETWEEN_LOOKS = 1024;

    private final IntPredicate test;
    private final int size;
    private final List<BoundedRegex> regexes;

    RowPredicate(IntPredicate test, int size, List<BoundedRegex> regexes) {
        this.test = test;
        this.size = size;
        this.regexes = List.copyOf(regexes);
    }

    /// Whether the run in this row of the frame passes.
    public boolean test(int row) {
        return test.test(row);
    }

    /// All rows of the frame that pass.
    ///
    /// @throws cotejo.work.CancelledException when cancelled
    public BitSet select(Cancel cancel) {
        BitSet rows = new BitSet(size);
        for (int row = 0; row < size; row++) {
            if (row % ROWS_BETWEEN_LOOKS == 0) {
                cancel.check();
            }
            if (test.test(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    /// Whether a regular expression was too hard to decide for some value, which then counted as not matching (and
    /// as matching under NOT). Known once the rows were tested.
    public boolean gaveUp() {
        return regexes.stream().anyMatch(BoundedRegex::gaveUp);
    }
}
