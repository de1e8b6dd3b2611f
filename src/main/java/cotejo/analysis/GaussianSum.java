package cotejo.analysis;

/// Means weighted by a Gaussian of the distance in x, at any spacing of the points, in time that grows with their
/// number only: the fast Gauss transform (Greengard and Strain, SIAM J. Sci. Stat. Comput. 12, 1991).
///
/// The axis is cut into boxes √2·σ wide. Where few points meet, their weights are added up one by one; where many do,
/// the points of a box are summed up as a Hermite series about its middle, whose terms beyond [#TERMS] weigh less than
/// 1e-13, and these as a Taylor series about the middle of the box that is asked for. Points farther than [#REACH]
/// boxes weigh less than 1e-13 and are left out.
final class GaussianSum {

    private static final int TERMS = 18;
    private static final int REACH = 6;
    /// Terms of a translation from box to box cost about as much as this many weights of single points.
    private static final int DEAR = TERMS * TERMS / 8;

    private final double[] t;
    private final double[] y;
    private final double[] result;
    /// Where boxes that have points begin, the number of each, and the end as the last entry.
    private final int[] start;
    private final double[] box;
    private final int boxes;
    private final double[][] hermite = new double[2 * REACH + 1][2 * TERMS];
    private double[][] weights = new double[0][];
    private double[][] sums = new double[0][];

    /// @param t x in units of √2·σ, ascending
    private GaussianSum(double[] t, double[] y) {
        this.t = t;
        this.y = y;
        this.result = new double[t.length];
        this.start = new int[t.length + 1];
        this.box = new double[t.length];
        int count = 0;
        for (int i = 0; i < t.length; i++) {
            double own = Math.floor(t[i]);
            if (count == 0 || own != box[count - 1]) {
                box[count] = own;
                start[count++] = i;
            }
        }
        start[count] = t.length;
        boxes = count;
    }

    /// Smooths in place; a run of finite values that does not go back in x is smoothed by itself.
    static void smooth(Column x, double[] values, int from, int to, double sigma) {
        double unit = Math.sqrt(2) * sigma;
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && Double.isFinite(values[end]) && Double.isFinite(x.at(end))
                    && (end == at || x.at(end) >= x.at(end - 1))) {
                end++;
            }
            if (end - at > 1) {
                run(x, values, at, end, unit);
            }
            at = Math.max(end, at + 1);
        }
    }

    private static void run(Column x, double[] values, int from, int to, double unit) {
        int n = to - from;
        double[] t = new double[n];
        double[] y = new double[n];
        // Weighted means do not care where zero is, and digits do: what all values share is taken out.
        double base = values[from];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            t[i] = (x.at(from + i) - x.at(from)) / unit;
            scale = Math.max(scale, Math.abs(values[from + i] / 2 - base / 2));
        }
        if (scale == 0 || !Double.isFinite(t[n - 1])) {
            return;
        }
        for (int i = 0; i < n; i++) {
            y[i] = (values[from + i] / 2 - base / 2) / scale;
        }
        GaussianSum sum = new GaussianSum(t, y);
        sum.all();
        for (int i = 0; i < n; i++) {
            // In two halves, neither of which overflows.
            double half = sum.result[i] * scale;
            values[from + i] = base + half + half;
        }
    }

    private void all() {
        for (int offset = -REACH; offset <= REACH; offset++) {
            hermite(offset, hermite[offset + REACH]);
        }
        weights = new double[boxes][];
        sums = new double[boxes][];
        int low = 0;
        int high = 0;
        for (int target = 0; target < boxes; target++) {
            while (box[target] - box[low] > REACH) {
                weights[low] = new double[0];
                sums[low++] = new double[0];
            }
            while (high < boxes && box[high] - box[target] <= REACH) {
                high++;
            }
            long own = (long) start[target + 1] - start[target];
            long near = (long) start[high] - start[low];
            if (own * near <= (long) DEAR * (high - low) * 2 + own * TERMS) {
                oneByOne(target, start[low], start[high]);
            } else {
                bySeries(target, low, high);
            }
        }
    }

    private void oneByOne(int target, int from, int to) {
        for (int i = start[target]; i < start[target + 1]; i++) {
            double weight = 0;
            double sum = 0;
            double at = t[i];
            for (int j = from; j < to; j++) {
                double d = t[j] - at;
                double w = Math.exp(-d * d);
                weight += w;
                sum += w * y[j];
            }
            result[i] = sum / weight;
        }
    }

    private void bySeries(int target, int low, int high) {
        double[] weight = new double[TERMS];
        double[] sum = new double[TERMS];
        for (int source = low; source < high; source++) {
            if (weights[source] == null) {
                moments(source);
            }
            double[] h = hermite[(int) (box[target] - box[source]) + REACH];
            double[] ofWeights = weights[source];
            double[] ofSums = sums[source];
            for (int l = 0; l < TERMS; l++) {
                double a = 0;
                double b = 0;
                for (int k = 0; k < TERMS; k++) {
                    a += ofWeights[k] * h[k + l];
                    b += ofSums[k] * h[k + l];
                }
                weight[l] += a;
                sum[l] += b;
            }
        }
        double sign = 1;
        double factorial = 1;
        for (int l = 0; l < TERMS; l++) {
            weight[l] *= sign / factorial;
            sum[l] *= sign / factorial;
            sign = -sign;
            factorial *= l + 1;
        }
        for (int i = start[target]; i < start[target + 1]; i++) {
            double d = t[i] - (box[target] + 0.5);
            double a = 0;
            double b = 0;
            for (int l = TERMS - 1; l >= 0; l--) {
                a = a * d + weight[l];
                b = b * d + sum[l];
            }
            result[i] = b / a;
        }
    }

    /// `Σ (t_j − middle)^k / k!` over the points of a box, plain and times their values.
    private void moments(int source) {
        double[] weight = new double[TERMS];
        double[] sum = new double[TERMS];
        for (int j = start[source]; j < start[source + 1]; j++) {
            double d = t[j] - (box[source] + 0.5);
            double power = 1;
            for (int k = 0; k < TERMS; k++) {
                weight[k] += power;
                sum[k] += power * y[j];
                power *= d / (k + 1);
            }
        }
        weights[source] = weight;
        sums[source] = sum;
    }

    /// The Hermite functions `h_k(u) = (−1)^k (d/du)^k exp(−u²)`, by `h_{k+1} = 2u·h_k − 2k·h_{k−1}`.
    private static void hermite(double u, double[] into) {
        into[0] = Math.exp(-u * u);
        into[1] = 2 * u * into[0];
        for (int k = 1; k + 1 < into.length; k++) {
            into[k + 1] = 2 * u * into[k] - 2 * k * into[k - 1];
        }
    }
}
