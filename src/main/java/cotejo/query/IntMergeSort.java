package cotejo.query;

import java.util.Arrays;

/// A stable sort of numbers by a comparison of their own; the class library has one only for boxed numbers.
final class IntMergeSort {

    private static final int SMALL = 12;

    @FunctionalInterface
    interface IntComparison {
        int compare(int a, int b);
    }

    private IntMergeSort() {
    }

    static void sort(int[] numbers, IntComparison comparison) {
        sort(numbers, 0, numbers.length, comparison);
    }

    /// Sorts a range.
    static void sort(int[] numbers, int start, int end, IntComparison comparison) {
        int length = end - start;
        if (length <= SMALL) {
            insertion(numbers, start, end, comparison);
            return;
        }
        int[] range = Arrays.copyOfRange(numbers, start, end);
        split(range.clone(), range, 0, length, comparison);
        System.arraycopy(range, 0, numbers, start, length);
    }

    /// Sorts the range of `from`, which equals that of `into`, into `into`.
    private static void split(int[] from, int[] into, int start, int end, IntComparison comparison) {
        if (end - start <= SMALL) {
            insertion(into, start, end, comparison);
            return;
        }
        int middle = (start + end) >>> 1;
        split(into, from, start, middle, comparison);
        split(into, from, middle, end, comparison);
        if (comparison.compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, start, into, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = right >= end || left < middle && comparison.compare(from[left], from[right]) <= 0;
            into[at] = takeLeft ? from[left++] : from[right++];
        }
    }

    private static void insertion(int[] numbers, int start, int end, IntComparison comparison) {
        for (int i = start + 1; i < end; i++) {
            int number = numbers[i];
            int at = i;
            while (at > start && comparison.compare(numbers[at - 1], number) > 0) {
                numbers[at] = numbers[at - 1];
                at--;
            }
            numbers[at] = number;
        }
    }
}
