package cotejo.query;

import cotejo.query.SortKey.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The order of values that are text: numbers by their value, before words without regard to case.
final class TextOrder {

    private static final Comparator<String> WORDS =
            Comparator.<String, String>comparing(word -> word.toLowerCase(Locale.ROOT))
                    .thenComparing(Comparator.naturalOrder());

    private TextOrder() {
    }

    /// Compares two values; null, which stands for missing, comes last in both directions, and words come after
    /// numbers in both.
    static int compare(@Nullable String a, @Nullable String b, Direction direction) {
        if (a == null || b == null) {
            return a == null ? (b == null ? 0 : 1) : -1;
        }
        double left = Numbers.parse(a);
        double right = Numbers.parse(b);
        if (Double.isNaN(left) != Double.isNaN(right)) {
            return Double.isNaN(left) ? 1 : -1;
        }
        int byValue = Double.isNaN(left) || left == right ? WORDS.compare(a, b) : Double.compare(left, right);
        return direction == Direction.ASC ? byValue : -byValue;
    }

    /// For each value its place in the order; equal numbers share a place however they are written.
    static long[] ranks(List<String> values, Direction direction) {
        int size = values.size();
        Values all = new Values(new double[size], new String[size], values, direction == Direction.ASC ? 1 : -1);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            all.numbers[i] = Numbers.parse(values.get(i)) + 0.0;
            all.folded[i] = values.get(i).toLowerCase(Locale.ROOT);
            order[i] = i;
        }
        IntMergeSort.sort(order, all::compare);
        long[] ranks = new long[size];
        for (int i = 0; i < size; i++) {
            boolean tie = i > 0 && all.compare(order[i - 1], order[i]) == 0;
            ranks[order[i]] = tie ? ranks[order[i - 1]] : i;
        }
        return ranks;
    }

    /// Values with what comparing them needs made once: `String.compareTo` is many times faster than comparing without
    /// regard to case.
    @SuppressWarnings("ArrayRecordComponent")
    private record Values(double[] numbers, String[] folded, List<String> values, int sign) {

        int compare(int a, int b) {
            boolean leftWord = Double.isNaN(numbers[a]);
            boolean rightWord = Double.isNaN(numbers[b]);
            if (leftWord != rightWord) {
                return leftWord ? 1 : -1;
            }
            if (!leftWord) {
                return sign * Double.compare(numbers[a], numbers[b]);
            }
            int byFolded = folded[a].compareTo(folded[b]);
            return sign * (byFolded != 0 ? byFolded : values.get(a).compareTo(values.get(b)));
        }
    }
}
