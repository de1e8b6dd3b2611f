package cotejo.chart;

import cotejo.model.MetricSeries;
import cotejo.model.RunFrame;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws made-up lines until Java has compiled how, so that the first real ones need not wait for that.
public final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /// Enough that loops are compiled while they run, and few enough for a moment.
    private static final int POINTS = 1 << 15;
    private static final int RUNS = 6;
    private static final int ROUNDS = 8;
    private static final String METRIC = "metrics.a";

    private WarmUp() {
    }

    /// Takes about a second of one core and a few megabytes, all given back: for a background thread, when nothing else
    /// is to do.
    public static void lines(ChartTheme theme, Locale locale) {
        Painter.warmUp(theme, locale);
        List<LineRun> runs = IntStream.range(0, RUNS).mapToObj(i -> new LineRun(i, "", i)).toList();
        LineOptions options = LineOptions.of(new PanelSpec("", PanelSpec.Kind.LINE, "", Map.of("y", METRIC)));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                // As the first picture does: nothing is known yet.
                LineCharts charts = new LineCharts(new SeriesCache(WarmUp::series, 0), WarmUp::series);
                ChartSpec spec = charts.chart(options, RunFrame.empty(), runs,
                        new LineCharts.Look(theme, locale, ZoneOffset.UTC), new Cancel()).spec();
                LOG.trace("ready to draw, tried with {} points", Painter.paint(spec, 800, 500, 1).facts().points());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static MetricSeries series(long run, String metric) {
        SplittableRandom random = new SplittableRandom(run);
        long[] steps = new long[POINTS];
        long[] times = new long[POINTS];
        double[] values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            steps[i] = i;
            times[i] = i * 1000L + random.nextInt(100);
            values[i] = random.nextDouble();
        }
        return MetricSeries.ofWholeSteps(steps, times, values);
    }
}
