package cotejo.bench;

import cotejo.Workbench;
import cotejo.chart.ChartTheme;
import cotejo.chart.LineCharts;
import cotejo.chart.LineOptions;
import cotejo.chart.LineRun;
import cotejo.chart.Painter;
import cotejo.chart.PanelSpec;
import cotejo.chart.Picture;
import cotejo.chart.SeriesCache;
import cotejo.chart.WarmUp;
import cotejo.model.RunFrame;
import cotejo.store.SeriesStore;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Times the first picture of one metric of all runs, from the store to pixels of 1000 × 600, with nothing cached;
/// besides the processor time of the whole program, as others may want the processor too.
/// Usage: `FirstPictureBench WORKSPACE METRIC`; prints one JSON object a round, the first of them cold.
public final class FirstPictureBench {

    private FirstPictureBench() {
    }

    public static void main(String[] args) throws Exception {
        // As the window does while nothing else is to do.
        SeriesStore.warmUp();
        WarmUp.lines(ChartTheme.LIGHT, Locale.ENGLISH);
        try (Workbench bench = Workbench.open(WorkspaceFolder.at(Path.of(args[0])), "bench", Tasks.inline())) {
            RunFrame frame = bench.workspace().catalog().frame();
            int[] rows = IntStream.range(0, frame.size()).toArray();
            LineOptions options = LineOptions.of(new PanelSpec("p", PanelSpec.Kind.LINE, "", Map.of("y", args[1])));
            for (int round = 0; round < 6; round++) {
                long begun = System.nanoTime();
                long worked = CurveFromStoreBench.worked();
                LineCharts charts = new LineCharts(new SeriesCache(bench.workspace().series()::read, 1L << 30),
                        bench.workspace().series()::read);
                Picture picture = Painter.paint(charts.chart(options, frame, LineRun.of(frame, rows),
                        new LineCharts.Look(ChartTheme.LIGHT, Locale.ENGLISH, ZoneOffset.UTC), new Cancel()).spec(),
                        1000, 600, 1);
                System.out.printf(Locale.ROOT, "{\"runs\":%d,\"points\":%d,\"ms\":%.1f,\"cpuMs\":%.1f}%n", rows.length,
                        picture.facts().points(), (System.nanoTime() - begun) / 1e6,
                        (CurveFromStoreBench.worked() - worked) / 1e6);
            }
        }
    }
}
