package cotejo.bench;

import cotejo.Workbench;
import cotejo.chart.ChartSpec;
import cotejo.chart.ChartTheme;
import cotejo.chart.CurveSpec;
import cotejo.chart.Dash;
import cotejo.chart.Painter;
import cotejo.chart.Scale;
import cotejo.chart.SeriesPoints;
import cotejo.chart.WarmUp;
import cotejo.chart.XMode;
import cotejo.model.RunFrame;
import cotejo.store.SeriesStore;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Tasks;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Times a curve from the store to its pixels: reading the points, preparing them, and painting a picture of
/// 1000 × 600. Usage: `CurveFromStoreBench WORKSPACE`, a workspace whose first run has long series; prints one JSON
/// object a metric, the first of them cold.
public final class CurveFromStoreBench {

    private CurveFromStoreBench() {
    }

    public static void main(String[] args) {
        // As the window does while nothing else is to do.
        SeriesStore.warmUp();
        WarmUp.lines(ChartTheme.LIGHT, Locale.ENGLISH);
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(Path.of(args[0])), "bench", Tasks.inline())) {
            RunFrame frame = bench.workspace().catalog().frame();
            long key = frame.run(0).key();
            for (String metric : frame.metricKeys()) {
                long begun = System.nanoTime();
                long worked = worked();
                SeriesPoints points = new SeriesPoints(bench.workspace().series().read(key, metric));
                long read = System.nanoTime();
                List<CurveSpec> curves = List.of(new CurveSpec(key, "run", 0xff3355cc, Dash.SOLID,
                        points.curve(XMode.STEP), null));
                ChartSpec spec = new ChartSpec(metric, XMode.STEP, Scale.LINEAR, curves, ChartSpec.fullX(curves),
                        ChartSpec.fullY(curves, Scale.LINEAR), ChartTheme.LIGHT, Locale.ENGLISH,
                        java.time.ZoneOffset.UTC, null);
                Painter.paint(spec, 1000, 600, 1);
                System.out.printf(Locale.ROOT, "{\"points\":%d,\"readMs\":%.1f,\"allMs\":%.1f,\"cpuMs\":%.1f}%n",
                        points.size(),
                        (read - begun) / 1e6, (System.nanoTime() - begun) / 1e6,
                        (worked() - worked) / 1e6);
            }
        }
    }

    /// Nanoseconds of processor time that the program has taken so far, with what Java does beside it.
    static long worked() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
