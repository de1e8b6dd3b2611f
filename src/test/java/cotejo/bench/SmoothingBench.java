package cotejo.bench;

import cotejo.analysis.Band;
import cotejo.analysis.Center;
import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import cotejo.analysis.GroupCurve;
import cotejo.analysis.Grouping;
import cotejo.analysis.Outliers;
import cotejo.analysis.Smoothing;
import cotejo.model.MetricSeries;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Times every smoothing over a million points, a group of 20 such runs, and the range without outliers. Prints the
/// best of five rounds.
public final class SmoothingBench {

    private static final int POINTS = 1_000_000;

    private SmoothingBench() {
    }

    public static void main(String[] arguments) {
        Random random = new Random(1);
        double[] y = IntStream.range(0, POINTS).mapToDouble(i -> Math.exp(-4e-6 * i) + random.nextGaussian()).toArray();
        Column steps = new Column.Regular(0, 1, POINTS);
        for (String text : List.of("ema:0.9", "twema:0.9", "gaussian:1", "gaussian:5", "gaussian:20", "gaussian:1000",
                "gaussian:100000", "mean:21", "mean:10001", "median:21", "median:100001")) {
            Smoothing smoothing = Smoothing.parse(text).orElseThrow();
            time(text, () -> smoothing.smooth(steps, y).length);
        }
        List<GroupCurve.Member> members = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        for (int run = 0; run < 20; run++) {
            long[] own = new long[POINTS];
            for (int i = 0; i < POINTS; i++) {
                own[i] = i;
            }
            members.add(new GroupCurve.Member(MetricSeries.ofWholeSteps(own, new long[POINTS], y), new double[0]));
            curves.add(Curve.of(steps, y));
        }
        for (Band band : Band.values()) {
            time("20 runs, " + band, () -> GroupCurve.of(members,
                    new Grouping(Center.MEAN, band, Grouping.Between.NOTHING), new Cancel()).steps().length);
        }
        time("20 runs without outliers", () -> (int) Outliers.without(curves).span());
    }

    private static void time(String what, java.util.function.IntSupplier work) {
        double best = Double.POSITIVE_INFINITY;
        int sum = 0;
        for (int round = 0; round < 5; round++) {
            long began = System.nanoTime();
            sum += work.getAsInt();
            best = Math.min(best, (System.nanoTime() - began) / 1e6);
        }
        System.out.printf(Locale.ROOT, "%-28s %8.1f ms (%d)%n", what, best, sum);
    }
}
