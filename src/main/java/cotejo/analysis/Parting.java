package cotejo.analysis;

import java.util.Optional;

/// Where two curves part for good.
///
/// @param step      the first shared step from which on the gap keeps its final sign and is never smaller than a
///                  quarter of the final gap
/// @param gap       the gap there, second minus first
/// @param lastStep  the last shared step
/// @param finalGap  the gap there
/// @param sameUntil the last shared step up to which both had the very same values, or NaN when they never had
public record Parting(double step, double gap, double lastStep, double finalGap, double sameUntil) {

    private static final double SHARE = 0.25;

    /// Looks at the steps that both have; no step comes twice. Empty when they share
    /// fewer than three steps or end in the same value.
    ///
    /// @param steps1 ascending
    public static Optional<Parting> of(double[] steps1, double[] values1, double[] steps2, double[] values2) {
        double[][] shared = shared(steps1, values1, steps2, values2);
        double[] steps = shared[0];
        double[] gaps = shared[1];
        int last = steps.length - 1;
        if (last < 2 || gaps[last] == 0) {
            return Optional.empty();
        }
        int from = last;
        while (from > 0 && Math.signum(gaps[from - 1]) == Math.signum(gaps[last])
                && Math.abs(gaps[from - 1]) >= SHARE * Math.abs(gaps[last])) {
            from--;
        }
        int same = 0;
        while (same < gaps.length && gaps[same] == 0) {
            same++;
        }
        return Optional.of(new Parting(steps[from], gaps[from], steps[last], gaps[last],
                same == 0 ? Double.NaN : steps[same - 1]));
    }

    private static double[][] shared(double[] steps1, double[] values1, double[] steps2, double[] values2) {
        double[] steps = new double[Math.min(steps1.length, steps2.length)];
        double[] gaps = new double[steps.length];
        int size = 0;
        int j = 0;
        for (int i = 0; i < steps1.length; i++) {
            while (j < steps2.length && steps2[j] < steps1[i]) {
                j++;
            }
            double gap = j < steps2.length && steps2[j] == steps1[i] ? values2[j] - values1[i] : Double.NaN;
            if (Double.isFinite(gap)) {
                steps[size] = steps1[i];
                gaps[size++] = gap;
            }
        }
        return new double[][] {java.util.Arrays.copyOf(steps, size), java.util.Arrays.copyOf(gaps, size)};
    }
}
