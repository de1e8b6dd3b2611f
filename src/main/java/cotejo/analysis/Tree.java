package cotejo.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A regression tree as CART grows it (Breiman et al. 1984): each split lowers the squared error most, leaves are as
/// small as one row, nothing is pruned.
final class Tree {

    private final int[][] features;
    private final double[] target;
    private final SplittableRandom random;
    private int[] feature = new int[64];
    private int[] split = new int[64];
    private int[] right = new int[64];
    private double[] value = new double[64];
    private int size;

    // The parts of one feature at one node, summed up.
    private final double[] sums;
    private final int[] counts;

    /// @param features by feature and row, a part from 0
    private Tree(int[][] features, int parts, double[] target, SplittableRandom random) {
        this.features = features;
        this.target = target;
        this.random = random;
        this.sums = new double[parts];
        this.counts = new int[parts];
    }

    /// @param parts one more than the greatest part of any feature
    /// @param rows  those to learn from, some of them several times
    static Tree grow(int[][] features, int parts, double[] target, int[] rows, SplittableRandom random) {
        Tree tree = new Tree(features, parts, target, random);
        int[] order = rows.clone();
        // Nodes to be split yet: where their rows begin and end, and whose right child they are, or -1.
        int[] from = new int[rows.length + 1];
        int[] to = new int[rows.length + 1];
        int[] parent = new int[rows.length + 1];
        int open = 0;
        to[0] = rows.length;
        parent[0] = -1;
        while (open >= 0) {
            int begin = from[open];
            int end = to[open];
            int node = tree.node(order, begin, end);
            if (parent[open] >= 0) {
                tree.right[parent[open]] = node;
            }
            open--;
            int middle = tree.divide(order, begin, end, node);
            if (middle > begin) {
                // The left child is grown next, so that it stands behind its parent.
                open++;
                from[open] = middle;
                to[open] = end;
                parent[open] = node;
                open++;
                from[open] = begin;
                to[open] = middle;
                parent[open] = -1;
            }
        }
        return tree;
    }

    private int node(int[] order, int begin, int end) {
        if (size == feature.length) {
            feature = Arrays.copyOf(feature, size * 2);
            split = Arrays.copyOf(split, size * 2);
            right = Arrays.copyOf(right, size * 2);
            value = Arrays.copyOf(value, size * 2);
        }
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += target[order[i]];
        }
        value[size] = sum / (end - begin);
        feature[size] = -1;
        return size++;
    }

    /// Splits a node's rows in place where that helps most; the place of the first of the right ones, or `begin` when
    /// nothing helps.
    private int divide(int[] order, int begin, int end, int node) {
        double mean = value[node];
        double most = 0;
        for (int i = begin; i < end; i++) {
            double far = target[order[i]] - mean;
            most = Math.max(most, far * far);
        }
        if (end - begin < 2 || most <= 1e-24 * (1 + mean * mean)) {
            return begin;
        }
        double best = 1e-12 * most;
        // Of features that help the same, chance takes one.
        int first = random.nextInt(features.length);
        for (int k = 0; k < features.length; k++) {
            int candidate = (first + k) % features.length;
            best = look(candidate, order, begin, end, node, best);
        }
        if (feature[node] < 0) {
            return begin;
        }
        int[] parts = features[feature[node]];
        int middle = begin;
        for (int i = begin; i < end; i++) {
            if (parts[order[i]] <= split[node]) {
                int row = order[i];
                order[i] = order[middle];
                order[middle++] = row;
            }
        }
        return middle;
    }

    /// Looks for a better split by one feature; gives back the best gain known.
    private double look(int candidate, int[] order, int begin, int end, int node, double known) {
        int[] parts = features[candidate];
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = begin; i < end; i++) {
            int part = parts[order[i]];
            least = Math.min(least, part);
            most = Math.max(most, part);
        }
        if (least == most) {
            return known;
        }
        Arrays.fill(sums, least, most + 1, 0);
        Arrays.fill(counts, least, most + 1, 0);
        double mean = value[node];
        for (int i = begin; i < end; i++) {
            int part = parts[order[i]];
            sums[part] += target[order[i]] - mean;
            counts[part]++;
        }
        return cut(candidate, least, most, end - begin, node, known);
    }

    /// Tries all cuts of the feature that was summed up.
    private double cut(int candidate, int least, int most, int total, int node, double known) {
        double best = known;
        double left = 0;
        int lefts = 0;
        int at = -1;
        for (int part = least; part < most; part++) {
            left += sums[part];
            lefts += counts[part];
            double gain = left * left * ((double) total / lefts / (total - lefts));
            if (counts[part] > 0 && gain > best) {
                best = gain;
                at = part;
            }
        }
        if (at >= 0) {
            int next = at + 1;
            while (counts[next] == 0) {
                next++;
            }
            // Halfway to the next part that has rows, so that unseen rows between them go either way.
            feature[node] = candidate;
            split[node] = (at + next - 1) / 2;
        }
        return best;
    }

    /// What the tree says of a row, its features `from`…`to` taken from another row.
    double predict(int row, int from, int to, int other) {
        int node = 0;
        while (feature[node] >= 0) {
            int asked = feature[node];
            int part = features[asked][asked >= from && asked < to ? other : row];
            node = part <= split[node] ? node + 1 : right[node];
        }
        return value[node];
    }

    /// Which features it asks for.
    boolean[] asks() {
        boolean[] asks = new boolean[features.length];
        for (int node = 0; node < size; node++) {
            if (feature[node] >= 0) {
                asks[feature[node]] = true;
            }
        }
        return asks;
    }
}
