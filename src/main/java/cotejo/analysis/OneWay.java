package cotejo.analysis;

import org.apache.commons.statistics.distribution.FDistribution;

/// A one-way analysis of variance: how far numbers go along with the groups they are in.
///
/// @param share  adjusted R²: the share of the variance that goes along with the groups, less what chance alone would
///               give, 0 to 1; NaN with fewer than two groups, as many groups as numbers, or equal numbers
/// @param chance p of the F test: how often chance alone gives as much or more; NaN where the share is
public record OneWay(double share, double chance) {

    private static final OneWay NOTHING = new OneWay(Double.NaN, Double.NaN);

    /// Of numbers in groups.
    ///
    /// @param group  of each number, counted from 0 without gaps
    /// @param values finite numbers
    public static OneWay of(int[] group, double[] values) {
        int n = values.length;
        int groups = 0;
        boolean equal = true;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            groups = Math.max(groups, group[i] + 1);
            equal &= values[i] == values[0];
            mean += values[i] / n;
        }
        if (groups < 2 || groups >= n || equal) {
            return NOTHING;
        }
        double[] own = new double[groups];
        int[] size = new int[groups];
        for (int i = 0; i < n; i++) {
            size[group[i]]++;
            own[group[i]] += (values[i] - own[group[i]]) / size[group[i]];
        }
        double all = 0;
        double within = 0;
        for (int i = 0; i < n; i++) {
            all += (values[i] - mean) * (values[i] - mean);
            within += (values[i] - own[group[i]]) * (values[i] - own[group[i]]);
        }
        if (all == 0 || Double.isInfinite(all)) {
            return NOTHING;
        }
        double inner = within / (n - groups);
        double f = (all - within) / (groups - 1) / inner;
        return new OneWay(Math.max(0, 1 - inner / (all / (n - 1))), inner == 0 || Double.isInfinite(f) ? 0
                : FDistribution.of(groups - 1, n - groups).survivalProbability(Math.max(0, f)));
    }
}
