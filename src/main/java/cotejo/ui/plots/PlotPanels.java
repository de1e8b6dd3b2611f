package cotejo.ui.plots;

import cotejo.chart.PanelSpec;
import cotejo.query.SeriesAt;
import cotejo.ui.link.Linked;
import java.util.concurrent.Executor;

/// Opens charts of runs for a board.
public final class PlotPanels {

    private PlotPanels() {
    }

    /// A chart of any kind but `LINE`, waiting for the runs it shall show. Call it, and all of the chart, on the thread
    /// that `front` hands work to.
    ///
    /// @param series     asked for metrics at a step, in the background
    /// @param background where columns are read and pictures painted, such as a virtual thread a job
    /// @param front      the thread of the window; in tests `Runnable::run` for both
    /// @param hand       told what a hand does to the chart
    public static BoardChart open(PanelSpec spec, SeriesAt series, Linked linked, Executor background, Executor front,
            PlotHand hand) {
        return new PlotChart(new PlotViewModel(spec, series, linked, background, front, hand));
    }

    /// What stands along the axes of a panel, as [cotejo.ui.link.Limits#axis] names it.
    public static String axes(PanelSpec spec) {
        return PlotZoom.axes(spec);
    }
}
