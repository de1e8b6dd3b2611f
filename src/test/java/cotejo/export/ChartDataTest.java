package cotejo.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.chart.ChartTheme;
import cotejo.chart.LineChart;
import cotejo.chart.LineCharts;
import cotejo.chart.LineOptions;
import cotejo.chart.LineRun;
import cotejo.chart.PanelSpec;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesReader;
import cotejo.model.Lifecycle;
import cotejo.model.MetricSeries;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import cotejo.work.Cancel;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartDataTest {

    private static final long FAR = (1L << 53) - 3;

    /// Run 0 stands around 2⁵³ in disorder, run 1 at small steps.
    private static MetricSeries read(long run, String metric) {
        long[] steps = run == 0 ? LongStream.of(0, 1, 2, 3, 4, 5, 4, 7, Long.MAX_VALUE - FAR).map(i -> FAR + i)
                .toArray() : new long[] {10, 20};
        double[] values = new double[steps.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 2 ? Double.NaN : i;
        }
        return MetricSeries.ofWholeSteps(steps, new long[steps.length], values);
    }

    private static LineChart chart(SeriesReader reader, String smoothing) throws IOException {
        RunFrame.Builder builder = RunFrame.builder();
        for (int i = 0; i < 2; i++) {
            builder.add(new Run(i, 1, 1, "id" + i, "run " + i, RunStatus.FINISHED, Lifecycle.ACTIVE, 1, 2, "", "", null,
                    false, false), new RunFacts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of()));
        }
        RunFrame frame = builder.build(Map.of());
        return new LineCharts(new SeriesCache(reader, 1 << 20), reader).chart(LineOptions.of(new PanelSpec("p",
                PanelSpec.Kind.LINE, "", Map.of("y", "metrics.loss", "smoothing", smoothing))), frame,
                LineRun.of(frame, new int[] {0, 1}), new LineCharts.Look(ChartTheme.LIGHT, Locale.ENGLISH,
                        ZoneOffset.UTC), new Cancel());
    }

    private static List<String> column(ChartData data, int column) {
        List<String> found = new ArrayList<>();
        data.rows().forEach(row -> found.add(switch (row.get(column)) {
            case Cell.Text(String text) -> text;
            case Cell.Number(double number) -> "as a double " + number;
            case Cell.Empty _ -> "";
        }));
        return found;
    }

    /// The point that is NaN is not drawn.
    @ParameterizedTest
    @CsvSource({"ema:0", "ema:0.6"})
    void stepsThatNoDoubleHoldsAreTheStoredOnesAsDrawnToo(String smoothing) throws IOException {
        List<String> exact = LongStream.of(0, 1, 3, 4, 5, 4, 7, Long.MAX_VALUE - FAR)
                .mapToObj(i -> Long.toString(FAR + i)).toList();
        ChartData drawn = ChartData.drawn(chart(ChartDataTest::read, smoothing), 900, new Cancel());
        List<String> x = column(drawn, 3);
        assertEquals(exact, x.subList(0, exact.size()));
        assertEquals(List.of("10", "20"), x.subList(x.size() - 2, x.size()));
    }
}
