package cotejo.analysis;

import java.util.Arrays;

/// A column that may explain a target: numbers, or the places of categories. NaN stands for a missing value, which is
/// a category of its own.
public final class Factor {

    private static final double DECADES = 2;

    /// Numbers beyond this many distinct ones are put together, as many in each part.
    private static final int PARTS = 255;

    /// Categories beyond this many are taken in their order, not one by one.
    private static final int ONE_BY_ONE = 8;

    private final double[] values;
    private final int categories;
    private final boolean log;

    private Factor(double[] values, int categories, boolean log) {
        this.values = values;
        this.categories = categories;
        this.log = log;
    }

    /// Numbers; by their decimal logarithm where all are positive or missing and span two decades or more.
    public static Factor numbers(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        double most = Arrays.stream(finite).max().orElse(0);
        boolean log = least > 0 && Math.log10(most) - Math.log10(least) >= DECADES;
        double[] kept = Arrays.stream(values).map(value -> !Double.isFinite(value) ? Double.NaN
                : log ? Math.log10(value) : value).toArray();
        return new Factor(kept, 0, log);
    }

    /// @param codes places of categories, from 0; NaN for none
    public static Factor categories(double[] codes, int count) {
        return new Factor(codes.clone(), count, false);
    }

    /// Whether its logarithm is looked at.
    public boolean log() {
        return log;
    }

    public boolean categorical() {
        return categories > 0;
    }

    double[] values() {
        return values;
    }

    /// The factor as what trees split: for each of some rows a part from 0, in order; part 0 is for missing values. A
    /// few categories become a column of yes and no each.
    int[][] parts(int[] rows) {
        if (categorical() && categories <= ONE_BY_ONE) {
            int[][] parts = new int[categories][rows.length];
            for (int category = 0; category < categories; category++) {
                for (int i = 0; i < rows.length; i++) {
                    parts[category][i] = values[rows[i]] == category ? 1 : 0;
                }
            }
            return parts;
        }
        double[] distinct = Arrays.stream(rows).mapToDouble(row -> values[row]).filter(Double::isFinite).sorted()
                .distinct().toArray();
        int[] parts = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double value = values[rows[i]];
            int place = Double.isFinite(value) ? Arrays.binarySearch(distinct, value) : -1;
            parts[i] = place < 0 ? 0 : 1 + (distinct.length <= PARTS ? place
                    : (int) ((long) place * PARTS / distinct.length));
        }
        return new int[][] {parts};
    }
}
