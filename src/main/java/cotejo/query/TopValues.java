package cotejo.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The distinct values of a column within some rows, the most frequent first.
final class TopValues {

    record Count(String value, int runs) {
    }

    private static final Comparator<Count> ORDER = Comparator.comparingInt(Count::runs).reversed()
            .thenComparing(Count::value, (a, b) -> TextOrder.compare(a, b, SortKey.Direction.ASC));

    private TopValues() {
    }

    /// All distinct values; the missing are not among them.
    static List<Count> of(Cells cells, BitSet rows) {
        List<Count> counts = new ArrayList<>();
        if (cells instanceof Cells.Dictionary dictionary) {
            int[] runs = new int[dictionary.values().size()];
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                int code = dictionary.code(row);
                if (code >= 0) {
                    runs[code]++;
                }
            }
            for (int code = 0; code < runs.length; code++) {
                if (runs[code] > 0) {
                    counts.add(new Count(dictionary.values().get(code), runs[code]));
                }
            }
        } else {
            Map<String, Integer> runs = new HashMap<>();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                @Nullable String text = cells.text(row);
                if (text != null && !text.isEmpty()) {
                    runs.merge(text, 1, Integer::sum);
                }
            }
            return of(runs);
        }
        counts.sort(ORDER);
        return counts;
    }

    static List<Count> of(Map<String, Integer> runs) {
        List<Count> counts = new ArrayList<>();
        runs.forEach((value, n) -> counts.add(new Count(value, n)));
        counts.sort(ORDER);
        return counts;
    }
}
