package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.analysis.Curve;
import cotejo.analysis.GroupCurve;
import cotejo.analysis.Range;
import cotejo.analysis.Smoothing;
import cotejo.analysis.Ticks;
import cotejo.model.Lifecycle;
import cotejo.model.MetricSeries;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import cotejo.work.Cancel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Six runs of two rates and three seeds, whose losses are easy to reckon with.
final class LineChartsTest {

    private static final double[][] LOSSES = {{1, 2, 3}, {2, 3, 4}, {3, 4, 5}, {10, 20, 30}, {20, 30, 40},
        {30, 40, 50}};

    private static RunFrame frame() {
        RunFrame.Builder builder = RunFrame.builder();
        for (int i = 0; i < 6; i++) {
            builder.add(run(i), new RunFacts(new TreeMap<>(Map.of("lr", i < 3 ? "0.1" : "0.01", "seed", "" + i % 3,
                    "same", "yes")), new TreeMap<>(), new TreeMap<>(), List.of()));
        }
        return builder.build(Map.of());
    }

    private static Run run(int i) {
        return new Run(i, 1, 1, "id" + i, "run " + i, RunStatus.FINISHED, Lifecycle.ACTIVE, 1, 2, "", "", null, false,
                false);
    }

    private static MetricSeries series(double... values) {
        long[] steps = IntStream.range(0, values.length).mapToLong(step -> step).toArray();
        long[] times = IntStream.range(0, values.length).mapToLong(step -> 5000 + 1000L * step).toArray();
        return MetricSeries.ofWholeSteps(steps, times, values);
    }

    private static MetricSeries read(long run, String metric) {
        return switch (metric) {
            case "loss" -> series(LOSSES[(int) run]);
            case "examples" -> series(0, 32);
            default -> MetricSeries.empty();
        };
    }

    private static LineChart chart(SeriesReader reader, String... options) throws IOException {
        PanelSpec panel = new PanelSpec("p", PanelSpec.Kind.LINE, "", Map.of("y", "metrics.loss"));
        for (int i = 0; i < options.length; i += 2) {
            panel = panel.with(options[i], options[i + 1]);
        }
        RunFrame frame = frame();
        return new LineCharts(new SeriesCache(reader, 1 << 20), reader).chart(LineOptions.of(panel), frame,
                LineRun.of(frame, IntStream.range(0, 6).toArray()),
                new LineCharts.Look(ChartTheme.LIGHT, Locale.ENGLISH, ZoneOffset.UTC), new Cancel());
    }

    private static LineChart chart(String... options) throws IOException {
        return chart(LineChartsTest::read, options);
    }

    private static List<String> names(LineChart chart) {
        return chart.legend().stream().map(line -> line.curve().name()).toList();
    }

    @Test
    void aRunIsNamedByTheParamsThatDiffer() throws IOException {
        assertEquals(List.of("lr=0.1 · seed=0", "lr=0.1 · seed=1", "lr=0.1 · seed=2", "lr=0.01 · seed=0",
                "lr=0.01 · seed=1", "lr=0.01 · seed=2"), names(chart()).stream()
                .map(name -> name.startsWith("seed") ? name.replaceAll("(.*) · (.*)", "$2 · $1") : name).toList());
    }

    @Test
    void runsThatDifferInASeedBecomeOneLine() throws IOException {
        LineChart chart = chart("group", "params.seed", "groupMode", "ALL_BUT", "band", "MINMAX");
        assertEquals(List.of("lr=0.01 (n = 3)", "lr=0.1 (n = 3)"), names(chart));
        GroupCurve second = chart.legend().get(1).group();
        assertNotNull(second);
        assertArrayEquals(new double[] {2, 3, 4}, second.center());
        assertArrayEquals(new double[] {1, 2, 3}, second.lower());
        assertEquals(6, chart.lines().size() - chart.legend().size());
        assertEquals(List.of(3L, 4L, 5L), chart.legend().get(0).runs());
    }

    @Test
    void groupsAreMadeByColumnsAndMembersCanBeHidden() throws IOException {
        LineChart chart = chart("group", "params.seed", "members", "HIDDEN", "centre", "MEDIAN");
        assertEquals(List.of("seed=0 (n = 2)", "seed=1 (n = 2)", "seed=2 (n = 2)"), names(chart));
        assertEquals(3, chart.lines().size());
        assertTrue(chart.remarks(Facts.NONE).getFirst().startsWith("Median"));
    }

    @Test
    void groupsHaveColoursOfTheirOwn() throws IOException {
        assertEquals(3, chart("group", "params.seed").legend().stream().map(line -> line.curve().argb()).distinct()
                .count());
    }

    /// The mean 2, 3, 4 smoothed by hand: TensorBoard's average with s = ½ gives 2, 8/3, 24/7; the edges 1, 2, 3 give
    /// 1, 5/3, 17/7.
    @Test
    void aggregationComesBeforeSmoothing() throws IOException {
        LineChart chart = chart("group", "params.lr", "band", "MINMAX", "smoothing", "ema:0.5");
        CurveSpec line = chart.legend().get(1).curve();
        assertNotNull(line.smoothed());
        assertEquals(24 / 7.0, line.line().y(2), 1e-12);
        assertNotNull(line.band());
        assertEquals(17 / 7.0, line.band().lower().y(2), 1e-12);
        assertEquals(3, line.raw().y(1));
    }

    @Test
    void anotherMetricRunsAlongXAndPointsWithoutPartnersAreCounted() throws IOException {
        LineChart chart = chart("x", "metrics.examples");
        Curve line = chart.lines().getFirst().curve().raw();
        assertEquals(2, line.size());
        assertEquals(32, line.x(1));
        assertEquals(6, chart.extra().unmatched());
        assertTrue(chart.remarks(Facts.NONE).contains("6 points without a value of examples at their step left out"));
        assertEquals("examples", chart.spec().xLabel());
    }

    @Test
    void relativeTimeBeginsAtZero() throws IOException {
        assertEquals(2000, chart("x", "relative").lines().getFirst().curve().raw().x(2));
    }

    @Test
    void severalMetricsStandInOneChart() throws IOException {
        LineChart chart = chart("y", "metrics.loss\nmetrics.examples");
        assertEquals(12, chart.lines().size());
        assertTrue(chart.lines().get(6).curve().name().endsWith(" · examples"));
        assertEquals("loss, examples", chart.spec().title());
    }

    @Test
    void typedLimitsHoldAndNonsenseDoesNot() throws IOException {
        ChartSpec spec = chart("yMin", "0", "yMax", "7", "xMin", "9", "xMax", "3").spec();
        assertEquals(0, spec.y().low());
        assertEquals(7, spec.y().high());
        assertEquals(2, spec.x().high());
    }

    /// Twenty steps around 2⁵³, most of which doubles tell apart, are no single stroke in a window of 10¹⁵ steps.
    @Test
    void closeStepsFarFrom0HaveTheWholeWidth() throws IOException {
        long far = (1L << 53) - 7;
        SeriesReader reader = (run, metric) -> MetricSeries.ofWholeSteps(
                IntStream.range(0, 20).mapToLong(i -> far + i).toArray(), new long[20],
                IntStream.range(0, 20).mapToDouble(i -> i).toArray());
        assertEquals(new Range(far, far + 19), chart(reader).spec().x());
        assertEquals("9,007,199,254,740,990", Ticks.linear(new Range(far, far + 19), 2, Locale.ENGLISH).getFirst()
                .label());
    }

    /// One instant is seen among seconds, not among years.
    @Test
    void aSingleTimeHasSecondsAroundIt() throws IOException {
        long now = 1_764_000_000_000L;
        SeriesReader reader = (run, metric) -> MetricSeries.ofWholeSteps(new long[] {0, 1}, new long[] {now, now},
                new double[] {1, 2});
        Range x = chart(reader, "x", "WALL").spec().x();
        assertTrue(x.contains(now) && x.span() < 60_000 && x.span() > 100, x.toString());
    }

    /// Whatever the dashes of its line; the lower third has the legend, whose sample is of the same colour.
    @Test
    void aPointWithoutNeighboursIsADotInAFigure() throws IOException {
        for (int only = 0; only < 6; only++) {
            int run = only;
            LineChart chart = chart((key, metric) -> key == run ? series(7) : MetricSeries.empty());
            BufferedImage image = FigureFile.image(chart, FigureSize.parse("400px").orElseThrow(), 1);
            int argb = chart.spec().curves().getFirst().argb() | 0xff000000;
            int width = image.getWidth();
            long dot = IntStream.range(0, width * (image.getHeight() * 2 / 3))
                    .filter(at -> image.getRGB(at % width, at / width) == argb).count();
            assertTrue(dot >= 4, run + ": " + dot);
        }
    }

    @Test
    void outliersDoNotStretchTheAxis() throws IOException {
        double[] values = IntStream.range(0, 200).mapToDouble(i -> i == 100 ? 1e9 : i % 10).toArray();
        SeriesReader reader = (run, metric) -> series(values);
        assertTrue(chart(reader, "outliers", "IGNORE").spec().y().high() < 20);
        assertTrue(chart(reader).spec().y().high() > 1e8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "group=params.lr", "x=metrics.loss", "yScale=LOG", "yScale=SYMLOG", "xScale=LOG",
        "smoothing=gaussian:3", "smoothing=median:5", "outliers=IGNORE", "pieces=APART", "x=RELATIVE;xScale=LOG"})
    void oddSeriesDoNotBreakAChart(String options) throws IOException {
        long far = (1L << 53) + 1;
        List<MetricSeries> odd = new ArrayList<>(List.of(MetricSeries.empty(), series(7),
                series(Double.NaN, Double.NaN, Double.NaN), series(5, 5, 5, 5),
                series(Double.POSITIVE_INFINITY, -1, 0, Double.NEGATIVE_INFINITY),
                MetricSeries.ofWholeSteps(new long[] {far, far + 1, far + 2, far}, new long[4],
                        new double[] {1, 2, 3, -1e300})));
        List<String> pairs = new ArrayList<>();
        for (String option : options.isEmpty() ? new String[0] : options.split(";")) {
            pairs.addAll(List.of(option.split("=", 2)));
        }
        LineChart chart = chart((run, metric) -> odd.get((int) run), pairs.toArray(new String[0]));
        Picture picture = Painter.paint(chart.spec(), 300, 200, 1);
        assertEquals(300 * 200, picture.pixels().length);
        for (FigureFile.Format format : FigureFile.Format.values()) {
            assertTrue(FigureFile.bytes(chart, FigureSize.parse("300px").orElseThrow(), format).length > 500);
        }
    }

    @Test
    void noMetricIsAChartWithoutLines() throws IOException {
        LineChart chart = chart("y", "metrics.nothing");
        assertEquals(0, chart.lines().size());
        assertEquals(6, chart.extra().empty());
        assertEquals(200 * 100, Painter.paint(chart.spec(), 200, 100, 1).pixels().length);
    }

    @Test
    void optionsThatCannotBeReadHaveTheirDefaults() {
        LineOptions options = LineOptions.of(new PanelSpec("p", PanelSpec.Kind.LINE, "", Map.of("x", "sideways",
                "smoothing", "much", "yMin", "low", "band", "brass", "xScale", "log", "y", "val/loss")));
        assertEquals(XMode.METRIC, options.xMode());
        assertEquals("sideways", options.xMetric());
        assertEquals(Smoothing.none(), options.smoothing());
        assertEquals(YScale.LOG, options.xScale());
        assertEquals(List.of("val/loss"), options.metrics());
        assertTrue(Double.isNaN(options.limits().yMin()));
    }

    @Test
    void theRawLineCanBeHidden() throws IOException {
        LineChart chart = chart("smoothing", "mean:3", "raw", "HIDDEN");
        assertNull(chart.lines().getFirst().curve().smoothed());
        assertEquals(1.5, chart.lines().getFirst().curve().raw().y(0));
    }
}
