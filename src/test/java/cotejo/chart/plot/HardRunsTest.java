package cotejo.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.chart.ChartTheme;
import cotejo.chart.PanelSpec;
import cotejo.chart.PanelSpec.Kind;
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.work.Cancel;
import java.awt.geom.Rectangle2D;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs that a chart must not break on, for every kind of chart.
final class HardRunsTest {

    private enum Hard {
        NO_RUNS(Sweeps::new),
        ONE_RUN(() -> new Sweeps().run("one", Map.of("lr", "0.1"), Map.of("loss", 1.0))),
        NO_METRIC(() -> runs(12, i -> Map.of("lr", "0." + i), i -> Map.of())),
        NO_PARAM(() -> runs(12, i -> Map.of(), i -> Map.of("loss", (double) i))),
        ALL_NAN(() -> runs(12, i -> Map.of("lr", "0." + i), i -> Map.of("loss", Double.NaN))),
        INFINITE(() -> runs(12, i -> Map.of("lr", "0." + i), i -> Map.of("loss", i % 2 == 0
                ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY))),
        EQUAL(() -> runs(12, i -> Map.of("lr", "0.1", "a", "x"), i -> Map.of("loss", 0.25))),
        TWO_VALUES(() -> runs(12, i -> Map.of("lr", i < 6 ? "0.1" : "0.2"), i -> Map.of("loss", i < 6 ? 1.0 : 2.0))),
        HUGE(() -> runs(12, i -> Map.of("lr", i % 2 == 0 ? "1e308" : "-1e308"), i -> Map.of("loss", i % 2 == 0
                ? Double.MAX_VALUE : -Double.MAX_VALUE))),
        TINY(() -> runs(12, i -> Map.of("lr", i + "e-320"), i -> Map.of("loss", i * Double.MIN_VALUE))),
        ALONG_A_LINE(() -> runs(12, i -> Map.of("lr", "0." + i, "wd", "0." + i), i -> Map.of("loss", (double) i))),
        HALF_MISSING(() -> runs(60, i -> i % 2 == 0 ? Map.of("lr", "0." + i) : Map.of("opt", "o" + i % 5),
                i -> i % 3 == 0 ? Map.of() : Map.of("loss", (double) i))),
        MANY_PARAMS(() -> runs(4, i -> names(100_000, "param", k -> Integer.toString(i * k % 7)),
                i -> Map.of("loss", (double) i))),
        MANY_METRICS(() -> runs(4, i -> Map.of("lr", "0." + i), i -> names(100_000, "metric", k -> 0.5 * i * k))),
        LONG_NAMES(() -> runs(12, i -> Map.of("a".repeat(3000), "b".repeat(5000) + i), i -> Map.of(
                "m".repeat(3000), (double) i)));

        private final Supplier<Sweeps> runs;
        private @Nullable RunFrame made;

        Hard(Supplier<Sweeps> runs) {
            this.runs = runs;
        }

        /// Made once: some are large.
        RunFrame frame() {
            RunFrame frame = made == null ? runs.get().frame() : made;
            made = frame;
            return frame;
        }
    }

    private static final RunFrame MANY = runs(100_000, i -> Map.of("id", "word" + i, "x", Integer.toString(i)),
            i -> Map.of("loss", i * 0.5)).frame();

    private interface Of<T> {
        Map<String, T> at(int run);
    }

    private static Sweeps runs(int count, Of<String> params, Of<Double> metrics) {
        Sweeps sweep = new Sweeps();
        for (int i = 1; i <= count; i++) {
            sweep.run("run-" + i, params.at(i), metrics.at(i));
        }
        return sweep;
    }

    private static <T> Map<String, T> names(int count, String name, IntFunction<T> value) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(k -> name + k, value::apply));
    }

    private static Plot plot(Kind kind, RunFrame frame, Map<String, String> options) throws PlotException {
        return Plots.of(new PanelSpec("p", kind, "", options), frame, Sweeps.rows(frame),
                new Plots.Context(SeriesAt.none(), ZoneOffset.UTC, Cancel.never()));
    }

    static Stream<Arguments> everyKindOnEveryHardRuns() {
        return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.LINE)
                .flatMap(kind -> Arrays.stream(Hard.values()).map(hard -> Arguments.of(kind, hard)));
    }

    @ParameterizedTest
    @MethodSource("everyKindOnEveryHardRuns")
    void aChartIsPaintedAllTheSame(Kind kind, Hard hard) throws Exception {
        RunFrame frame = hard.frame();
        Map<String, String> options = kind == Kind.HEATMAP ? Map.of("mode", "CONTOUR") : Map.of();
        for (int width : new int[] {40, 500}) {
            PlotPicture picture = plot(kind, frame, options).picture(ChartTheme.LIGHT, width, width * 3 / 5, 1,
                    Set.of(1L));
            assertTrue(Arrays.stream(picture.pixels()).anyMatch(pixel -> pixel != 0), "an empty picture");
            assertNotNull(picture.hits().in(new Rectangle2D.Double(0, 0, width, width)));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINE")
    void aHundredThousandCategoriesDoNotBreakIt(Kind kind) throws Exception {
        Map<String, String> options = switch (kind) {
            case SCATTER -> Map.of("x", "params.id", "color", "params.id");
            case PARALLEL -> Map.of("axes", "params.id, params.x, metrics.loss");
            case HISTOGRAM -> Map.of("x", "params.id");
            case HEATMAP -> Map.of("x", "params.id", "y", "params.id");
            case PARETO, IMPORTANCE -> Map.of("y", "metrics.loss", "trees", "10");
            case BAR, BOX, VIOLIN, LINE -> Map.of("group", "params.id");
        };
        Map<String, String> known = new HashMap<>(options);
        known.keySet().removeIf(name -> PlotKinds.options(kind).stream().noneMatch(o -> o.name().equals(name)));
        Plot plot = plot(kind, MANY, known);
        PlotPicture picture = plot.picture(ChartTheme.DARK, 640, 400, 1, Set.of());
        assertTrue(Arrays.stream(picture.pixels()).anyMatch(pixel -> pixel != 0), "an empty picture");
        assertEquals(100_000, plot.size());
    }

    /// As doubles 2⁵³ and 2⁵³ + 1 are the same step.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINE")
    void aMetricAtAStepBeyondDoublesDoesNotBreakIt(Kind kind) throws Exception {
        String column = "at(metrics.loss, 9007199254740993)";
        Map<String, String> options = new HashMap<>(Map.of("x", column, "y", column, "color", column, "axes",
                column + ", params.lr", "group", column));
        options.keySet().removeIf(name -> PlotKinds.options(kind).stream().noneMatch(o -> o.name().equals(name)));
        RunFrame frame = Hard.TWO_VALUES.frame();
        Plot plot = Plots.of(new PanelSpec("p", kind, "", options), frame, Sweeps.rows(frame), new Plots.Context(
                (run, metric, step) -> step == 0x1p53 ? OptionalDouble.of(run) : OptionalDouble.empty(),
                ZoneOffset.UTC, Cancel.never()));
        PlotPicture picture = plot.picture(ChartTheme.LIGHT, 500, 300, 1, Set.of());
        assertTrue(Arrays.stream(picture.pixels()).anyMatch(pixel -> pixel != 0), "an empty picture");
        assertTrue(plot.nothing().isEmpty(), plot.nothing().toString());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINE")
    void theSameRunsGiveTheSamePixels(Kind kind) throws Exception {
        RunFrame frame = Sweeps.network(80);
        int[] once = plot(kind, frame, Map.of()).picture(ChartTheme.DARK, 400, 240, 1, Set.of()).pixels();
        assertTrue(Arrays.equals(once, plot(kind, frame, Map.of()).picture(ChartTheme.DARK, 400, 240, 1, Set.of())
                .pixels()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINE")
    void everyOptionHasItsChoicesAndNames(Kind kind) throws Exception {
        for (PlotOption option : PlotKinds.options(kind)) {
            assertTrue(!option.label().isEmpty());
            for (String choice : option.choices()) {
                assertTrue(!PlotOption.label(choice).isEmpty());
                assertNotNull(plot(kind, Sweeps.network(20), Map.of(option.name(), choice)));
            }
        }
    }

    @Test
    void aWrongNumberIsSaid() {
        PlotException wrong = assertThrows(PlotException.class,
                () -> plot(Kind.HISTOGRAM, Sweeps.network(20), Map.of("bins", "many")));
        assertTrue(String.valueOf(wrong.getMessage()).contains("many"), wrong.getMessage());
    }
}
