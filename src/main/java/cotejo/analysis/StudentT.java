package cotejo.analysis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/// Quantiles of Student's t distribution, as Apache Commons Statistics has them.
final class StudentT {

    private static final Map<Integer, Double> KNOWN = new ConcurrentHashMap<>();

    private StudentT() {
    }

    /// The number below which 97.5 % of the distribution lie: half the width of a 95 % interval in standard errors.
    /// Kept once known, since groups ask for the same few again and again.
    ///
    /// @param freedom degrees of freedom, at least 1
    static double upper95(int freedom) {
        return KNOWN.computeIfAbsent(freedom, known -> upper95(known.doubleValue()));
    }

    /// The same for degrees of freedom that are no whole number.
    static double upper95(double freedom) {
        return TDistribution.of(freedom).inverseCumulativeProbability(0.975);
    }
}
