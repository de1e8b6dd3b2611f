package cotejo.analysis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Quantiles of Student's t distribution.
public final class StudentT {

    private static final Map<Integer, Double> KNOWN = new ConcurrentHashMap<>();

    private StudentT() {
    }

    /// The number below which 97.5 % of the distribution lie: half the width of a 95 % interval in standard errors.
    ///
    /// @param freedom degrees of freedom, at least 1
    public static double upper95(int freedom) {
        return KNOWN.computeIfAbsent(freedom, StudentT::search);
    }

    /// Halves an interval around the answer until no double is left in it.
    private static double search(int freedom) {
        double low = 1.9;
        double high = 13;
        for (int i = 0; i < 200 && low < high; i++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (upperTail(middle, freedom) > 0.025) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// P(T > t) for t > 0: `½ · I_{ν/(ν+t²)}(ν/2, ½)` (Abramowitz and Stegun 26.7.1).
    private static double upperTail(double t, int freedom) {
        return 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2.0, 0.5);
    }

    /// The regularised incomplete beta function by its continued fraction (26.5.8), evaluated by Lentz's method.
    private static double incompleteBeta(double x, double a, double b) {
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - incompleteBeta(1 - x, b, a);
        }
        double c = 1;
        double d = 1 / (1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            double change = d * c;
            fraction *= change;
            if (Math.abs(change - 1) < 1e-16) {
                break;
            }
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
        return front * fraction / a;
    }

    private static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /// Stirling's series (6.1.40), entered at 15 or above.
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 15) {
            shift -= Math.log(z);
            z++;
        }
        double r = 1 / (z * z);
        double series = (1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r * (1 / 1680.0 - r / 1188.0)))) / z;
        return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
