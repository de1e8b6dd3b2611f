package cotejo.chart.plot;

import cotejo.chart.PanelSpec;
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.time.ZoneId;

/// Makes charts of runs that are not lines.
public final class Plots {

    private Plots() {
    }

    /// What a chart needs besides runs.
    ///
    /// @param series asked for metrics at a step
    /// @param zone   in which times are written
    /// @param cancel looked at by kinds that compute for long
    public record Context(SeriesAt series, ZoneId zone, Cancel cancel) {
    }

    /// Reads the columns a panel shows and computes what it needs; [PlotKinds] says which options each kind has. Take
    /// it to a background thread.
    ///
    /// @param rows of the frame, in the order of the table
    /// @throws PlotException when an option is wrong, or the kind is `LINE`
    /// @throws cotejo.work.CancelledException when cancelled
    public static Plot of(PanelSpec spec, RunFrame frame, int[] rows, Context context) throws PlotException {
        PlotRuns runs = new PlotRuns(frame, rows, context.series(), context.zone());
        return switch (spec.kind()) {
            case SCATTER -> ScatterPlot.of(spec, runs);
            case PARALLEL -> ParallelPlot.of(spec, runs);
            case BAR -> BarPlot.of(spec, runs);
            case BOX, VIOLIN -> BoxPlot.of(spec, runs);
            case HISTOGRAM -> HistogramPlot.of(spec, runs);
            case HEATMAP -> HeatPlot.of(spec, runs);
            case PARETO -> ParetoPlot.of(spec, runs);
            case IMPORTANCE -> ImportancePlot.of(spec, runs, context.cancel());
            case LINE -> throw new PlotException(Texts.get("plots.error.kind", spec.kind().name()));
        };
    }
}
