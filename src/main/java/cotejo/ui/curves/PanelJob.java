package cotejo.ui.curves;

import cotejo.analysis.Range;
import cotejo.chart.ChartSpec;
import cotejo.chart.ChartTheme;
import cotejo.chart.CurveSpec;
import cotejo.chart.Drawing;
import cotejo.chart.LineChart;
import cotejo.chart.LineCharts;
import cotejo.chart.LineOptions;
import cotejo.chart.LineRun;
import cotejo.chart.Painter;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.ValueBars;
import cotejo.model.RunFrame;
import cotejo.ui.link.Limits;
import cotejo.work.Cancel;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One picture of one panel, from stored points to pixels; knows everything it needs, so that it can be done anywhere.
///
/// @param what   the chart, of which every window is a picture
/// @param limits the window
/// @param known  the chart, if it was made before
record PanelJob(What what, Limits limits, int width, int height, double scale, @Nullable Long highlight,
        Set<Long> standingOut, @Nullable Made known) {

    /// How much of its colour a line keeps that steps back.
    private static final int FAINT = 0x48;

    /// A chart apart from its window and from what stands out in it.
    ///
    /// @param spec  with everything that was chosen for it
    /// @param epoch counts how often points have changed
    record What(PanelSpec spec, List<CurveRun> runs, RunFrame frame, ChartTheme theme, Locale locale, ZoneId zone,
            long epoch) {
    }

    /// A chart that was made.
    record Made(What what, LineChart chart) {
    }

    /// @param read told how many series have been read
    PanelState perform(LineCharts charts, Cancel cancel, IntConsumer read) throws IOException {
        Made made = known != null && known.what().equals(what) ? known : new Made(what, charts.chart(
                LineOptions.of(what.spec()), what.frame(), lineRuns(),
                new LineCharts.Look(what.theme(), what.locale(), what.zone()), cancel, read));
        if (made.chart().lines().stream().allMatch(PanelJob::single)) {
            return bars(made.chart());
        }
        LineChart seen = seen(made.chart());
        cancel.check();
        return new PanelState.Lines(Painter.paint(seen.spec(), width, height, scale), seen, made);
    }

    /// The chart for a figure: with the name of its axis, and nothing standing out that the pointer happens to mean.
    LineChart figure(LineCharts charts, Cancel cancel) throws IOException {
        LineChart chart = charts.chart(LineOptions.of(what.spec()), what.frame(), lineRuns(),
                new LineCharts.Look(what.theme(), what.locale(), what.zone()), cancel);
        return seen(chart);
    }

    /// Single values as the bars that the window shows, for a figure; a sentence of its own where there is none.
    Drawing bars(LineCharts charts, Cancel cancel) throws IOException {
        List<PanelState.Bar> found = bars(charts.chart(LineOptions.of(what.spec()), what.frame(), lineRuns(),
                new LineCharts.Look(what.theme(), what.locale(), what.zone()), cancel)).bars();
        List<String> names = Legend.brief(found.stream().map(PanelState.Bar::name).toList());
        List<String> metrics = LineOptions.of(what.spec()).metrics();
        return new ValueBars(what.theme(), what.spec().title(), metrics.size() == 1 ? metrics.getFirst() : "",
                IntStream.range(0, found.size()).mapToObj(i -> new ValueBars.Bar(names.get(i), found.get(i).argb(),
                        found.get(i).value(), ValueText.value(found.get(i).value()))).toList());
    }

    /// The runs as the service of line charts takes them.
    List<LineRun> lineRuns() {
        return what.runs().stream().map(run -> new LineRun(run.key(), run.label(), run.slot())).toList();
    }

    private LineChart seen(LineChart chart) {
        List<LineChart.Line> lines = shown(chart.lines());
        ChartSpec full = chart.spec();
        Range x = limits.x(axis(), full.x());
        Range y = limits.y(full.y());
        boolean picture = width > 0;
        ChartSpec spec = new ChartSpec(picture ? full.title() : what.spec().title(), full.xMode(),
                picture ? "" : full.xLabel(), full.xScale(), full.yScale(),
                lines.stream().map(LineChart.Line::curve).toList(), full.xScale().shows(x.low()) ? x : full.x(),
                full.yScale().shows(y.low()) ? y : full.y(), full.markers(), full.theme(), full.locale(), full.zone(),
                meant(lines));
        return new LineChart(spec, chart.options(), lines, chart.extra());
    }

    private String axis() {
        return what.spec().option(Look.X, "STEP");
    }

    private static boolean single(LineChart.Line line) {
        return line.points() != null && line.points().size() == 1
                || line.group() != null && line.group().center().length == 1;
    }

    private PanelState.Bars bars(LineChart chart) {
        List<PanelState.Bar> bars = new ArrayList<>();
        // Those that stand out first: of many bars only as many are seen as fit.
        List<LineChart.Line> ordered = chart.lines().stream().map(this::faint)
                .sorted(Comparator.comparing(line -> !standingOut.isEmpty() && !standsOut(line))).toList();
        for (LineChart.Line line : ordered) {
            CurveSpec curve = line.curve();
            if (curve.role() == CurveSpec.Role.LINE) {
                double value = line.points() != null ? line.points().value(0)
                        : line.group() != null ? line.group().center()[0] : Double.NaN;
                bars.add(new PanelState.Bar(curve.key(), curve.name(), curve.argb(), value));
            }
        }
        return new PanelState.Bars(List.copyOf(bars));
    }

    /// Those that stand out last, so that they lie on top.
    private List<LineChart.Line> shown(List<LineChart.Line> lines) {
        return standingOut.isEmpty() ? lines : lines.stream().map(this::faint)
                .sorted(Comparator.comparing(this::standsOut)).toList();
    }

    private boolean standsOut(LineChart.Line line) {
        return line.runs().stream().anyMatch(standingOut::contains);
    }

    private LineChart.Line faint(LineChart.Line line) {
        if (standingOut.isEmpty() || standsOut(line)) {
            return line;
        }
        CurveSpec curve = line.curve();
        CurveSpec faint = new CurveSpec(curve.key(), curve.name(), curve.argb() & 0xffffff | FAINT << 24,
                curve.dash(), curve.marker(), curve.role(), curve.raw(), curve.smoothed(), curve.band());
        return new LineChart.Line(faint, line.metric(), line.runs(), line.points(), line.group());
    }

    /// The line of the run that is meant, or of its group.
    private @Nullable Long meant(List<LineChart.Line> lines) {
        Long key = highlight;
        if (key == null || lines.stream().anyMatch(line -> line.curve().key() == key)) {
            return key;
        }
        return lines.stream().filter(line -> line.runs().contains(key)).map(line -> line.curve().key()).findFirst()
                .orElse(null);
    }
}
