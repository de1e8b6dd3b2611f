package cotejo.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.chart.ChartTheme;
import cotejo.chart.LineOptions.Limits;
import cotejo.chart.PanelSpec;
import cotejo.chart.PanelSpec.Kind;
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.work.Cancel;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Parts of charts and the scales of their axes.
final class PlotZoomTest {

    private static final double NAN = Double.NaN;

    /// Run k has x = k and y = 10^(k - 3), k from 1 to 9; run 10 has y = -1000.
    private static RunFrame decades() {
        Sweeps runs = new Sweeps();
        for (int k = 1; k <= 9; k++) {
            runs.run("run-" + k, Map.of("x", Integer.toString(k), "group", k % 2 == 0 ? "even" : "odd"),
                    Map.of("y", Math.pow(10, k - 3)));
        }
        return runs.run("run-10", Map.of("x", "10", "group", "even"), Map.of("y", -1000.0)).frame();
    }

    private static PlotPicture picture(Kind kind, Map<String, String> options, Limits limits) throws PlotException {
        RunFrame frame = decades();
        return Plots.of(new PanelSpec("p", kind, "", options), frame, Sweeps.rows(frame),
                        new Plots.Context(SeriesAt.none(), ZoneOffset.UTC, Cancel.never()))
                .picture(ChartTheme.LIGHT, 600, 400, 1, Set.of(), limits);
    }

    private static Map<String, String> options(Kind kind) {
        return switch (kind) {
            case SCATTER, PARETO -> Map.of("x", "params.x", "y", "metrics.y");
            case HISTOGRAM -> Map.of("x", "params.x");
            case HEATMAP -> Map.of("x", "params.x", "y", "params.group", "color", "metrics.y");
            case BAR, BOX, VIOLIN, IMPORTANCE -> Map.of("y", "metrics.y");
            case PARALLEL, LINE -> Map.of();
        };
    }

    private static Set<Integer> drawn(PlotPicture picture) {
        Set<Integer> runs = new TreeSet<>();
        for (int run = 0; run < 10; run++) {
            if (picture.hits().outline(run) != null) {
                runs.add(run + 1);
            }
        }
        return runs;
    }

    private static double middle(PlotPicture picture, int run) {
        Shape outline = Objects.requireNonNull(picture.hits().outline(run - 1));
        return outline.getBounds2D().getCenterY();
    }

    @ParameterizedTest
    @EnumSource(names = {"SCATTER", "PARETO", "HEATMAP"})
    void onlyRunsBetweenTheEndsAreSeen(Kind kind) throws Exception {
        assertEquals(Set.of(3, 4, 5, 6), drawn(picture(kind, options(kind), new Limits(2.6, 6.4, NAN, NAN))));
    }

    @ParameterizedTest
    @EnumSource(names = {"SCATTER", "PARETO"})
    void endsAreWhereTheyWereChosen(Kind kind) throws Exception {
        PlotPicture picture = picture(kind, options(kind), new Limits(2, 6, 0, 100));
        ZoomAxes axes = Objects.requireNonNull(picture.zoom());
        Rectangle2D area = axes.area();
        Shape outline = Objects.requireNonNull(picture.hits().outline(3));
        assertEquals(area.getCenterX(), outline.getBounds2D().getCenterX(), 0.01);
        assertEquals(area.getMaxY() - area.getHeight() / 10, outline.getBounds2D().getCenterY(), 0.01);
    }

    @Test
    void endsInOptionsHoldWhereNobodyZooms() throws Exception {
        assertEquals(Set.of(3, 4), drawn(picture(Kind.SCATTER, Map.of("x", "params.x", "y", "metrics.y", "xMin", "2.5",
                "xMax", "4.5"), Limits.NONE)));
    }

    /// By `sign(v) · log10(1 + |v| / c)` with c = 1000, three powers of ten below the greatest distance from 0, as
    /// [cotejo.chart.Scale] promises: 10^6 stands at log10(1001), -1000 at -log10(2).
    @Test
    void aSymmetricLogarithmShowsBothSigns() throws Exception {
        PlotPicture picture = picture(Kind.SCATTER, Map.of("x", "params.x", "y", "metrics.y", "yScale", "SYMLOG"),
                new Limits(NAN, NAN, -1000, 1e6));
        Rectangle2D area = Objects.requireNonNull(picture.zoom()).area();
        double low = -Math.log10(2);
        double span = Math.log10(1001) - low;
        assertEquals(area.getMaxY(), middle(picture, 10), 0.01);
        assertEquals(area.getMinY(), middle(picture, 9), 0.01);
        assertEquals(area.getMaxY() - (Math.log10(101) - low) / span * area.getHeight(), middle(picture, 8), 0.01);
    }

    @Test
    void aLogarithmicScaleKeepsPowersApartEvenly() throws Exception {
        PlotPicture picture = picture(Kind.SCATTER, Map.of("x", "params.x", "y", "metrics.y", "yScale", "LOG"),
                new Limits(NAN, NAN, 0.01, 1e6));
        double step = middle(picture, 2) - middle(picture, 3);
        for (int run = 2; run < 9; run++) {
            assertEquals(step, middle(picture, run) - middle(picture, run + 1), 0.01);
        }
    }

    @Test
    void logarithmicBarsGrowEvenlyByPowersAndSayWhoIsHidden() throws Exception {
        Map<String, String> options = Map.of("y", "metrics.y", "yScale", "LOG", "sort", "TABLE");
        PlotPicture picture = picture(Kind.BAR, options, Limits.NONE);
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9), drawn(picture));
        double[] ends = new double[9];
        for (int run = 0; run < 9; run++) {
            ends[run] = Objects.requireNonNull(picture.hits().outline(run)).getBounds2D().getMaxX();
        }
        for (int run = 2; run < 9; run++) {
            assertEquals(ends[2] - ends[1], ends[run] - ends[run - 1], 0.01);
        }
        List<String> remarks = picture.plot().remarks();
        assertTrue(remarks.stream().anyMatch(remark -> remark.contains("≤ 0")), remarks.toString());
    }

    @ParameterizedTest
    @CsvSource({"SCATTER,X,Y", "PARETO,X,Y", "HISTOGRAM,X,Y", "HEATMAP,X,", "BAR,Y,", "BOX,Y,", "VIOLIN,Y,"})
    void everyAxisWithNumbersCanBeZoomed(Kind kind, ZoomAxes.Role across, ZoomAxes.Role upright) throws Exception {
        ZoomAxes axes = Objects.requireNonNull(picture(kind, options(kind), Limits.NONE).zoom());
        assertEquals(across, Objects.requireNonNull(axes.across()).role());
        ZoomAxes.Along other = axes.upright();
        assertEquals(upright, other == null ? null : other.role());
    }

    @Test
    void axesWithoutNumbersAreNotZoomed() throws Exception {
        ZoomAxes axes = picture(Kind.SCATTER, Map.of("x", "params.group", "y", "metrics.y"), Limits.NONE).zoom();
        assertNull(Objects.requireNonNull(axes).across());
        assertNull(picture(Kind.PARALLEL, Map.of(), Limits.NONE).zoom());
    }

    @ParameterizedTest
    @EnumSource(names = {"SCATTER", "PARETO", "HISTOGRAM", "BAR", "BOX", "VIOLIN", "HEATMAP"})
    void whatLiesBesideAllRunsIsPaintedToo(Kind kind) throws Exception {
        for (String scale : List.of("LINEAR", "LOG", "SYMLOG")) {
            for (String mode : kind == Kind.HEATMAP ? List.of("CELLS", "CONTOUR") : List.of("")) {
                Map<String, String> options = new java.util.HashMap<>(options(kind));
                options.put("yScale", scale);
                if (!mode.isEmpty()) {
                    options.put("mode", mode);
                    options.put("y", "metrics.y");
                    options.put("xScale", scale);
                }
                for (Limits limits : List.of(new Limits(1e9, 2e9, 1e12, 1e13), new Limits(-9, -8, -1e9, -1e8),
                        new Limits(3, 3 + 1e-13, 1, 1 + 1e-13))) {
                    PlotPicture picture = picture(kind, options, limits);
                    assertTrue(Arrays.stream(picture.pixels()).anyMatch(pixel -> pixel != 0), scale + mode + limits);
                }
            }
        }
    }

    /// Nothing of a chart that is seen in part may be painted over its labels.
    @ParameterizedTest
    @EnumSource(names = {"SCATTER", "PARETO", "BOX", "VIOLIN", "HISTOGRAM"})
    void aPartEndsAtTheEdgesOfItsArea(Kind kind) throws Exception {
        PlotPicture picture = picture(kind, options(kind), new Limits(4.9, 5.1, 99.9, 100.1));
        Rectangle2D area = Objects.requireNonNull(picture.zoom()).area();
        int right = (int) Math.ceil(area.getMaxX()) + 2;
        for (int y = (int) area.getMinY() + 12; y < area.getMaxY() - 12; y++) {
            for (int x = right; x < 600; x++) {
                assertEquals(0, picture.pixels()[y * 600 + x], x + ", " + y);
            }
        }
    }
}
