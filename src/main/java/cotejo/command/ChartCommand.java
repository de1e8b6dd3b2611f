package cotejo.command;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.FigureFile;
import cotejo.chart.FigureSize;
import cotejo.chart.LineChart;
import cotejo.chart.LineCharts;
import cotejo.chart.LineOptions;
import cotejo.chart.LineRun;
import cotejo.chart.PanelSpec;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesReader;
import cotejo.chart.plot.Plot;
import cotejo.chart.plot.PlotException;
import cotejo.chart.plot.Plots;
import cotejo.export.ChartData;
import cotejo.export.ChartDataFile;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `cotejo chart`: a chart as a figure or as data, the same that the window shows.
final class ChartCommand implements Command {

    private static final long KEPT = 256L << 20;
    /// The same runs give the same bytes, wherever they are drawn.
    private static final ZoneOffset ZONE = ZoneOffset.UTC;

    @Override
    public String name() {
        return "chart";
    }

    @Override
    public String example() {
        return "cotejo chart --experiment digits --metric loss --smooth ema:0.6 --out loss.pdf";
    }

    @Override
    public void declare(Declaration declaration) {
        RunSelection.declare(declaration);
        ChartRequest.declare(declaration);
        declaration.value("--out", "F").value("--width", "120mm|900px").value("--height", "75mm|560px")
                .value("--theme", "light|dark|print").value("--font-size", "N").value("--data", "drawn|raw")
                .words("RUN");
    }

    /// What a chart was made into.
    ///
    /// @param lines  in the legend; 0 where the kind has none
    /// @param points shown, or rows written
    private record Made(long lines, long points, List<String> remarks) {
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Path out = arguments.text("--out").map(session::path)
                .orElseThrow(() -> Refusal.grammar(Texts.get("command.usage.missing", "--out F")));
        Look look = Look.of(arguments, out);
        PanelSpec panel = ChartRequest.panel(arguments);
        Workspace workspace = host.workspace();
        RunFrame frame = workspace.catalog().frame();
        int[] rows = rows(arguments, session, workspace, frame);
        if (rows.length == 0) {
            throw Refusal.unreadable(Texts.get("command.chart.noRuns"));
        }
        ChartColumns.check(panel, frame, rows);
        Made made = panel.kind() == PanelSpec.Kind.LINE
                ? lines(new Source(workspace, frame, rows, session), panel, look)
                : plot(new Source(workspace, frame, rows, session), panel, look);
        report(arguments, session, out, panel, rows.length, made);
        return Exit.DONE;
    }

    private static int[] rows(Arguments arguments, Session session, Workspace workspace, RunFrame frame) {
        List<String> words = arguments.words();
        if (words.isEmpty()) {
            if (!arguments.has("--experiment") && !arguments.has("--filter")) {
                throw Refusal.grammar(Texts.get("command.usage.missing", "RUN|--experiment|--filter"));
            }
            return RunSelection.of(arguments, session, workspace).rows();
        }
        if (arguments.has("--experiment") || arguments.has("--filter")) {
            throw Refusal.grammar(Texts.get("command.usage.exclusive", "RUN",
                    arguments.has("--experiment") ? "--experiment" : "--filter"));
        }
        RunFinder finder = new RunFinder(frame);
        return words.stream().mapToInt(finder::row).distinct().toArray();
    }

    /// Where a chart's values come from.
    @SuppressWarnings("ArrayRecordComponent")
    private record Source(Workspace workspace, RunFrame frame, int[] rows, Session session) {
    }

    /// The file and how the figure in it shall look.
    ///
    /// @param data which data are written; empty for a figure
    private record Look(Path out, FigureSize size, ChartTheme theme, Optional<ChartData.Kind> data) {

        static Look of(Arguments arguments, Path out) {
            Optional<FigureFile.Format> format = FigureFile.Format.of(out);
            boolean table = ChartDataFile.takes(out);
            if (format.isEmpty() && !table) {
                throw Refusal.usage(Texts.get("command.chart.format", String.valueOf(out.getFileName())));
            }
            if (!table && arguments.has("--data")) {
                throw Refusal.usage(Texts.get("command.chart.dataFormat"));
            }
            String width = arguments.text("--width").orElse("900px");
            FigureSize size = FigureSize.parse(width).orElseThrow(() -> Arguments.wrong("--width", width));
            if (arguments.text("--height").isPresent()) {
                String height = arguments.text("--height").get();
                FigureSize high = FigureSize.parse(height).orElseThrow(() -> Arguments.wrong("--height", height));
                if (high.unit() != size.unit()) {
                    throw Arguments.wrong("--height", height);
                }
                size = size.high(high);
            }
            return new Look(out, size, theme(arguments, size),
                    table ? Optional.of(data(arguments)) : Optional.empty());
        }

        private static ChartData.Kind data(Arguments arguments) {
            String kind = arguments.text("--data").orElse("drawn");
            return switch (kind.strip().toLowerCase(Locale.ROOT)) {
                case "drawn" -> ChartData.Kind.DRAWN;
                case "raw" -> ChartData.Kind.RAW;
                default -> throw Arguments.wrong("--data", kind);
            };
        }

        private static ChartTheme theme(Arguments arguments, FigureSize size) {
            String name = arguments.text("--theme").orElse("light");
            ChartTheme theme = switch (name.strip().toLowerCase(Locale.ROOT)) {
                case "light" -> ChartTheme.LIGHT;
                case "dark" -> ChartTheme.DARK;
                case "print" -> ChartTheme.PRINT;
                default -> throw Arguments.wrong("--theme", name);
            };
            // Papers are set in 9 or 10 points, and figures a little smaller.
            String font = arguments.text("--font-size").orElse(size.unit() == FigureSize.Unit.PX ? "12" : "8");
            try {
                float points = Float.parseFloat(font);
                if (points >= 3 && points <= 100) {
                    return theme.withFontSize(points);
                }
            } catch (NumberFormatException noNumber) {
                throw Arguments.wrong("--font-size", font);
            }
            throw Arguments.wrong("--font-size", font);
        }
    }

    private static Made lines(Source from, PanelSpec panel, Look look) throws IOException {
        LineOptions options = LineOptions.of(panel);
        List<LineRun> runs = LineRun.of(from.frame(), from.rows());
        SeriesReader reader = from.workspace().series()::read;
        if (look.data().isPresent() && look.data().get() == ChartData.Kind.RAW) {
            ChartData data = ChartData.raw(options.metrics(), from.frame(), runs, reader, from.session().cancel());
            return data(data, options, look.out());
        }
        LineChart chart = new LineCharts(new SeriesCache(reader, KEPT), reader).chart(options, from.frame(), runs,
                new LineCharts.Look(look.theme(), Texts.locale(), ZONE), from.session().cancel());
        if (chart.lines().stream().allMatch(line -> line.curve().raw().size() == 0)) {
            throw chart.lines().isEmpty() ? noPoints(options) : Refusal.unreadable(Texts.get(
                    "command.chart.noPointsOver", String.join(", ", options.metrics()), options.xMetric()));
        }
        if (look.data().isPresent()) {
            Made made = data(ChartData.drawn(chart, LineChart.columns(look.size()), from.session().cancel()), options,
                    look.out());
            return new Made(made.lines(), made.points(), chart.remarks(look.size()));
        }
        figure(chart, look);
        return new Made(chart.legend().size(),
                chart.lines().stream().mapToLong(line -> line.curve().raw().size()).sum(),
                chart.remarks(look.size()));
    }

    private static Refusal noPoints(LineOptions options) {
        return Refusal.unreadable(Texts.get("command.chart.noPoints", String.join(", ", options.metrics())));
    }

    private static Made data(ChartData data, LineOptions options, Path out) throws IOException {
        long count = data.count();
        if (count == 0) {
            throw noPoints(options);
        }
        return data(data, count, out);
    }

    private static Made data(ChartData data, long count, Path out) throws IOException {
        try {
            ChartDataFile.write(data, out);
        } catch (IOException failure) {
            throw FileTrouble.writing(out, failure);
        }
        return new Made(0, count, List.of());
    }

    private static Made plot(Source from, PanelSpec panel, Look look) throws IOException {
        StoredSeries series = new StoredSeries(from.workspace().series());
        try {
            Plot plot = Plots.of(panel, from.frame(), from.rows(), new Plots.Context(series, ZONE,
                    from.session().cancel()));
            if (plot.nothing().isPresent()) {
                throw Refusal.unreadable(Texts.get("command.chart.nothing", plot.nothing().get()));
            }
            if (look.data().isPresent() && look.data().get() == ChartData.Kind.DRAWN) {
                ChartData drawn = ChartData.drawn(plot, LineOptions.Limits.NONE);
                return new Made(0, data(drawn, drawn.count(), look.out()).points(), plot.remarks());
            }
            if (look.data().isPresent()) {
                return data(ChartData.columns(plot.shown(), from.frame(), from.rows(), series), plot.size(),
                        look.out());
            }
            figure(plot.drawing(look.theme()), look);
            return new Made(0, plot.size(), plot.remarks());
        } catch (PlotException wrong) {
            throw Refusal.usage(cotejo.model.Problem.describe(wrong));
        }
    }

    private static void figure(Drawing drawing, Look look) throws IOException {
        try {
            FigureFile.write(drawing, look.size(), FigureFile.Format.of(look.out()).orElseThrow(), look.out());
        } catch (IOException failure) {
            throw FileTrouble.writing(look.out(), failure);
        }
    }

    private static void report(Arguments arguments, Session session, Path out, PanelSpec panel, int runs, Made made)
            throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("file", out.toString()).text("kind", panel.kind().name().toLowerCase(Locale.ROOT))
                        .whole("runs", runs).whole("lines", made.lines()).whole("points", made.points())
                        .array("remarks");
                for (String remark : made.remarks()) {
                    json.element(remark);
                }
                json.endArray().endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write(out + "\n");
        }
    }
}
