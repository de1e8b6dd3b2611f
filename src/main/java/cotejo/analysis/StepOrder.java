package cotejo.analysis;

import cotejo.model.MetricSeries;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Points in the order of their steps.
final class StepOrder {

    private StepOrder() {
    }

    static boolean ascending(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i] <= keys[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /// The indices of the points in order of their steps, of equal steps only the one that counts
    /// ([MetricSeries#outranks(int, int)]).
    ///
    /// @param keys the steps of the series, as [Steps#keys] gives them
    static int[] oneOfEach(MetricSeries series, long[] keys) {
        if (ascending(keys)) {
            return IntStream.range(0, keys.length).toArray();
        }
        int[] order = IntStream.range(0, keys.length).boxed()
                .sorted((a, b) -> Long.compare(keys[a], keys[b])).mapToInt(Integer::intValue).toArray();
        int kept = 0;
        for (int next : order) {
            if (kept == 0 || keys[order[kept - 1]] != keys[next]) {
                order[kept++] = next;
            } else if (series.outranks(next, order[kept - 1])) {
                order[kept - 1] = next;
            }
        }
        return Arrays.copyOf(order, kept);
    }
}
