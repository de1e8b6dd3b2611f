package cotejo.analysis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;

/// Whether two groups of numbers differ, and by how much: the second group against the first.
///
/// What cannot be said of so few numbers is NaN; [#power] says it in a word. NaN and infinities have to be left out
/// before.
///
/// @param n1            numbers in the first group
/// @param n2            numbers in the second
/// @param difference    mean of the second minus mean of the first
/// @param low           lower end of its 95 % confidence interval (Welch, Satterthwaite's degrees of freedom)
/// @param high          upper end of it
/// @param welch         two-sided p of Welch's t-test
/// @param mannWhitney   two-sided p of the Mann–Whitney test: exact for up to 20 numbers a group without ties, else by
///                      the normal approximation with corrections for ties and continuity
/// @param bootstrapLow  2.5 % quantile of the difference over [#RESAMPLES] resamples, each group resampled by itself
/// @param bootstrapHigh 97.5 % quantile of it
/// @param cohen         Cohen's d: the difference over the pooled standard deviation
/// @param hedges        Hedges' g: d times `1 - 3 / (4 (n1 + n2) - 9)`, which takes out its bias in small groups
public record TwoGroups(int n1, int n2, double mean1, double mean2, double difference, double low, double high,
        double welch, double mannWhitney, double bootstrapLow, double bootstrapHigh, double cohen, double hedges) {

    /// Resamples of the bootstrap; their seed is fixed, so the same numbers give the same interval.
    public static final int RESAMPLES = 10_000;
    private static final long SEED = 0x5eed_c07e_10L;
    private static final int EXACT = 20;
    private static final int ENOUGH = 5;

    /// How much so many numbers can say.
    public enum Power {
        /// A group has fewer than two numbers: nothing can be tested.
        NONE,
        /// A group has fewer than five: only very large differences can be told from chance.
        WEAK,
        FAIR
    }

    /// Compares two groups, each of at least one number.
    public static TwoGroups of(double[] first, double[] second) {
        double size = DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).map(Math::abs).max().orElse(0);
        double unit = Moments.unit(size);
        TwoGroups groups = plain(times(first, 1 / unit), times(second, 1 / unit));
        return unit == 1 ? groups : groups.in(unit);
    }

    private static double[] times(double[] values, double factor) {
        // Adding 0 takes the sign from zeros, which are the same and yet not tied with it.
        return Arrays.stream(values).map(value -> value * factor + 0.0).toArray();
    }

    /// The same for numbers that are so many times as large.
    private TwoGroups in(double unit) {
        return new TwoGroups(n1, n2, mean1 * unit, mean2 * unit, difference * unit, low * unit, high * unit, welch,
                mannWhitney, bootstrapLow * unit, bootstrapHigh * unit, cohen, hedges);
    }

    private static TwoGroups plain(double[] first, double[] second) {
        Moments moments1 = Moments.of(first);
        Moments moments2 = Moments.of(second);
        double mean1 = moments1.mean() * moments1.unit();
        double mean2 = moments2.mean() * moments2.unit();
        double difference = mean2 - mean1;
        if (first.length < 2 || second.length < 2) {
            return new TwoGroups(first.length, second.length, mean1, mean2, difference, Double.NaN, Double.NaN,
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double v1 = Math.pow(moments1.deviation() * moments1.unit(), 2);
        double v2 = Math.pow(moments2.deviation() * moments2.unit(), 2);
        double[] welch = welch(first, second, difference, v1, v2);
        double[] bootstrap = bootstrap(first, second);
        int n = first.length + second.length;
        double pooled = Math.sqrt(((first.length - 1) * v1 + (second.length - 1) * v2) / (n - 2));
        double cohen = pooled == 0 ? Double.NaN : difference / pooled;
        return new TwoGroups(first.length, second.length, mean1, mean2, difference, welch[0], welch[1], welch[2],
                mannWhitney(first, second), bootstrap[0], bootstrap[1], cohen, cohen * (1 - 3.0 / (4.0 * n - 9)));
    }

    /// What the numbers of numbers allow to say.
    public Power power() {
        int least = Math.min(n1, n2);
        return least < 2 ? Power.NONE : least < ENOUGH ? Power.WEAK : Power.FAIR;
    }

    /// The least two-sided p that the Mann–Whitney test can give for groups of these sizes: 2 over the number of ways
    /// to choose the one group from all.
    public double leastMannWhitney() {
        double ways = 1;
        for (int i = 1; i <= n2; i++) {
            ways = ways * (n1 + i) / i;
        }
        return Math.min(1, 2 / ways);
    }

    private static double[] welch(double[] first, double[] second, double difference, double v1, double v2) {
        double error = Math.sqrt(v1 / first.length + v2 / second.length);
        if (error == 0) {
            // Two constants: they are the same, or no chance is in play.
            return new double[] {difference, difference, difference == 0 ? 1 : 0};
        }
        TTest.Result result = TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(second, first);
        double reach = StudentT.upper95(result.getDegreesOfFreedom()) * error;
        return new double[] {difference - reach, difference + reach, result.getPValue()};
    }

    private static double mannWhitney(double[] first, double[] second) {
        boolean exact = Math.max(first.length, second.length) <= EXACT && !ties(first, second);
        if (Arrays.stream(first).allMatch(x -> x == first[0]) && Arrays.stream(second).allMatch(x -> x == first[0])) {
            return 1;
        }
        return MannWhitneyUTest.withDefaults().with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(second, first).getPValue();
    }

    private static boolean ties(double[] first, double[] second) {
        Set<Double> seen = new HashSet<>();
        return Arrays.stream(first).anyMatch(x -> !seen.add(x)) || Arrays.stream(second).anyMatch(x -> !seen.add(x));
    }

    private static double[] bootstrap(double[] first, double[] second) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            differences[i] = resampled(second, random) - resampled(first, random);
        }
        Arrays.sort(differences);
        return new double[] {Quantiles.within(differences, RESAMPLES, 0.025),
            Quantiles.within(differences, RESAMPLES, 0.975)};
    }

    private static double resampled(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
