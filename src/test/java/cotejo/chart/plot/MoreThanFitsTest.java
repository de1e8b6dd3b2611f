package cotejo.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.chart.ChartTheme;
import cotejo.chart.FigureFile;
import cotejo.chart.FigureSize;
import cotejo.chart.PanelSpec;
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.work.Cancel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What has no room in a chart is counted in it.
final class MoreThanFitsTest {

    private static final int RUNS = 200;

    /// Two hundred runs in a hundred groups, with many params, of which eight are the same in all.
    private static RunFrame runs() {
        Sweeps sweep = new Sweeps();
        for (int i = 0; i < RUNS; i++) {
            Map<String, String> params = new HashMap<>(Map.of("group", "g-" + i % 100, "path", "/runs/of/" + i,
                    "seed", Integer.toString(i % 5)));
            for (int k = 0; k < 60; k++) {
                params.put("p%02d".formatted(k), Integer.toString((i * 31 + k * i * 17) % 7));
            }
            sweep.run("run-" + i, params, Map.of("y", 1.0 + i * 37 % RUNS));
        }
        return sweep.frame();
    }

    private static Plot plot(PanelSpec.Kind kind, String group) throws Exception {
        RunFrame frame = runs();
        Map<String, String> options = group == null ? Map.of() : Map.of("group", group);
        return Plots.of(new PanelSpec("p", kind, "", options), frame, Sweeps.rows(frame),
                new Plots.Context(SeriesAt.none(), ZoneOffset.UTC, Cancel.never()));
    }

    @ParameterizedTest
    @CsvSource({"BAR,,200,run-\\d+", "BAR,params.group,100,g-\\d+", "BOX,params.group,100,g-\\d+",
        "VIOLIN,params.group,100,g-\\d+", "IMPORTANCE,,55,(?:p\\d\\d|seed|group)"})
    void whatIsNotShownIsCounted(PanelSpec.Kind kind, String group, int all, String name) throws Exception {
        String svg = new String(FigureFile.bytes(plot(kind, group).drawing(ChartTheme.LIGHT),
                FigureSize.parse("500px").orElseThrow(), FigureFile.Format.SVG), StandardCharsets.UTF_8);
        int shown = (int) Pattern.compile(">" + name + "</text>").matcher(svg).results().count();
        int left = Pattern.compile("(\\d+) more(?: groups are not shown| parameters are not asked|</text>)")
                .matcher(svg).results().mapToInt(more -> Integer.parseInt(more.group(1))).sum();
        assertTrue(shown > 3, svg);
        assertEquals(all, shown + left);
    }

    /// A weight decay of 0 is no lack of one.
    @ParameterizedTest
    @CsvSource({"'',0 0", "params.wd,0 1"})
    void aZeroHasItsPlaceOnAnAxisThatIsLogarithmicByItself(String log, String counts) throws Exception {
        Sweeps sweep = new Sweeps();
        for (String wd : List.of("0", "0.0001", "0.01", "1")) {
            sweep.run("run " + wd, Map.of("wd", wd), Map.of("y", 1 + Double.parseDouble(wd)));
        }
        RunFrame frame = sweep.frame();
        Plot plot = Plots.of(new PanelSpec("p", PanelSpec.Kind.PARALLEL, "", Map.of("axes", "params.wd, metrics.y",
                "log", log)), frame, Sweeps.rows(frame), new Plots.Context(SeriesAt.none(), ZoneOffset.UTC,
                Cancel.never()));
        long lacking = plot.remarks().stream().filter(remark -> remark.contains("lacks a value")).count();
        long hidden = plot.remarks().stream().filter(remark -> remark.contains("hidden by the logarithmic")).count();
        assertEquals(counts, lacking + " " + hidden);
    }

    /// Its name in each run, and then the seed.
    @Test
    void whatOnlyTellsRunsApartIsNoAxisByItself() throws Exception {
        assertTrue(plot(PanelSpec.Kind.PARALLEL, null).columns().stream().noneMatch(column -> column.name()
                .equals("path")));
        List<String> scatter = plot(PanelSpec.Kind.SCATTER, null).columns().stream().map(PlotColumn::name).toList();
        assertTrue(scatter.stream().noneMatch(column -> column.equals("seed") || column.equals("path")),
                scatter.toString());
        assertEquals("y", plot(PanelSpec.Kind.PARALLEL, null).columns().getLast().name());
    }
}
