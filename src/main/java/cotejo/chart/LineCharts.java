package cotejo.chart;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import cotejo.analysis.GroupCurve;
import cotejo.analysis.Joined;
import cotejo.analysis.Range;
import cotejo.model.MetricSeries;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Makes charts of lines: reads points, groups, smooths, and chooses windows, names and colours. The window and the
/// command line draw what comes out of here. Safe for several threads.
///
/// Groups are aggregated from raw points first; then their centre and the edges of their band are smoothed.
public final class LineCharts {

    private final SeriesCache cache;
    private final SeriesReader reader;

    /// How a chart shall look, besides its options.
    public record Look(ChartTheme theme, Locale locale, ZoneId zone) {
    }

    /// @param cache  keeps the points of single runs
    /// @param reader for what needs exact steps: groups, and metrics along x
    public LineCharts(SeriesCache cache, SeriesReader reader) {
        this.cache = cache;
        this.reader = reader;
    }

    /// Makes a chart. To be called in the background.
    ///
    /// @param frame tells what runs have in the columns they are grouped by
    /// @throws IOException when points cannot be read
    /// @throws cotejo.work.CancelledException when cancelled
    public LineChart chart(LineOptions options, RunFrame frame, List<LineRun> runs, Look look, Cancel cancel)
            throws IOException {
        return chart(options, frame, runs, look, cancel, series -> { });
    }

    /// Makes a chart as above.
    ///
    /// @param read told after each series how many have been read; there are as many as runs times metrics
    public LineChart chart(LineOptions options, RunFrame frame, List<LineRun> runs, Look look, Cancel cancel,
            IntConsumer read) throws IOException {
        Work work = new Work(options, frame, look, cancel, read);
        for (int m = 0; m < options.metrics().size(); m++) {
            work.metric(options.metrics().get(m), m, runs);
        }
        cache.trim();
        return work.chart();
    }

    /// The key of a group's line: none that a run has, and the same in every chart.
    public static long key(String group) {
        return -1L - (group.hashCode() & 0x7fffffffL);
    }

    /// One chart being made.
    private final class Work {
        private final LineOptions options;
        private final RunFrame frame;
        private final Look look;
        private final Cancel cancel;
        private final IntConsumer read;
        private int series;
        private final List<LineChart.Line> lines = new ArrayList<>();
        private final Set<Integer> taken = new HashSet<>();
        private LineChart.Extra extra = LineChart.Extra.NONE;

        Work(LineOptions options, RunFrame frame, Look look, Cancel cancel, IntConsumer read) {
            this.read = read;
            this.options = options;
            this.frame = frame;
            this.look = look;
            this.cancel = cancel;
        }

        void metric(String metric, int number, List<LineRun> runs) throws IOException {
            if (options.grouped()) {
                for (RunGroup group : RunGroup.of(options, frame, runs)) {
                    group(metric, number, group);
                }
                return;
            }
            for (LineRun run : runs) {
                cancel.check();
                // Several metrics of a single run have a colour each; else colours are the runs'.
                run(metric, number, runs.size() == 1 && options.metrics().size() > 1
                        ? new LineRun(run.key(), run.name(), number) : run);
                read.accept(++series);
            }
        }

        private void run(String metric, int number, LineRun run) throws IOException {
            SeriesPoints points = cache.get(run.key(), metric);
            if (points.size() == 0) {
                extra = extra.with(new LineChart.Extra(0, 0, 0, 0, 0, 1));
                return;
            }
            Curve raw;
            @Nullable Curve smoothed;
            if (options.xMode() == XMode.METRIC) {
                double[] x = joined(run, reader.read(run.key(), metric));
                raw = points.curve(x, options.pieces());
                smoothed = points.smoothed(x, options.pieces(), options.smoothing());
            } else {
                raw = points.curve(options.xMode(), options.pieces());
                smoothed = points.smoothed(options.xMode(), options.pieces(), options.smoothing());
            }
            extra = extra.with(new LineChart.Extra(0, 0, 0, 0, points.restarts(), 0));
            boolean alone = smoothed != null && options.raw() == LineOptions.Shown.HIDDEN;
            CurveSpec curve = new CurveSpec(run.key(), name(run.name(), metric), look.theme().line(run.slot()),
                    dash(run.slot(), number), Marker.of(run.slot()), CurveSpec.Role.LINE,
                    alone && smoothed != null ? smoothed : raw, alone ? null : smoothed, null);
            lines.add(new LineChart.Line(curve, metric, List.of(run.key()), points, null));
        }

        private Dash dash(int slot, int number) {
            return options.metrics().size() > 1 ? Dash.values()[number % Dash.values().length]
                    : RunColors.dash(slot);
        }

        private String name(String run, String metric) {
            return options.metrics().size() > 1 ? run + " · " + metric : run;
        }

        /// The values of the metric along x at the points of another.
        private double[] joined(LineRun run, MetricSeries points) throws IOException {
            Joined joined = Joined.of(points, reader.read(run.key(), options.xMetric()));
            extra = extra.with(new LineChart.Extra(joined.unmatched(), 0, 0, 0, 0, 0));
            return joined.x();
        }

        private void group(String metric, int number, RunGroup group) throws IOException {
            // Also for a group that has nothing to show: the same groups have the same colours in all charts.
            int slot = RunColors.apart(RunColors.slot(group.name()), taken);
            taken.add(slot);
            List<GroupCurve.Member> members = new ArrayList<>();
            List<LineRun> present = new ArrayList<>();
            for (LineRun run : group.runs()) {
                cancel.check();
                MetricSeries points = reader.read(run.key(), metric);
                read.accept(++series);
                if (points.size() == 0) {
                    extra = extra.with(new LineChart.Extra(0, 0, 0, 0, 0, 1));
                } else {
                    members.add(new GroupCurve.Member(points, x(run, points)));
                    present.add(run);
                }
            }
            if (members.isEmpty()) {
                return;
            }
            GroupCurve curve = GroupCurve.of(members, options.grouping(), cancel);
            extra = extra.with(new LineChart.Extra(0, curve.left(), curve.nonFinite(), curve.interpolated(), 0, 0));
            if (options.members() == LineOptions.Shown.FAINT && present.size() > 1) {
                members(metric, present, members, slot);
            }
            lines.add(line(metric, number, group.name(), curve, slot, present));
        }

        /// Where the points of a member stand; empty when steps run along x.
        private double[] x(LineRun run, MetricSeries points) throws IOException {
            return switch (options.xMode()) {
                case STEP -> new double[0];
                case WALL -> times(points, 0);
                case RELATIVE -> times(points, points.time(0));
                case METRIC -> joined(run, points);
            };
        }

        private static double[] times(MetricSeries points, long start) {
            double[] times = new double[points.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = points.time(i) - start;
            }
            return times;
        }

        private void members(String metric, List<LineRun> runs, List<GroupCurve.Member> members, int slot)
                throws IOException {
            for (int i = 0; i < runs.size(); i++) {
                LineRun run = runs.get(i);
                SeriesPoints points = cache.get(run.key(), metric);
                Curve raw = options.xMode() == XMode.METRIC ? points.curve(members.get(i).x(), options.pieces())
                        : points.curve(options.xMode(), options.pieces());
                CurveSpec curve = new CurveSpec(run.key(), name(run.name(), metric), look.theme().line(slot),
                        Dash.SOLID, Marker.of(slot), CurveSpec.Role.MEMBER, raw, null, null);
                lines.add(new LineChart.Line(curve, metric, List.of(run.key()), points, null));
            }
        }

        private LineChart.Line line(String metric, int number, String name, GroupCurve group, int slot,
                List<LineRun> runs) {
            Column x = Column.of(group.x());
            Curve raw = Curve.of(x, group.center());
            @Nullable Curve smoothed = options.smoothing().nothing() ? null
                    : Curve.of(x, options.smoothing().smooth(x, group.center()));
            boolean banded = java.util.Arrays.stream(group.lower()).anyMatch(Double::isFinite);
            @Nullable BandSpec band = banded ? new BandSpec(edge(x, group.lower()), edge(x, group.upper())) : null;
            boolean alone = smoothed != null && options.raw() == LineOptions.Shown.HIDDEN;
            int[] n = group.extentOfN();
            String count = n[0] == n[1] ? Integer.toString(n[0]) : n[0] + "–" + n[1];
            CurveSpec curve = new CurveSpec(LineCharts.key(name),
                    Texts.get("lines.group.name", name(name, metric), count),
                    look.theme().line(slot), dash(slot, number), Marker.of(slot), CurveSpec.Role.LINE,
                    alone && smoothed != null ? smoothed : raw, alone ? null : smoothed, band);
            return new LineChart.Line(curve, metric, runs.stream().map(LineRun::key).toList(), null, group);
        }

        private Curve edge(Column x, double[] values) {
            return Curve.of(x, options.smoothing().smooth(x, values));
        }

        LineChart chart() {
            List<CurveSpec> curves = lines.stream().map(LineChart.Line::curve).toList();
            Scale x = Scale.of(options.xScale(), Range.NOTHING);
            Scale y = Scale.of(options.yScale(), ChartSpec.values(curves, x, Scale.LINEAR, options.reach()));
            LineOptions.Limits limits = options.limits();
            Range fullX = within(limits.xMin(), limits.xMax(), ChartSpec.fullX(curves, x), x);
            Range fullY = within(limits.yMin(), limits.yMax(), ChartSpec.fullY(curves, x, y, options.reach()), y);
            String title = options.title().isEmpty() ? String.join(", ", options.metrics()) : options.title();
            ChartSpec spec = new ChartSpec(title, options.xMode(), label(), x, y, curves,
                    fullX, fullY, options.markers(), look.theme(), look.locale(), look.zone(), null);
            return new LineChart(spec, options, lines, extra);
        }

        private String label() {
            return switch (options.xMode()) {
                case STEP -> Texts.get("lines.x.step");
                case RELATIVE -> Texts.get("lines.x.relative");
                case WALL -> Texts.get(ZoneOffset.UTC.equals(look.zone()) ? "lines.x.utc" : "lines.x.wall");
                case METRIC -> options.xMetric();
            };
        }

        private static Range within(double low, double high, Range full, Scale scale) {
            double from = scale.shows(low) ? low : full.low();
            double to = scale.shows(high) ? high : full.high();
            return to - from > Range.NARROW && Double.isFinite(to - from) ? new Range(from, to) : full;
        }
    }
}
