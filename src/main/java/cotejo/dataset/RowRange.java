package cotejo.dataset;

import java.util.ArrayList;
import java.util.List;

/// A stretch of rows.
///
/// @param first the first row, from 0
/// @param count how many
public record RowRange(long first, long count) {

    /// The row after the last.
    public long end() {
        return first + count;
    }

    /// A number of short stretches spread evenly over all rows, together about `sample` rows; one stretch with all of
    /// them when there are no more.
    public static List<RowRange> spread(long rows, long sample, int stretches) {
        if (rows <= sample) {
            return List.of(new RowRange(0, rows));
        }
        long each = Math.max(1, sample / stretches);
        List<RowRange> ranges = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            long first = (long) ((double) (rows - each) * i / Math.max(1, stretches - 1));
            ranges.add(new RowRange(first, each));
        }
        return List.copyOf(ranges);
    }
}
