package cotejo.bench;

import com.sun.management.OperatingSystemMXBean;
import cotejo.chart.ChartTheme;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.StrandHits;
import cotejo.chart.plot.Sweeps;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.SeriesAt;
import cotejo.ui.Fx;
import cotejo.ui.link.Linked;
import cotejo.ui.plots.BoardChart;
import cotejo.ui.plots.PlotPanels;
import cotejo.ui.plots.PlotProbe;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.Parent;

/// From a brush on one of 12 parallel axes to the new picture of 10,000 runs, in wall time and, since
/// neighbours may use the machine too, in processor time: percentiles over brushes that select 5 to 65 % of the runs.
public final class ParallelBench {

    private static final int AXES = 12;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ParallelBench() {
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        RunFrame frame = frame(runs);
        Linked linked = Linked.alone();
        List<ColumnRef> axes = new ArrayList<>();
        for (int i = 0; i < AXES - 1; i++) {
            axes.add(new ColumnRef.Param("p" + i));
        }
        axes.add(ColumnRef.metric("loss"));
        String option = String.join(", ", axes.stream().map(ColumnRef::text).toList());
        BoardChart chart = Fx.run(() -> {
            BoardChart opened = PlotPanels.open(new PanelSpec("p", PanelSpec.Kind.PARALLEL, "",
                    Map.of("axes", option)), SeriesAt.none(), linked, work -> Thread.ofVirtual().start(work),
                    Platform::runLater, PlotProbe.hand());
            Fx.scene((Parent) opened.node(), 1000, 420);
            opened.theme(ChartTheme.LIGHT);
            opened.show(frame, Sweeps.rows(frame));
            return opened;
        });
        Fx.until(() -> PlotProbe.shown(chart));
        List<Double> times = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 120; i++) {
            int axis = random.nextInt(AXES);
            double from = random.nextDouble() * 0.3;
            double to = from + 0.05 + random.nextDouble() * 0.6;
            long began = System.nanoTime();
            long worked = PROCESS.getProcessCpuTime();
            Fx.run(() -> {
                PlotProbe.brush(chart, axes.get(axis), new StrandHits.Stretch(from, to));
                return 0;
            });
            while (Fx.run(() -> PlotProbe.busy(chart))) {
                Thread.sleep(1);
            }
            if (i >= 20) {
                times.add((System.nanoTime() - began) / 1e6);
                work.add((PROCESS.getProcessCpuTime() - worked) / 1e6);
            }
            Fx.run(() -> {
                PlotProbe.clear(chart);
                return 0;
            });
            while (Fx.run(() -> PlotProbe.busy(chart))) {
                Thread.onSpinWait();
            }
        }
        System.out.printf("%d runs x %d axes%n", runs, AXES);
        say("brush to picture, wall time", times);
        say("the same, processor time of all threads", work);
        Platform.exit();
    }

    private static void say(String what, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf("%s: median %.1f ms, p95 %.1f ms, most %.1f ms%n", what, sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
    }

    private static RunFrame frame(int runs) {
        Random random = new Random(1);
        Sweeps sweep = new Sweeps();
        for (int i = 0; i < runs; i++) {
            Map<String, String> params = new HashMap<>();
            for (int p = 0; p < AXES - 1; p++) {
                params.put("p" + p, p % 4 == 3 ? "kind" + random.nextInt(6)
                        : p % 4 == 2 ? Double.toString(Math.pow(10, -5 + 4 * random.nextDouble()))
                        : Double.toString(random.nextGaussian()));
            }
            sweep.run("run-" + i, params, Map.of("loss", random.nextDouble()));
        }
        return sweep.frame();
    }
}
