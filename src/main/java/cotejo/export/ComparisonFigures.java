package cotejo.export;

import cotejo.chart.ChartTheme;
import cotejo.chart.FigureFile;
import cotejo.chart.FigureSize;
import cotejo.chart.LineChart;
import cotejo.chart.LineCharts;
import cotejo.chart.LineOptions;
import cotejo.chart.LineRun;
import cotejo.chart.PanelSpec;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesReader;
import cotejo.compare.Comparison;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The curves of the metrics in which runs differ, as drawings for a page: the same that charts show.
///
/// @param frame  holds the runs
/// @param reader of the points
public record ComparisonFigures(RunFrame frame, SeriesReader reader) {

    private static final int MOST = 12;
    private static final long KEPT = 64L << 20;
    private static final FigureSize SIZE = new FigureSize(760, 420, FigureSize.Unit.PX);

    /// Draws them, at most twelve.
    ///
    /// @throws IOException when points cannot be read
    /// @throws cotejo.work.CancelledException when asked to stop
    public List<ComparisonText.Figure> of(Comparison comparison, ZoneId zone, Progress progress, Cancel cancel)
            throws IOException {
        int[] rows = comparison.runs().stream().mapToInt(run -> frame.row(run.run().key())).filter(row -> row >= 0)
                .distinct().toArray();
        List<LineRun> runs = LineRun.of(frame, rows);
        LineCharts charts = new LineCharts(new SeriesCache(reader, KEPT), reader);
        LineCharts.Look look = new LineCharts.Look(ChartTheme.LIGHT, Texts.locale(), zone);
        List<ComparisonText.Figure> figures = new ArrayList<>();
        // A metric of one point has no parts, and no curve.
        List<String> metrics = comparison.rows(Section.Kind.METRICS).stream()
                .filter(row -> row.differs() && !row.parts().isEmpty()).map(Row::key).toList();
        for (int i = 0; i < metrics.size() && figures.size() < MOST; i++) {
            cancel.check();
            String metric = metrics.get(i);
            progress.report(metric, figures.size(), Math.min(MOST, metrics.size()));
            PanelSpec panel = new PanelSpec("", PanelSpec.Kind.LINE, "", Map.of("y",
                    LineOptions.text(List.of(metric))));
            LineChart chart = charts.chart(LineOptions.of(panel), frame, runs, look, cancel);
            if (!chart.lines().isEmpty()) {
                figures.add(new ComparisonText.Figure(metric, own(new String(FigureFile.bytes(chart, SIZE,
                        FigureFile.Format.SVG), StandardCharsets.UTF_8), figures.size())));
            }
        }
        return figures;
    }

    /// Names within a drawing are names of the whole page once it stands there, so each drawing gets its own.
    private static String own(String svg, int number) {
        String mark = "f" + number + "-";
        return svg.replace("<clipPath id=\"", "<clipPath id=\"" + mark)
                .replace("clip-path=\"url(#", "clip-path=\"url(#" + mark);
    }
}
