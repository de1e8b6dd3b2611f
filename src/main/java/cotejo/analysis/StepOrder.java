package cotejo.analysis;

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

    /// The indices of the points in order of their steps, of equal steps only the one stored last.
    static int[] lastOfEach(long[] keys) {
        if (ascending(keys)) {
            return IntStream.range(0, keys.length).toArray();
        }
        int[] order = IntStream.range(0, keys.length).boxed()
                .sorted((a, b) -> Long.compare(keys[a], keys[b])).mapToInt(Integer::intValue).toArray();
        int kept = 0;
        for (int i = 0; i < order.length; i++) {
            if (i + 1 == order.length || keys[order[i + 1]] != keys[order[i]]) {
                order[kept++] = order[i];
            }
        }
        return Arrays.copyOf(order, kept);
    }
}
