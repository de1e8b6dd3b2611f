package cotejo.analysis;

/// Averages in which older points weigh less and less. Both work in place.
final class Decay {

    private Decay() {
    }

    /// See [Smoothing#exponential].
    static void classic(double[] values, int from, int to, double s) {
        double average = 0;
        double power = 1;
        for (int i = from; i < to; i++) {
            double x = values[i];
            if (!Double.isFinite(x)) {
                continue;
            }
            average = average * s + (1 - s) * x;
            // Below this, 1 − power is 1 to the last bit; numbers with leading zeros would be ten times slower.
            power = power < 1e-17 ? 0 : power * s;
            values[i] = average / (s == 1 ? 1 : 1 - power);
        }
    }

    /// See [Smoothing.TimeWeighted]. Begins anew after a value that is not finite; a way back in x fades like one
    /// forward.
    static void timeWeighted(Column x, double[] values, int from, int to, double weight) {
        double w = Math.min(Math.sqrt(weight), 0.999);
        double range = range(x, from, to);
        double unit = Windows.largeUnit(values, from, to);
        double perX = range > 0 ? Smoothing.TimeWeighted.SCALE / range : 0;
        double sum = 0;
        double debias = 0;
        double before = Double.NaN;
        double lastGap = Double.NaN;
        double fade = 1;
        for (int i = from; i < to; i++) {
            double y = values[i];
            double at = x.at(i);
            if (!Double.isFinite(y) || !Double.isFinite(at)) {
                sum = 0;
                debias = 0;
                before = Double.NaN;
                continue;
            }
            double gap = Double.isNaN(before) ? 0 : Math.abs(at - before) * perX;
            if (gap != lastGap) {
                fade = Math.pow(w, gap);
                lastGap = gap;
            }
            sum = sum * fade + y / unit;
            debias = debias * fade + 1;
            before = at;
            values[i] = sum / debias * unit;
        }
    }

    private static double range(Column x, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double at = x.at(i);
            if (Double.isFinite(at)) {
                low = Math.min(low, at);
                high = Math.max(high, at);
            }
        }
        return high - low;
    }
}
