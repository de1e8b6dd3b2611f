package cotejo.analysis;

import java.util.Arrays;

/// Means and medians of the points around each, by index. Both work in place, and each run of finite values between
/// others is smoothed by itself.
final class Windows {

    private static final double LARGE = 0x1p960;
    private static final double UNIT = 0x1p100;

    private Windows() {
    }

    static boolean constant(double[] values, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (values[i] != values[from]) {
                return false;
            }
        }
        return true;
    }

    /// The end of the finite values that begin at `from`; `from` itself where there is none.
    static int finiteEnd(double[] values, int from, int to) {
        int end = from;
        while (end < to && Double.isFinite(values[end])) {
            end++;
        }
        return end;
    }

    /// @param half points on either side
    static void mean(double[] values, int from, int to, int half) {
        double large = largeUnit(values, from, to);
        for (int at = from; at < to; at++) {
            int end = finiteEnd(values, at, to);
            if (end > at) {
                double[] part = Arrays.copyOfRange(values, at, end);
                scale(part, 1 / large);
                double[] smooth = means(part, half);
                scale(smooth, large);
                System.arraycopy(smooth, 0, values, at, smooth.length);
                at = end;
            }
        }
    }

    /// A power of two to divide by so that no sum of finite values overflows; nearly always 1.
    static double largeUnit(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            double size = Math.abs(values[i]);
            if (size > LARGE && size <= Double.MAX_VALUE) {
                return UNIT;
            }
        }
        return 1;
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; factor != 1 && i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /// Sums of windows without ever taking anything away again, since that would leave the digits of a spike behind:
    /// blocks of a window's length, summed up from both of their ends (van Herk's way of sliding minima).
    private static double[] means(double[] y, int half) {
        int n = y.length;
        int reach = Math.min(half, n);
        int block = 2 * reach + 1;
        double[] head = new double[n];
        double[] tail = new double[n];
        for (int i = 0; i < n; i++) {
            head[i] = i % block == 0 ? y[i] : head[i - 1] + y[i];
        }
        for (int i = n - 1; i >= 0; i--) {
            tail[i] = i == n - 1 || (i + 1) % block == 0 ? y[i] : tail[i + 1] + y[i];
        }
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            int first = Math.max(0, i - reach);
            int last = Math.min(n - 1, i + reach);
            boolean whole = first / block == last / block;
            double sum = whole ? sumWithin(y, head, tail, first, last, block) : tail[first] + head[last];
            result[i] = sum / (last - first + 1);
        }
        return result;
    }

    private static double sumWithin(double[] y, double[] head, double[] tail, int first, int last, int block) {
        if (first % block == 0) {
            return head[last];
        }
        if ((last + 1) % block == 0 || last == y.length - 1) {
            return tail[first];
        }
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += y[i];
        }
        return sum;
    }

    /// @param half points on either side
    static void median(double[] values, int from, int to, int half) {
        for (int at = from; at < to; at++) {
            int end = finiteEnd(values, at, to);
            if (end > at) {
                double[] smooth = medians(Arrays.copyOfRange(values, at, end), half);
                System.arraycopy(smooth, 0, values, at, smooth.length);
                at = end;
            }
        }
    }

    private static double[] medians(double[] y, int half) {
        int n = y.length;
        double[] sorted = y.clone();
        Arrays.sort(sorted);
        int[] rank = new int[n];
        for (int i = 0; i < n; i++) {
            rank[i] = Arrays.binarySearch(sorted, y[i]);
        }
        Ranks window = new Ranks(n);
        double[] result = new double[n];
        int first = 0;
        int next = 0;
        for (int i = 0; i < n; i++) {
            while (next < n && next - i <= half) {
                window.add(rank[next++], 1);
            }
            while (i - first > half) {
                window.add(rank[first++], -1);
            }
            int count = next - first;
            double upper = sorted[window.find(count / 2)];
            result[i] = count % 2 == 1 ? upper : middle(sorted[window.find(count / 2 - 1)], upper);
        }
        return result;
    }

    private static double middle(double a, double b) {
        return Math.signum(a) == Math.signum(b) ? a + (b - a) / 2 : (a + b) / 2;
    }

    /// Which ranks are in the window, as a binary indexed tree (Fenwick 1994).
    private static final class Ranks {
        private final int[] tree;
        private final int top;

        Ranks(int size) {
            tree = new int[size + 1];
            top = Integer.highestOneBit(size);
        }

        void add(int rank, int count) {
            for (int i = rank + 1; i < tree.length; i += i & -i) {
                tree[i] += count;
            }
        }

        /// The rank of the entry that `below` others stand before.
        int find(int below) {
            int at = 0;
            int left = below;
            for (int bit = top; bit > 0; bit >>= 1) {
                int next = at + bit;
                if (next < tree.length && tree[next] <= left) {
                    at = next;
                    left -= tree[next];
                }
            }
            return at;
        }
    }
}
