package cotejo.analysis;

import cotejo.model.MetricSeries;

/// The steps of several series as whole numbers that compare exactly: the steps themselves where all are whole (also
/// beyond 2⁵³, where doubles have gaps), else their bits as doubles in the order of the numbers.
final class Steps {

    private Steps() {
    }

    static boolean whole(Iterable<MetricSeries> series) {
        for (MetricSeries each : series) {
            if (!each.whole()) {
                return false;
            }
        }
        return true;
    }

    static long[] keys(MetricSeries series, boolean whole) {
        long[] keys = new long[series.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = whole ? series.wholeStep(i) : key(series.step(i));
        }
        return keys;
    }

    static double step(long key, boolean whole) {
        return whole ? key : Double.longBitsToDouble(key < 0 ? key ^ Long.MAX_VALUE : key);
    }

    private static long key(double step) {
        long bits = Double.doubleToLongBits(step + 0.0);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }
}
