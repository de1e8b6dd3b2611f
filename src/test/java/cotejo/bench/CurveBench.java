package cotejo.bench;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import cotejo.analysis.M4;
import cotejo.analysis.Range;
import cotejo.analysis.Reduced;
import cotejo.analysis.Smoothing;
import cotejo.chart.ChartSpec;
import cotejo.chart.ChartTheme;
import cotejo.chart.CurveSpec;
import cotejo.chart.Dash;
import cotejo.chart.Painter;
import cotejo.chart.Picture;
import cotejo.chart.Scale;
import cotejo.chart.XMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From points in memory to pixels: preparing, reducing, and whole frames of a moving window, 1000 × 600.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g", "-Djava.awt.headless=true"})
@State(Scope.Benchmark)
public class CurveBench {

    private static final int POINTS = 1_000_000;

    private final List<CurveSpec> curves = new ArrayList<>();
    private double[] values = new double[0];
    private Range full = Range.NOTHING;
    private Range heights = Range.NOTHING;
    private int frame;

    @Setup
    public void points() {
        Random random = new Random(1);
        for (int run = 0; run < 100; run++) {
            double[] y = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                y[i] = Math.exp(-4.0 * i / POINTS) * (1 + run * 0.02) + 0.05 * random.nextGaussian();
            }
            values = y;
            curves.add(new CurveSpec(run, "run " + run, ChartTheme.LIGHT.line(run), Dash.SOLID,
                    Curve.of(new Column.Regular(0, 1, POINTS), y), null));
        }
        full = ChartSpec.fullX(curves);
        heights = ChartSpec.fullY(curves, Scale.LINEAR);
    }

    @Benchmark
    public Curve prepareOneMillion() {
        return Curve.of(new Column.Regular(0, 1, POINTS), values);
    }

    @Benchmark
    public double[] smoothOneMillion() {
        return Smoothing.exponential(values, 0.9);
    }

    @Benchmark
    public Reduced reduceOneMillion() {
        return M4.reduce(curves.get(0).raw(), full, 900);
    }

    private Picture frame(int runs) {
        double shift = (frame++ % 100) * 1000.0;
        ChartSpec spec = new ChartSpec("loss", XMode.STEP, Scale.LINEAR, curves.subList(0, runs),
                new Range(full.low() + shift, full.high() - 100_000 + shift), heights, ChartTheme.LIGHT,
                Locale.ENGLISH, ZoneOffset.UTC, null);
        return Painter.paint(spec, 1000, 600, 1);
    }

    @Benchmark
    public Picture frameOf1() {
        return frame(1);
    }

    @Benchmark
    public Picture frameOf20() {
        return frame(20);
    }

    @Benchmark
    public Picture frameOf100() {
        return frame(100);
    }
}
